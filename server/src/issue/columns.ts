import { commonestOf, countsOf } from '../core/groups';
import { lineEndsBetween } from './blocks';
import type { Block } from './model';

/** How the lines of a wrapped text are set, as most of its paragraphs show it. */
export interface Columns {
  /** The width that most lines have; undefined where the text has columns of several widths. */
  readonly width?: number;
  /** The width of a line with its indent: in code units, or in ems, of which ASCII characters take half. */
  widthOf(block: Block): number;
  /** What is between two paragraphs: an indent, or a blank line. */
  readonly parting: 'indent' | 'blankLine';
}

/** So much narrower than its column a full line may be, where OCR lost a character. */
const NARROWER = 2;

/** Marks that may not open a line hang over the edge. */
const HANGING = 3;

/** The last line of a paragraph is shown by so many ems that it is narrower than the line above. */
const CLEARLY_NARROWER = 3;

/** The share of lines that are as wide as the column, and of paragraphs that are separated in one way. */
const LEAST_FULL = 0.5;
const NEARLY_ALL = 0.8;

/** Paragraphs from which on the way in which they are separated is known. */
const ENOUGH_PARAGRAPHS = 3;

/** Measures the running lines of a text. Undefined where nothing shows where paragraphs begin. */
export function readColumns(
  text: string,
  blocks: readonly Block[],
  isRunning: (block: Block) => boolean,
): Columns | undefined {
  const parting = partingOf(text, blocks, isRunning);
  if (!parting) return undefined;
  const running = blocks.filter(isRunning);
  const [units, ems] = [unitsOf, emsOf].map((measure) => {
    const widthOf = (block: Block): number => widthIn(text, block, measure);
    return { widthOf, ...commonest(running.map(widthOf)) };
  }) as [Measured, Measured];
  const { width, share, widthOf } = ems.share > units.share ? ems : units;
  return { widthOf, parting, ...(share < LEAST_FULL ? {} : { width }) };
}

interface Measured {
  readonly width: number;
  readonly share: number;
  widthOf(block: Block): number;
}

function widthIn(text: string, block: Block, measure: (words: string) => number): number {
  return (isIndented(text, block) ? 2 : 0) + measure(block.line.text);
}

/** Whether a line is as wide as the one column of the text, a mark or two that hang over the edge included. */
export function fillsColumn({ width, widthOf }: Columns, block: Block): boolean {
  if (width === undefined) return false;
  const own = widthOf(block);
  return own >= width - NARROWER && own <= width + HANGING;
}

/** Whether an ideographic space is before a line. */
export function isIndented(text: string, block: Block | undefined): boolean {
  return block !== undefined && text.charCodeAt(block.span.start - 1) === 0x3000;
}

/** How the text parts the paragraphs whose last lines are narrower than those above them. */
function partingOf(
  text: string,
  blocks: readonly Block[],
  isRunning: (block: Block) => boolean,
): Columns['parting'] | undefined {
  let [ends, indents, blankLines] = [0, 0, 0];
  for (let at = 1; at + 1 < blocks.length; at++) {
    const [above, block, below] = [blocks[at - 1] as Block, blocks[at] as Block, blocks[at + 1] as Block];
    if (!isRunning(above) || !isRunning(block) || !ENDS_SENTENCE.test(block.line.text)) continue;
    if (lineEndsBetween(text, above, block) !== 1) continue;
    if (widthIn(text, block, emsOf) > widthIn(text, above, emsOf) - CLEARLY_NARROWER) continue;
    ends++;
    const isParted = lineEndsBetween(text, block, below) > 1;
    if (isParted || isIndented(text, below)) indents++;
    if (isParted) blankLines++;
  }
  if (ends < ENOUGH_PARAGRAPHS) return undefined;
  if (blankLines >= NEARLY_ALL * ends) return 'blankLine';
  return indents >= NEARLY_ALL * ends ? 'indent' : undefined;
}

/** Older papers have 、 as their only stop. */
const ENDS_SENTENCE = /[。！？!?…、][”’」』）)]*$/;

/** The most common of some widths, and the share of lines that are as wide or a hanging mark wider. */
function commonest(widths: readonly number[]): { width: number; share: number } {
  const width = commonestOf(countsOf(widths)) ?? 0;
  const alike = widths.filter((own) => own >= width && own <= width + 1).length;
  return { width, share: widths.length === 0 ? 0 : alike / widths.length };
}

/** The length of words in code units. */
export function unitsOf(words: string): number {
  return words.length;
}

/** The length of words in ems: ASCII characters take half a Han character. */
export function emsOf(words: string): number {
  let ems = 0;
  for (let at = 0; at < words.length; at++) ems += words.charCodeAt(at) < 0x80 ? 0.5 : 1;
  return ems;
}
