import { t } from '@vscode/l10n';
import { hasTooManyLines, tooManyLines } from '../source/lineLimit';
import { Problem } from './problem';

/** The encodings that an issue file may have, under the names that `iconv` and `TextDecoder` share. */
export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030' | 'BIG5';

/** The text of a file. A byte order mark stays in it as U+FEFF, so that offsets are those of the raw file. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * Decodes a file: UTF-8, UTF-16 by its mark or its plain look, GB18030 (GBK, GB2312) and Big5 where the bytes are no
 * UTF-8 and make plausible Chinese. Throws a `Problem` for anything else, never replaces a byte it cannot read.
 */
export function decode(bytes: Uint8Array): DecodedText {
  const zero = bytes.includes(0);
  const unicode = zero ? undefined : decodeAs('UTF-8', bytes);
  if (unicode !== undefined) return { text: unicode, encoding: 'UTF-8' };
  const wide = utf16Of(bytes);
  const text = wide && decodeAs(wide, bytes);
  if (wide && text !== undefined) return { text, encoding: wide };
  if (wide) throw new Problem(t('Damaged {0} text: an odd number of bytes, or an unpaired surrogate.', wide));
  if (zero) throw new Problem(t('Not a text file: it contains NUL bytes.'));
  const legacy = legacyOf(bytes);
  if (legacy) return legacy;
  const line = firstBadLine(bytes);
  throw new Problem(
    t(
      'Line {0} is not valid UTF-8, and no other supported encoding fits. If you know the encoding, convert the file first: {1}',
      line,
      howToConvert('GB18030'),
    ),
  );
}

/** Decodes the bytes of an issue. Throws a `Problem` where they cannot be read, or are more lines than are read. */
export function decodeIssue(bytes: Uint8Array): DecodedText {
  const decoded = decode(bytes);
  if (hasTooManyLines(decoded.text)) throw new Problem(tooManyLines());
  return decoded;
}

/** Decodes a file of which what can be read is worth having: what fits no encoding is read as UTF-8 with gaps. */
export function decodeLeniently(bytes: Uint8Array): { readonly text: string; readonly encoding: string } {
  try {
    return decode(bytes);
  } catch {
    // Lines that cannot be read are reported one by one, with what is in their place.
    return { text: new TextDecoder('UTF-8', { ignoreBOM: true }).decode(bytes), encoding: 'UTF-8' };
  }
}

/** The command that makes a UTF-8 file of one in another encoding. */
export function howToConvert(encoding: Encoding): string {
  return `iconv -f ${encoding} -t UTF-8 OLD.txt > NEW.txt`;
}

/** Bytes looked at to tell an encoding; the whole file must then decode without a fault. */
const SAMPLE = 1 << 18;

/** Share of characters that must be common ones for a guess to be accepted. A wrong guess reaches about a third. */
const PLAUSIBLE = 0.5;

/** Undefined where a byte does not fit. A byte order mark is kept. */
export function decodeAs(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function utf16Of(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  if (bytes.length < 8 || bytes.length % 2 === 1) return undefined;
  const little = shareOfNewspaperUnits(bytes, 0);
  const big = shareOfNewspaperUnits(bytes, 1);
  if (Math.max(little, big) < 0.9 || Math.abs(little - big) < 0.4) return undefined;
  return little > big ? 'UTF-16LE' : 'UTF-16BE';
}

/** The share of 16-bit units that Chinese text is made of, with the low byte at `low` (0 or 1) of each pair. */
function shareOfNewspaperUnits(bytes: Uint8Array, low: 0 | 1): number {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  let expected = 0;
  for (let at = 0; at < length; at += 2) {
    const unit = (bytes[at + low] ?? 0) | ((bytes[at + 1 - low] ?? 0) << 8);
    const ascii = (unit >= 0x20 && unit < 0x7f) || unit === 0x0a || unit === 0x0d || unit === 0x09;
    if (ascii || (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3000 && unit <= 0x303f) || unit >= 0xff00) expected++;
  }
  return expected / (length / 2);
}

function legacyOf(bytes: Uint8Array): DecodedText | undefined {
  const guesses = LEGACY.map((charset) => ({ encoding: charset.encoding, share: shareOfCommon(bytes, charset) }));
  for (const { encoding, share } of guesses.sort((a, b) => b.share - a.share)) {
    const text = share >= PLAUSIBLE ? decodeAs(encoding, bytes) : undefined;
    if (text !== undefined) return { text, encoding };
  }
  return undefined;
}

/** Where a double-byte character set keeps its characters of daily use, by first byte. */
interface Charset {
  readonly encoding: Encoding;
  /** Han characters are at this first byte and above, or below 0xa1. */
  readonly firstHan: number;
  readonly common: readonly [number, number];
  readonly lowestSecond: number;
}

/**
 * GB 2312-1980 puts its 3,755 characters of level 1 into rows 16 to 55; Big5 its 5,401 frequent ones into A440 to C67E.
 */
const LEGACY: readonly Charset[] = [
  { encoding: 'GB18030', firstHan: 0xaa, common: [0xb0, 0xd7], lowestSecond: 0xa1 },
  { encoding: 'BIG5', firstHan: 0xa4, common: [0xa4, 0xc6], lowestSecond: 0x40 },
];

function shareOfCommon(bytes: Uint8Array, { firstHan, common, lowestSecond }: Charset): number {
  const length = Math.min(bytes.length, SAMPLE);
  let han = 0;
  let frequent = 0;
  for (let at = 0; at < length; at++) {
    const first = bytes[at] ?? 0;
    if (first < 0x81) continue;
    const second = bytes[++at] ?? 0;
    if (first >= 0xa1 && first < firstHan) continue;
    han++;
    if (first >= common[0] && first <= common[1] && second >= lowestSecond) frequent++;
  }
  return han === 0 ? 0 : frequent / han;
}

/** The 1-based line of the first byte that is no UTF-8. */
function firstBadLine(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (decodeAs('UTF-8', bytes.subarray(0, wholeCharacters(bytes, middle))) !== undefined) low = middle;
    else high = middle;
  }
  let line = 1;
  for (let at = 0; at < low; at++) if (bytes[at] === 0x0a) line++;
  return line;
}

/** The end, at or before `end`, of the last character that lies whole before it. */
function wholeCharacters(bytes: Uint8Array, end: number): number {
  let start = end;
  while (start > 0 && end - start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  return start;
}
