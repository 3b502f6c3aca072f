import { expect, test } from 'vitest';
import { decode } from '../../server/src/host/decode';

const SIMPLIFIED =
  '# 云川市召开会议\n\n记者 沈知远\n\n会议听取了工作情况和下一步安排，要求抓好落实。我们的城市正在发生变化，这是大家都看得见的。\n';
const TRADITIONAL =
  '# 雲川市召開會議\n\n記者 沈知遠\n\n會議聽取了工作情況和下一步安排，要求抓好落實。我們的城市正在發生變化，這是大家都看得見的。\n';

/** Node encodes neither; these are the texts above as iconv makes them. */
const GB18030 =
  'IyDUxrSoytDV2b+qu+HS6QoKvMfV3yDJ8taq1LYKCrvh0unM/cihwcu5pNf3x+m/9rrNz8LSu7K9sLLFxaOs0qrH89elusPC5Mq1oaPO0sPHtcSzx8rQ1f3U2reiyfqx5Luvo6zV4srHtPO80ra8v7S1w7z7tcShowo=';
const GB18030_TRADITIONAL =
  'IyDrhbSoytDV2elflf7XaAoK05vV3yDJ8taq32gKCpX+12jCoMihwcu5pNf3x+mbcrrNz8LSu7K9sLLFxaOs0qrH89elusPC5IyNoaPO0oKDtcSzx8rQ1f3U2rBsyfrXg7uvo6zfQMrHtPO80ra8v7S1w9KKtcShowo=';
const BIG5 =
  'IyC2s6R0paulbLZ9t3zEswoKsE+qzCCoSKq+u7cKCrd8xLPFpaj6pEakdadAsaGqcKlNpFWkQKhCpnexxqFBrW6oRKfspm64qLnqoUOn2q3MqrqrsKWrpb+mYrVvpc3F3KTGoUGzb6xPpGquYbOjrN2xb6ijqrqhQwo=';

const utf8 = (text: string): Buffer => Buffer.from(text);
const littleEndian = (text: string): Buffer => Buffer.from(text, 'utf16le');
const bigEndian = (text: string): Buffer => littleEndian(text).swap16();
const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64');

test.each([
  { name: 'UTF-8', bytes: utf8(SIMPLIFIED), text: SIMPLIFIED, encoding: 'UTF-8' },
  { name: 'UTF-8 with its mark', bytes: utf8(`\uFEFF${SIMPLIFIED}`), text: `\uFEFF${SIMPLIFIED}`, encoding: 'UTF-8' },
  { name: 'nothing', bytes: utf8(''), text: '', encoding: 'UTF-8' },
  {
    name: 'UTF-16LE with its mark',
    bytes: littleEndian(`\uFEFF${SIMPLIFIED}`),
    text: `\uFEFF${SIMPLIFIED}`,
    encoding: 'UTF-16LE',
  },
  {
    name: 'UTF-16BE with its mark',
    bytes: bigEndian(`\uFEFF${SIMPLIFIED}`),
    text: `\uFEFF${SIMPLIFIED}`,
    encoding: 'UTF-16BE',
  },
  { name: 'UTF-16LE by its look', bytes: littleEndian(SIMPLIFIED), text: SIMPLIFIED, encoding: 'UTF-16LE' },
  { name: 'UTF-16BE by its look', bytes: bigEndian(SIMPLIFIED), text: SIMPLIFIED, encoding: 'UTF-16BE' },
  { name: 'GB18030', bytes: bytesOf(GB18030), text: SIMPLIFIED, encoding: 'GB18030' },
  { name: 'GB18030, traditional', bytes: bytesOf(GB18030_TRADITIONAL), text: TRADITIONAL, encoding: 'GB18030' },
  { name: 'Big5', bytes: bytesOf(BIG5), text: TRADITIONAL, encoding: 'BIG5' },
])('$name is read', ({ bytes, text, encoding }) => {
  expect(decode(bytes)).toEqual({ text, encoding });
});

test.each([
  { name: 'NUL bytes', bytes: utf8(`${SIMPLIFIED}\0`), cause: 'NUL bytes' },
  { name: 'a byte lost from UTF-8', bytes: without(utf8(SIMPLIFIED), 30), cause: 'Line 3 is not valid UTF-8' },
  {
    name: 'an unpaired surrogate in UTF-8',
    bytes: Buffer.concat([utf8('云川\n'), Buffer.from('eda080', 'hex')]),
    cause: 'Line 2 ',
  },
  {
    name: 'an unpaired surrogate in UTF-16',
    bytes: littleEndian('\uFEFF云川\uD800\n'),
    cause: 'Damaged UTF-16LE text',
  },
  {
    name: 'half a unit of UTF-16',
    bytes: littleEndian(`\uFEFF${SIMPLIFIED}`).subarray(0, -1),
    cause: 'Damaged UTF-16LE text',
  },
  { name: 'Latin-1', bytes: Buffer.from('le café déjà fermé, hélas', 'latin1'), cause: 'Line 1 is not valid UTF-8' },
])('$name is refused', ({ bytes, cause }) => {
  expect(() => decode(bytes)).toThrow(cause);
});

function without(bytes: Buffer, at: number): Buffer {
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
}
