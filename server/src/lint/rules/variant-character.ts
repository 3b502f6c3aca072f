import { t } from '@vscode/l10n';
import commonWords from '../../../../dictionaries/lexicons/common-words.json';
import nonstandard from '../../../../dictionaries/lexicons/nonstandard-characters.json';
import variants from '../../../../dictionaries/lexicons/variants.json';
import { isHan } from '../../core/characters';
import { isTraditional } from '../../core/script/script';
import type { Finding } from '../../core/diagnostic';
import { memoize, once } from '../../core/cache';
import { firstIndex, overlapFinder } from '../../core/search';
import type { Span } from '../../core/span';
import { mayBelongToName } from '../../entities/names';
import type { IssueDocument, Line } from '../../issue/model';
import { issueRule, PRINTED_TEXT, replacement, RUNNING_TEXT, type Named } from '../rule';

const SIMPLIFIED: Readonly<Record<string, string>> = variants;

/** Characters outside the standard table that stand for a common one of it: 囯 for 国. */
const STANDARD: Readonly<Record<string, string>> = nonstandard;
const NONSTANDARD = new Uint8Array(0x10000);
for (const character of Object.keys(STANDARD)) NONSTANDARD[character.charCodeAt(0)] = 1;

/** The second characters of common two-character words, by the first. */
const WORDS: Readonly<Record<string, string>> = commonWords;

/** A text is traditional, and not in error, from this share of its Han on and from this many such characters on. */
const TRADITIONAL_SHARE = 0.05;
const TRADITIONAL_COUNT = 6;

export const variantCharacter = issueRule({
  id: 'variant-character',
  title: 'Traditional character',
  description: 'A traditional or variant character in simplified text. It may be correct in names and headlines.',
  severity: 'warning',
  applicability: 'suggested',
  *check({ document, named }) {
    const isInName = isInNameOfPerson(named);
    yield* nonstandardFindings(document, isInName);
    const { text, blocks, articles } = document;
    const offsets = traditionalOffsets(document);
    if (offsets.length === 0 || isPrintedSo(text, offsets, 0, text.length)) return;
    const exempt = articles
      .map(({ span }) => span)
      .filter(({ start, end }) => isPrintedSo(text, within(offsets, start, end), start, end));
    const isTerm = recurring(text, offsets, (character) => SIMPLIFIED[character]?.charAt(0) ?? character);
    for (const block of blocks) {
      if (!PRINTED_TEXT.includes(block.kind)) continue;
      const isRunning = RUNNING_TEXT.includes(block.kind);
      for (const at of traditionalIn(block.line)) {
        const offset = block.content.start + at;
        if (exempt.some((span) => span.start <= offset && offset < span.end)) continue;
        const isCertain = isRunning && !mayBeName(text, offset) && !isTerm(offset) && !isInName(offset);
        yield finding(text, offset, isCertain);
      }
    }
  },
});

/** What a modern simplified text has of characters outside the standard table: misread, except for names and Japanese. */
function* nonstandardFindings(
  { text, script, blocks }: IssueDocument,
  isInName: (offset: number) => boolean,
): Iterable<Finding> {
  if (script === 'Hant' || script === 'mixed') return;
  const places = blocks.flatMap(({ kind, content, line }) =>
    PRINTED_TEXT.includes(kind) ? nonstandardIn(line).map((at) => ({ kind, offset: content.start + at })) : [],
  );
  if (places.length === 0) return;
  const isTerm = recurring(
    text,
    places.map(({ offset }) => offset),
    (character) => STANDARD[character] ?? character,
  );
  for (const { kind, offset } of places) {
    if (isKana(text.charAt(offset - 1)) || isKana(text.charAt(offset + 1))) continue;
    const character = text.charAt(offset);
    const standard = STANDARD[character] ?? character;
    const isDoubtful =
      !RUNNING_TEXT.includes(kind) || isTerm(offset) || mayBelongToName(text, offset, standard) || isInName(offset);
    const span = { start: offset, end: offset + 1 };
    yield {
      span,
      message: t('“{0}” is not in the table of standard characters; it may be meant as “{1}”', character, standard),
      ...(isDoubtful && { severity: 'info' }),
      fixes: [
        replacement(
          span,
          standard,
          isDoubtful ? 'manual' : 'suggested',
          t('Replace “{0}” with {1}', character, standard),
        ),
      ],
    };
  }
}

