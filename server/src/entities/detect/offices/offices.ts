import type { Span } from '../../../core/span';
import { isDigit, isHan } from '../../../core/characters';
import { ENTITY_WORDS, isCommonWord } from '../vocabulary';

const { offices, officeParts, boundaries, sentenceWords, beforeOffice, coverbs, coverbsAnywhere } = ENTITY_WORDS;

/** 第七届, 第二: the term before the organ that an office belongs to. */
const TERM = /第[一二三四五六七八九十百\d]{1,4}[届任]?/y;

/**
 * The offices that a text names, in order and without overlaps: 副市长, 党委书记, 财务部总经理. Each is a chain of parts
 * (副, 财务部) and cores (书记, 经理) that ends with a core.
 */
export function officesIn(text: string): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    const end = officeEnd(text, at);
    if (end === at) continue;
    found.push({ start: at, end });
    at = end - 1;
  }
  return found;
}

function officeEnd(text: string, start: number): number {
  if (!isHan(text.charCodeAt(start))) return start;
  let at = start;
  let end = start;
  TERM.lastIndex = start;
  const term = TERM.exec(text);
  if (term) at = TERM.lastIndex;
  while (at - start < LONGEST_OFFICE) {
    const core = offices.lengthAt(text, at);
    const part = officeParts.lengthAt(text, at);
    if (core === 0 && part === 0) return end;
    at += Math.max(core, part);
    if (core >= part) end = at;
  }
  return end;
}

/** Longer chains of parts are none of a language. */
const LONGEST_OFFICE = 40;

/** The offices of a text: where each ends, with where it begins. */
export type OfficeEnds = ReadonlyMap<number, number>;

/** What is known of a text beside its offices. */
export interface OfficeSurroundings {
  /** Where the words may begin at the earliest: after the person before. */
  readonly from: number;
  /** Whether the character at an offset belongs to a known name, in which it is no word by itself: 同 in 大同. */
  isInName(at: number): boolean;
}

const ANYWHERE: OfficeSurroundings = { from: 0, isInName: () => false };

/** The words of office that end at `end`, from the first of a list (市委副书记、代市长) on; undefined where none do. */
export function officeTitleBefore(
  text: string,
  end: number,
  ends: OfficeEnds,
  surroundings: OfficeSurroundings = ANYWHERE,
): Span | undefined {
  const office = ends.get(end);
  if (office === undefined || office < surroundings.from) return undefined;
  let start = itemStart(text, end, office, surroundings);
  for (let items = 1; items < MOST_ITEMS; items++) {
    const before = /[、兼]/.test(text.charAt(start - 1)) ? ends.get(start - 1) : undefined;
    if (before === undefined || before < surroundings.from) break;
    start = itemStart(text, start - 1, before, surroundings);
  }
  return { start, end };
}

/** More offices in a row are not one person's. */
const MOST_ITEMS = 10;
/** Longer runs are sentences. */
const LONGEST_ITEM = 40;
/** Longer quotations are speech. */
const LONGEST_QUOTED = 16;

/**
 * Where the words that end at `end` with an office or an organisation begin: after a mark, or after the last word that
 * cannot belong to them. What begins at `core` belongs to them in any case.
 */
export function itemStart(text: string, end: number, core: number, surroundings = ANYWHERE): number {
  let start = end;
  while (start > surroundings.from && end - start < LONGEST_ITEM) {
    const code = text.charCodeAt(start - 1);
    const character = text.charAt(start - 1);
    if (character === '”') {
      const near = Math.max(0, start - LONGEST_QUOTED);
      const opening = near + text.slice(near, start).lastIndexOf('“');
      if (opening < near || /[。！？，,…]/.test(text.slice(opening, start))) break;
      start = opening;
    } else if (isHan(code) || isDigit(code) || /[·（）()]/.test(character)) start--;
    else break;
  }
  const opened = afterWholeBracket(text, afterClosedBracket(text, start, end), core);
  return Math.min(
    core,
    afterBoundary(
      text,
      opened + (/^[）)·]*/.exec(text.slice(opened, core))?.[0].length ?? 0),
      core,
      surroundings.isInName,
    ),
  );
}

