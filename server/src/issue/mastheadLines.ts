import { isEditorsLine, isOfDepartment } from './byline';
import { datesIn, isDateOfMasthead } from './dates';
import { isUnended } from './heads';
import type { Block } from './model';
import { isDateLine } from './notices';
import { VOCABULARY } from './vocabulary';

/** So many blocks from the top, the name of the paper may stand, and the date so many below it. */
const TOP = 4;
const REACH = 10;

/** Lines of a masthead are at most this long, in code units; OCR runs several into one. */
const LONGEST = 160;

/**
 * Marks the lines between the name of the paper and the date at the top of a text as furniture: who publishes it, where, its number
 * and price.
 */
export function withMasthead(blocks: readonly Block[]): readonly Block[] {
  const name = blocks.slice(0, TOP).findIndex(({ line }) => isPaperName(line.text.replace(/[\s　]/g, '')));
  if (name < 0) return blocks;
  let date = name + 1;
  while (date < name + REACH && isMastheadLine(blocks[date]) && !isDated(blocks[date])) date++;
  if (!isMastheadLine(blocks[date]) || !isDated(blocks[date])) return blocks;
  return blocks.map((block, at) =>
    at >= name && at <= date && block.kind === 'body' ? { ...block, kind: 'furniture' } : block,
  );
}

/**
 * Marks the name of a department, such as a literary supplement, and the line below it that names its editors as furniture: articles of
 * the department are below.
 */
export function withDepartments(blocks: readonly Block[]): readonly Block[] {
  const settled = new Set(
    blocks.flatMap(({ kind, line }, at) => {
      if (isDepartment(blocks[at], blocks[at + 1])) return [at, at + 1];
      return kind === 'body' && isOfDepartment(line.text) ? [at] : [];
    }),
  );
  if (settled.size === 0) return blocks;
  return blocks.map((block, at) => (settled.has(at) ? { ...block, kind: 'furniture' } : block));
}

function isDepartment(name: Block | undefined, editors: Block | undefined): boolean {
  if (name?.kind !== 'body' || name.wraps || !editors || !namesEditors(editors.line.text)) return false;
  return name.line.text.length <= LONGEST_DEPARTMENT && isUnended(name.line.text);
}

function namesEditors(words: string): boolean {
  return isEditorsLine(words) || isOfDepartment(words);
}

/** In code units. */
const LONGEST_DEPARTMENT = 6;

/** Alone at the top, a shorter name (晶报) is one too. */
function isPaperName(words: string): boolean {
  return VOCABULARY.paperName.test(words) || /^[\u4e00-\u9fff]{1,4}报$/.test(words);
}

function isMastheadLine(block: Block | undefined): boolean {
  if (!block || block.kind === 'heading' || block.line.text.length > LONGEST) return false;
  return isUnended(block.line.text);
}

/** A line that is a date, or has one like those of mastheads. */
function isDated(block: Block | undefined): boolean {
  if (!block) return false;
  return isDateLine(block.line) || datesIn(block.line.text).some(isDateOfMasthead);
}