function isKana(character: string): boolean {
  return /[\u3041-\u30ff]/.test(character);
}

/** Offsets of the characters outside the standard table in a line's text, in order. */
const nonstandardIn = memoize(({ printed }: Line) => offsetsIn(printed, (code) => NONSTANDARD[code] === 1));

/** Offsets of the traditional-only characters, in order. All of them are in blocks. */
function traditionalOffsets({ blocks }: IssueDocument): number[] {
  const offsets: number[] = [];
  for (const { content, line } of blocks) for (const at of traditionalIn(line)) offsets.push(content.start + at);
  return offsets;
}

/** Offsets of the traditional-only characters in a line's text, in order. */
const traditionalIn = memoize(({ printed }: Line) => offsetsIn(printed, isTraditional));

function offsetsIn(text: string, isOne: (code: number) => boolean): number[] {
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at++) if (isOne(text.charCodeAt(at))) offsets.push(at);
  return offsets;
}

function within(offsets: readonly number[], start: number, end: number): readonly number[] {
  const from = firstIndex(offsets.length, (index) => (offsets[index] ?? end) >= start);
  const to = firstIndex(offsets.length, (index) => (offsets[index] ?? end) >= end);
  return offsets.slice(from, to);
}

/** Whether so many of the Han characters of a stretch of text are traditional that it was printed so. */
function isPrintedSo(text: string, offsets: readonly number[], start: number, end: number): boolean {
  if (offsets.length < TRADITIONAL_COUNT) return false;
  let han = 0;
  for (let at = start; at < end && offsets.length > han * TRADITIONAL_SHARE; at++)
    if (isHan(text.charCodeAt(at))) han++;
  return offsets.length > han * TRADITIONAL_SHARE;
}

/** A form that comes back so often is the name of something and no accident. */
const RECURRENCES_OF_TERM = 3;

/**
 * Tells the characters that recur in the issue with the one before them, or begin a word that recurs and is no common one:
 * 云龍渠, 龍泉镇, but not 產量. `meant` gives the ordinary form of a character.
 */
function recurring(
  text: string,
  offsets: readonly number[],
  meant: (character: string) => string,
): (offset: number) => boolean {
  const counts = new Map<string, number>();
  const keysOf = (offset: number): string[] => {
    const [before, character, behind] = [offset - 1, offset, offset + 1].map((at) => text.charAt(at)) as Triple;
    const isCommon = (WORDS[meant(character)] ?? '').includes(behind);
    return [`${before}${character}|`, ...(isCommon ? [] : [`|${character}${behind}`])];
  };
  for (const offset of offsets) for (const key of keysOf(offset)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return (offset) => keysOf(offset).some((key) => (counts.get(key) ?? 0) >= RECURRENCES_OF_TERM);
}

type Triple = [string, string, string];

function finding(text: string, at: number, certain: boolean): Finding {
  const span: Span = { start: at, end: at + 1 };
  const character = text.charAt(at);
  const fixes = Array.from(SIMPLIFIED[character] ?? '', (simplified) =>
    replacement(span, simplified, certain ? 'suggested' : 'manual', t('Replace “{0}” with {1}', character, simplified)),
  );
  return certain
    ? { span, message: t('Traditional character “{0}” in simplified text', character), fixes }
    : {
        span,
        message: t('Traditional character “{0}”: correct if the name is written this way', character),
        severity: 'info',
        fixes,
      };
}

/** Whether the character may belong to a name. Names keep their form, and their surnames are known in simplified form. */
function mayBeName(text: string, at: number): boolean {
  const character = text.charAt(at);
  return mayBelongToName(text, at, SIMPLIFIED[character]?.charAt(0) ?? character);
}

/** Whether a character is probably in the name of a person. Names are looked for when this is first asked. */
function isInNameOfPerson(named: () => Named): (offset: number) => boolean {
  const people = once(() => overlapFinder(named().mentions.filter(({ type }) => type === 'person')));
  return (offset) => people()({ start: offset, end: offset + 1 }).length > 0;
}
