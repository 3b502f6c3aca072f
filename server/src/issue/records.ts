import { traitsOf } from '../core/characters';
import { memoize } from '../core/cache';
import { shiftSpan } from '../core/span';
import { lineEndsBetween } from './blocks';
import { authorOf } from './byline';
import { pageValueIn, readField, type Field, type FieldName } from './fields';
import { isUnended } from './heads';
import type { Block, BlockKind, HeadlineRole, Line } from './model';
import { readNumeral } from './numerals';
import { readPageMark, type PageMark } from './pageMark';

/** A page that begins, or goes on, with an article that says so itself. */
export interface RecordMark {
  readonly start: number;
  readonly block: Block;
  readonly mark: PageMark;
}

export interface Records {
  readonly blocks: readonly Block[];
  /** In the order of the text. */
  readonly marks: readonly RecordMark[];
}

/** A head line in the archive form is at most this long, in code units, and so many are above one page line. */
const LONGEST_HEAD_LINE = 60;
const MOST_HEAD_LINES = 6;

/** The share of page lines that are right below head lines where that is the habit of a text. */
const NEARLY_ALL = 0.8;

/**
 * Finds articles that carry their own metadata, as databases and text archives write them: lines with labels (【标题】,
 * 日期：), or a page line below each head (第1版(要闻), 专栏：). Nothing where a text has no such articles.
 */
export function readRecords(text: string, blocks: readonly Block[]): Records | undefined {
  const fields = blocks.map(({ line }) => fieldOf(line));
  const found: Found = { blocks: [...blocks], marks: [] };
  readLabelled(fields, found);
  readPageLines(text, blocks, fields, found);
  if (found.marks.length === 0 && found.blocks.every((block, at) => block === blocks[at])) return undefined;
  return { blocks: found.blocks, marks: found.marks.sort((a, b) => a.start - b.start) };
}

interface Found {
  readonly blocks: Block[];
  readonly marks: RecordMark[];
}

const fieldOf = memoize(({ text }: Line): Field | undefined => readField(text));

/** Neighbouring lines with labels, a headline among them and something else. */
function readLabelled(fields: readonly (Field | undefined)[], { blocks, marks }: Found): void {
  for (let at = 0; at < blocks.length; at++) {
    if (!fields[at]) continue;
    let end = at;
    while (fields[end]) end++;
    const names = new Set(fields.slice(at, end).map((field) => field?.name));
    if (names.has('main') && names.size > 1) {
      const value = pageValueIn(blocks.slice(at, end).map(({ line }) => line.text));
      const mark = value === undefined ? undefined : markOf(value);
      if (mark) marks.push({ start: blocks[at]?.span.start ?? 0, block: blocks[at] as Block, mark });
      let opens = true;
      for (let index = at; index < end; index++) {
        const block = labelledBlock(blocks[index] as Block, fields[index] as Field);
        blocks[index] = block.kind === 'heading' && opens ? { ...block, opens } : block;
        if (block.kind === 'heading') opens = false;
      }
    }
    at = end;
  }
}

const KINDS: Readonly<Partial<Record<FieldName, BlockKind>>> = {
  kicker: 'heading',
  main: 'heading',
  sub: 'heading',
  author: 'byline',
  text: 'body',
};

const ROLES: ReadonlySet<FieldName> = new Set(['kicker', 'main', 'sub']);

/** The value of a field as a block of its own kind; what is a fact about the article, or empty, is metadata. */
function labelledBlock(block: Block, { name, value }: Field): Block {
  const kind = value.start === value.end ? undefined : KINDS[name];
  if (kind === undefined) return { ...block, kind: 'metadata' };
  const line = valueLine(block.line);
  const content = shiftSpan(value, block.content.start);
  const labelled = { kind, span: block.span, content, line };
  return ROLES.has(name) ? { ...labelled, role: name as HeadlineRole } : labelled;
}

/** The line of a field without its label; the same object for the same line. */
const valueLine = memoize((line: Line): Line => {
  const start = readField(line.text)?.value.start ?? 0;
  const [text, printed] = [line.text.slice(start), line.printed.slice(start)];
  return { kind: 'body', content: { start: 0, end: text.length }, text, printed, traits: traitsOf(printed) };
});

function markOf(value: string): PageMark | undefined {
  const mark = readPageMark(value);
  if (mark?.number !== undefined) return mark;
  const numeral = /^第?\s*([A-Da-d]?)([\d〇零一二三四五六七八九十]{1,3})(?=$|[\s版:：（(])/.exec(value);
  const number = numeral ? readNumeral(numeral[2] ?? '') : undefined;
  return number === undefined || number === 0 ? undefined : { number, label: numeral?.[0].trim() ?? '' };
}

/** Head lines with a page line right below them, which a line 专栏： may follow. */
function readPageLines(
  text: string,
  read: readonly Block[],
  fields: readonly (Field | undefined)[],
  { blocks, marks }: Found,
): void {
  const places = read.flatMap((block, at) => (block.kind === 'pageMark' ? [at] : []));
  const heads = places.map((at) => firstHeadLine(text, read, at));
  const isSure = places.some((at) => fields[at + 1]?.name === 'column');
  if (!isSure && !isHabit(read, places, heads)) return;
  places.forEach((at, place) => {
    const first = heads[place] ?? at;
    const block = read[at] as Block;
    const mark = readPageMark(block.line.text);
    if (first === at || mark?.number === undefined) return;
    marks.push({ start: read[first]?.span.start ?? 0, block, mark });
    blocks[at] = { ...block, kind: 'metadata' };
    if (fields[at + 1]?.name === 'column') blocks[at + 1] = { ...(read[at + 1] as Block), kind: 'metadata' };
    const last = read[at - 1] as Block;
    const isSigned = at - 1 > first && (last.kind === 'byline' || authorOf(last.line) !== undefined);
    for (let index = first; index < at; index++) {
      const kind = isSigned && index === at - 1 ? 'byline' : 'heading';
      blocks[index] = { ...(read[index] as Block), kind, ...(index === first ? { opens: true } : {}) };
    }
  });
}

/** Whether page lines below heads are how this text is written: they repeat a page, and hardly one is elsewhere. */
function isHabit(read: readonly Block[], places: readonly number[], heads: readonly number[]): boolean {
  const numbers = places.map((at) => readPageMark(read[at]?.line.text ?? '')?.number);
  const repeats = numbers.some((number, place) => number !== undefined && number === numbers[place + 1]);
  const below = places.filter((at, place) => heads[place] !== at).length;
  return repeats && below >= NEARLY_ALL * places.length;
}

/** The first of the short lines that are above a page line without a blank line between; itself where there is none. */
function firstHeadLine(text: string, read: readonly Block[], at: number): number {
  let first = at;
  while (first > 0 && at - first < MOST_HEAD_LINES) {
    const [above, below] = [read[first - 1] as Block, read[first] as Block];
    if (!HEAD_KINDS.has(above.kind) || above.line.text.length > LONGEST_HEAD_LINE) break;
    if (lineEndsBetween(text, above, below) > 1 || !isHeadLine(above)) break;
    first--;
  }
  return first;
}

const HEAD_KINDS: ReadonlySet<BlockKind> = new Set(['body', 'heading', 'byline', 'caption', 'credit']);

function isHeadLine({ kind, line }: Block): boolean {
  return kind !== 'body' || isUnended(line.text) || /(?:——|：|[！？!?”])$/.test(line.text);
}
