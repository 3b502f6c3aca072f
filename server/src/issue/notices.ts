import { memoize } from '../core/cache';
import { datesIn } from './dates';
import { ERA_COUNTRY } from './eras';
import { isUnended } from './heads';
import { closesNotice, isHeadingLike, needsNoStop, opensWithContact } from './lineEnds';
import type { Block, Line } from './model';
import { VOCABULARY } from './vocabulary';

/** A line that names the kind of a notice is at most this long, in code units. */
const LONGEST_TITLE = 14;

/** So many lines below its title, a notice shows what it is. */
const REACH = 8;

/** An organisation or person that signs a notice takes at most so many code units. */
const LONGEST_SIGNATURE = 30;

/**
 * Tells the lines of notices from what they look like by themselves: a line that is only the name of a notice (遗失声明)
 * is a headline though no mark shows it, and a telephone number below it is not one of the newspaper.
 */
export function withNotices(blocks: readonly Block[]): readonly Block[] {
  let result: Block[] | undefined;
  let isInNotice = false;
  for (const [at, block] of blocks.entries()) {
    const isTitle = isNoticeTitle(block.line);
    const isBelowNotice = isInNotice;
    if (block.kind === 'heading' || block.kind === 'pageMark' || isTitle) isInNotice = isTitle;
    const isHeading = isTitle && opensNotice(blocks, at, isBelowNotice);
    const kind = kindInNotice(block, isHeading, isInNotice);
    if (kind === undefined) continue;
    result ??= [...blocks];
    result[at] = { ...block, kind };
  }
  return result ?? blocks;
}

function kindInNotice(
  { kind, line, wraps }: Block,
  isHeading: boolean,
  isInNotice: boolean,
): Block['kind'] | undefined {
  if (isHeading && !wraps && (kind === 'body' || kind === 'byline')) return 'heading';
  if (isInNotice && kind === 'furniture' && opensWithContact(line.text)) return 'body';
  return undefined;
}

/**
 * Whether a notice begins with the title at a place: what is below shows it, or the title says what the notice is about
 * (拍卖公告) or is below another notice, the line above is complete and running text is below.
 */
function opensNotice(blocks: readonly Block[], at: number, isBelowNotice: boolean): boolean {
  if (isNoticeBelow(blocks, at + 1)) return true;
  const [above, title, below] = [blocks[at - 1], blocks[at] as Block, blocks[at + 1]];
  if (!isBelowNotice && !VOCABULARY.noticeName.test(withoutBlanks(title.line.text))) return false;
  if (below?.kind !== 'body' || isHeadingLike(below.line.text)) return false;
  return above?.kind !== 'body' || !isUnended(above.line.text) || needsNoStop(above.line.text);
}

const isNoticeTitle = memoize(({ text }: Line): boolean => {
  const words = withoutBlanks(text);
  if (VOCABULARY.noticeTitles.has(words) || VOCABULARY.noticeName.test(words)) return true;
  if (closesNotice(words)) return false;
  return words.length <= LONGEST_TITLE && !/[，。：；、？！]/.test(words) && NOTICE_ENDING.test(words);
});

/** Whether the lines at a place are those of a notice: one closes it, gives an address, or dates it. */
function isNoticeBelow(blocks: readonly Block[], from: number): boolean {
  for (let at = from; at < Math.min(blocks.length, from + REACH); at++) {
    const { kind, line } = blocks[at] as Block;
    if (kind === 'heading' || kind === 'pageMark' || isNoticeTitle(line)) return false;
    if (isOfNotice(line) || isDateLine(line)) return true;
  }
  return false;
}

/** Whether a line can only belong to a notice: 特此公告, 电话：…, ……声明作废. */
export const isOfNotice = memoize(({ text }: Line): boolean => VOCABULARY.noticeSign.test(text) || closesNotice(text));

/** Whether a block signs the text above it: an organisation or a person, with a line below that is only a date. */
export function isSignature(blocks: readonly Block[], at: number): boolean {
  const [above, block, below] = [blocks[at - 1], blocks[at], blocks[at + 1]];
  if (above?.kind !== 'body' || block?.kind !== 'body' || below?.kind !== 'body' || !isDateLine(below.line))
    return false;
  return block.line.text.length <= LONGEST_SIGNATURE && isUnended(block.line.text) && !isNoticeTitle(block.line);
}

/** Whether a line is a date with its year and nothing else. */
export const isDateLine = memoize(({ text }: Line): boolean => {
  const words = text.length <= LONGEST_SIGNATURE ? text.trim().replace(COUNTRY, '') : '';
  const [date] = datesIn(words);
  return date?.year !== undefined && date.span.end - date.span.start === words.length;
});

const COUNTRY = new RegExp(`^(?:${ERA_COUNTRY})[\\s　]*`);

function withoutBlanks(text: string): string {
  return text.replace(/[\s　]/g, '');
}

const NOTICE_ENDING = new RegExp(`(?:${VOCABULARY.noticeHeadlines.join('|')})$`);