/** After a bracket that the words would begin with, which belongs to what is before: （右图为…参观展览）县委书记. */
function afterWholeBracket(text: string, start: number, core: number): number {
  let after = start;
  for (let next = closingBracket(text, after, core); next !== undefined; next = closingBracket(text, after, core))
    after = next;
  return after;
}

function closingBracket(text: string, at: number, core: number): number | undefined {
  if (!/[（(]/.test(text.charAt(at))) return undefined;
  const closed = at + text.slice(at, core).search(/[）)]/);
  return closed > at ? closed + 1 : undefined;
}

/** After the last bracket that closes what began before the words: （记者 沈知远）市长. */
function afterClosedBracket(text: string, start: number, end: number): number {
  let open = 0;
  let after = start;
  for (let at = start; at < end; at++) {
    if (/[（(]/.test(text.charAt(at))) open++;
    else if (/[）)]/.test(text.charAt(at)) && --open < 0) [after, open] = [at + 1, 0];
  }
  return after;
}

/** After the last of the words that cannot be within an organisation's name, where a part of one follows. */
function afterBoundary(text: string, from: number, end: number, isInName: (at: number) => boolean): number {
  let start = from;
  for (let at = from; at < end; at++) {
    const word = Math.max(boundaries.lengthAt(text, at), coverbs.has(text.charAt(at)) ? 1 : 0);
    const length = Math.max(word, sentenceWords.lengthAt(text, at), verbBeforeOffice(text, at, end));
    if (length === 0 || at + length > end || isInName(at)) continue;
    const opens = at === start && (length > 1 || WITH.test(text.charAt(at)));
    if (!opens && !isBoundary(text, at, length)) continue;
    if (text.charAt(at - 1) === '共' && text.charAt(at) === '和') continue;
    start = at + length;
    at = start - 1;
  }
  return start;
}

/** The length of a verb at `at` that ends where the office begins. */
function verbBeforeOffice(text: string, at: number, office: number): number {
  const length = beforeOffice.lengthAt(text, at);
  return at + length === office ? length : 0;
}

/** Whether a word that is no part of a name separates two names, or a sentence from a name. */
function isBoundary(text: string, at: number, length: number): boolean {
  if (NEVER_WITHIN.test(text.charAt(at)) || sentenceWords.lengthAt(text, at) === length) return true;
  if (length > 1 && beforeOffice.lengthAt(text, at) === length) return true;
  if (boundaries.lengthAt(text, at) === length && mayBeginOffice(text, at + length)) return true;
  if (AND.test(text.charAt(at)) && ENTITY_WORDS.organisationEndings.lengthBefore(text, at) > 1) return true;
  return coverbs.has(text.charAt(at)) && isCoverb(text, at);
}

/** 会议由局长, 现场由交警大队, and not 合同主管, 供给科科长. */
function isCoverb(text: string, at: number): boolean {
  if (isCommonWord(text.charCodeAt(at - 1), text.charCodeAt(at))) return false;
  if (coverbsAnywhere.has(text.charAt(at)) && !isCommonWord(text.charCodeAt(at), text.charCodeAt(at + 1))) return true;
  return Math.max(offices.lengthAt(text, at + 1), officeParts.lengthAt(text, at + 1)) > 0;
}

const NEVER_WITHIN = /[的了是]/;
const AND = /[和与及]/;
const WITH = /[与对]/;

/** A character such as 和 or 对 is a boundary only before what begins an office or an organisation. */
function mayBeginOffice(text: string, at: number): boolean {
  return (
    OFFICE_BEGINS.test(text.charAt(at)) ||
    ENTITY_WORDS.worldPlaces.lengthAt(text, at) > 0 ||
    ENTITY_WORDS.organisations.lengthAt(text, at) > 0
  );
}

const OFFICE_BEGINS = /[省市县区州乡镇村中全国原副代党政人常总]/;
