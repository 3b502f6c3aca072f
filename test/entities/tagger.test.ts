import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createTagger } from '../../server/src/entities/detect/tagger/tagger';

const FILE = readFileSync(new URL('../../dictionaries/models/entity-tagger.bin', import.meta.url));
const tagger = createTagger(FILE);

const found = (text: string): string[] =>
  tagger.tag(text).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);

test.each([
  ['北京市市长王建国昨天在上海会见了美国客人。', ['person 王建国', 'place 北京市', 'place 上海', 'place 美国']],
  ['公司董事长李明华、总经理张志强出席了会议。', ['office 董事长', 'person 李明华', 'office 总经理', 'person 张志强']],
  ['新华社莫斯科５月６日电', ['organisation 新华社', 'place 莫斯科']],
  ['他毕业于清华大学。', ['organisation 清华大学']],
])('%s', (text, expected) => {
  expect(found(text)).toEqual(expect.arrayContaining(expected));
});

test('finds nothing in a text without names', () => {
  expect(found('')).toEqual([]);
  expect(found('。\r\n\n，，')).toEqual([]);
  expect(found('今年的粮食产量比去年增长百分之三。')).toEqual([]);
});

test('spans are in order, do not overlap and do not cross line ends', () => {
  const text = '王建国\n李明华说，\r\n北京市\n市长张志强来到上海。\n'.repeat(3);
  const spans = tagger.tag(text);
  expect(spans.length).toBeGreaterThan(6);
  for (const [index, { start, end, margin }] of spans.entries()) {
    expect(end).toBeGreaterThan(start);
    expect(text.slice(start, end)).not.toMatch(/[\r\n]/);
    expect(margin).toBeGreaterThanOrEqual(0);
    expect(spans[index + 1]?.start ?? Infinity).toBeGreaterThanOrEqual(end);
  }
});

test('a line gives the same result alone and among others', () => {
  const line = '市长张志强昨天来到上海，会见了李明华。';
  const alone = tagger.tag(line);
  const among = tagger.tag(`第一行。\n${line}\n第三行。`);
  expect(among).toEqual(alone.map((span) => ({ ...span, start: span.start + 5, end: span.end + 5 })));
});

test('has more confidence with more evidence for a name', () => {
  const marginOf = (text: string): number => tagger.tag(text).find(({ type }) => type === 'person')?.margin ?? 0;
  expect(marginOf('市长王建国同志说')).toBeGreaterThan(marginOf('和高山'));
});

test('a line too long for one piece loses no name', () => {
  const line = '市长张志强来到上海。'.repeat(2000);
  const names = tagger.tag(line).filter(({ start, end }) => line.slice(start, end) === '张志强');
  expect(names).toHaveLength(2000);
});

test.each([
  ['empty', new Uint8Array(), 'not a file of this kind'],
  [
    'another file',
    new TextEncoder().encode('{"this": "is JSON, and long enough to have a header"}'),
    'not a file of this kind',
  ],
  ['cut short', FILE.subarray(0, FILE.length - 100), 'damaged'],
  ['damaged', damaged(), 'damaged'],
])('says what is wrong with a file that is %s', (_, bytes, reason) => {
  expect(() => createTagger(bytes)).toThrow(reason);
});

function damaged(): Uint8Array {
  const bytes = Uint8Array.from(FILE);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  return bytes;
}
