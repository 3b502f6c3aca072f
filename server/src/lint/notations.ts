import lexicon from '../../../dictionaries/lexicons/notations.json';
import { addressesIn, pathsIn } from '../core/addresses';
import { isChinese, isLatin } from '../core/characters';
import { createSpanLookup, type Span } from '../core/span';
import { oneOf } from '../issue/vocabulary';

/** A stretch of text whose half-width marks are its own, such as an address, a formula or a citation. */
export interface Notation extends Span {
  /** Offsets (UTF-16) of the marks that a person may still want to be full-width. */
  readonly doubtful: readonly number[];
}

const NUMBER = String.raw`\d{1,12}(?:\.\d{1,12})?`;
/** Degrees, with minutes and seconds. */
const ANGLE = String.raw`[ENSW]?${NUMBER}°(?:\d{1,2}[′'](?:\d{1,2}[″"])?)?[ENSW]?`;
/** A number, an angle, a variable or infinity. */
const TERM = String.raw`\s?[+\-−]?(?:${ANGLE}|${NUMBER}[%‰]?|[A-Za-z][₀-₉\d']?|∞)\s?`;
/** (3,4) but not the number (1,280). */
const TERMS = String.raw`\((?!\d{1,3}(?:,\d{3}){1,4}\))${TERM}(?:,${TERM}){1,5}\)`;
const ELEMENTS = String.raw`(?:[A-Z][a-z]?\d{0,2}){1,6}`;

/** Marks that no person wants to be full-width. */
const FIXED = [
  TERMS,
  // (10,20] and [10,20), [i,j] and {1,2,3}
  String.raw`\[${TERM},${TERM}\)|\(${TERM},${TERM}\]|[[{]${TERM}(?:,${TERM}){1,9}[\]}]`,
  // (NH4)2SO4
  String.raw`\(${ELEMENTS}\)\d{0,2}${ELEMENTS}`,
  // <a title="甲:乙">
  String.raw`</?[A-Za-z][^<>\n]{0,300}>`,
  // [^1]: before a note
  String.raw`^\[\^?[\w-]{1,20}\]:`,
  // &lt;
  String.raw`&(?:[A-Za-z]{2,8}\d{0,2}|#\d{2,6}|#[xX][\dA-Fa-f]{2,5});`,
  // 氮:磷:钾=1:2:3
  String.raw`[\u4e00-\u9fff]{1,3}(?::[\u4e00-\u9fff]{1,3}){1,5}(?=(?:比例)?[=＝为]\s?\d{1,4}[:：∶]\d)`,
  // 版权所有(C)2008
  String.raw`\([cC]\)(?=\s?(?:19|20)\d\d)|(?<=版权|版权所有)\([cC]\)`,
  oneOf(lexicon.namesWithMarks),
].join('|');

/** Brackets or a mark at the end, or quoted text to be typed as it stands. */
const DOUBTFUL = [
  // (3,4) behind Chinese
  String.raw`(?<![A-Za-z\d\]=])${TERMS}`,
  // (010)12345678
  String.raw`\((?:0\d{2,3}|86)\)(?=[ -]?\d{7,11})`,
  // n! and 5!
  String.raw`(?<![\w.:'-])(?:[a-z]|\d{1,2})!(?![!?])`,
  // 发送“CX:姓名”
  String.raw`(?<=${oneOf(lexicon.typing)})[“‘「"][A-Za-z\d=*#+][^“”‘’「」"]{1,40}[”’」"]`,
].join('|');

const NOTATION = new RegExp(`(${DOUBTFUL})|${FIXED}`, 'g');

const CITATION_TYPE = new RegExp(
  String.raw`\[(?:${lexicon.citationTypes.join('|')})(?:/(?:${lexicon.citationMedia.join('|')}))?\]`,
  'g',
);

/** Code units of a citation on either side of its type. */
const LONGEST_CITATION = 200;

/** Tells the notation that a position is in, for positions that only go up. */
export function createNotationLookup(text: string): (at: number) => Notation | undefined {
  return createSpanLookup(notationsIn(text));
}

/** The notations of a text, in order and without overlaps. */
function notationsIn(text: string): Notation[] {
  if (isTableRow(text) || isCode(text)) return [{ start: 0, end: text.length, doubtful: [] }];
  const found = [...addressesIn(text), ...pathsIn(text), ...citationsIn(text)].map(({ start, end }): Notation => ({
    start,
    end,
    doubtful: [],
  }));
  for (const { 0: surface, 1: doubtful, index } of text.matchAll(NOTATION))
    found.push({ start: index, end: index + surface.length, doubtful: doubtful ? marksOf(doubtful, index) : [] });
  const notations: Notation[] = [];
  let reached = 0;
  for (const { start, end, doubtful } of found.sort((one, other) => one.start - other.start || other.end - one.end)) {
    if (end <= reached) continue;
    notations.push(start < reached ? { start: reached, end, doubtful: [] } : { start, end, doubtful });
    reached = end;
  }
  return notations;
}

/** The brackets around a notation, the mark at its end, or those that are quoted. */
function marksOf(surface: string, start: number): number[] {
  const end = start + surface.length - 1;
  if (surface.startsWith('(')) return [start, end];
  if (surface.endsWith('!')) return [end];
  return Array.from(surface.matchAll(/[,;:?!()]/g), ({ index }) => start + index);
}

function* citationsIn(text: string): Iterable<Span> {
  for (const { index } of text.matchAll(CITATION_TYPE)) {
    const from = Math.max(0, index - LONGEST_CITATION);
    const before = text.slice(from, index).lastIndexOf('。');
    const behind = text.slice(index, index + LONGEST_CITATION).indexOf('。');
    yield {
      start: from + before + 1,
      end: behind < 0 ? Math.min(text.length, index + LONGEST_CITATION) : index + behind,
    };
  }
}

const CHINESE_MARK = /[，。；：、！？“”]/;
const LONGEST_ROW = 400;

/** Whether a line is code: const 名 = "甲,乙"; // 丙 */
function isCode(text: string): boolean {
  if (text.length > LONGEST_ROW || CHINESE_MARK.test(text)) return false;
  const beforeComment = text.slice(0, Math.max(0, text.lastIndexOf('//')));
  const isEnded = [text, beforeComment].some((statement) => /[;{}]$/.test(statement.trimEnd()));
  return isEnded && /[{}]|\s[=!<>]=?\s/.test(text);
}

const FEWEST_CELLS = 3;
const LONGEST_CELL = 20;

/** Whether a line is a row of cells with commas between them, one of which is a number: 云川县,12,34. */
function isTableRow(text: string): boolean {
  if (text.length > LONGEST_ROW || CHINESE_MARK.test(text)) return false;
  const cells = text.split(',');
  return (
    cells.length >= FEWEST_CELLS &&
    cells.every((cell) => cell.length <= LONGEST_CELL) &&
    cells.some((cell) => /^\s*[+-]?\d[\d.]*%?\s*$/.test(cell))
  );
}

/** Code units of a formula or face between brackets. */
const LONGEST_FORMULA = 60;
const LONGEST_FACE = 12;

const OPERATORS = new Set(lexicon.operators);
const SUPERSCRIPTS = new Set(lexicon.superscripts);

/** x+1, a=b and n-1, but not 2005-2010, R&D or +. */
const OPERATION = /[A-Za-z\d)²³]\s?[=+×÷*<>≤≥≠^·→]\s?-?[A-Za-z\d(√]|(?<![A-Za-z])[a-z][-−/][a-z\d](?![A-Za-z])/;

/** Whether brackets are part of a formula: there is one between them, or an operator beside them. Takes their offsets. */
export function isFormula(text: string, opening: number, closing: number): boolean {
  if (closing - opening > LONGEST_FORMULA) return false;
  const inner = text.slice(opening + 1, closing);
  if (
    !/[A-Za-z\d]/.test(inner) ||
    Array.from(inner).some((character) => isChinese(character.charCodeAt(0)) && character !== '·')
  )
    return false;
  if (OPERATION.test(inner)) return true;
  const next = text.charAt(closing + 1);
  return OPERATORS.has(text.charAt(opening - 1)) || OPERATORS.has(next) || SUPERSCRIPTS.has(next);
}

/** Whether what is between brackets is a face, such as (^_^). Takes the offsets of the brackets. */
export function isFace(text: string, opening: number, closing: number): boolean {
  const face = text.slice(opening + 1, closing).trim();
  if (face.length < 3 || face.length > LONGEST_FACE || /\d/.test(face) || new Set(face).size === 1) return false;
  if (Array.from(face).some((character) => lexicon.faces.includes(character))) return true;
  return lexicon.facePairs.includes(face.charAt(0) + face.charAt(face.length - 1)) && !/[\u4e00-\u9fff]{2}/.test(face);
}

/**
 * Whether brackets hold the arguments of a function of a program: they are behind its name, and have straight quotation marks or
 * the like in them. Takes their offsets.
 */
export function isCall(text: string, opening: number, closing: number): boolean {
  if (closing - opening > LONGEST_CALL || !isLatin(text.charCodeAt(opening - 1))) return false;
  return /["<>={};]/.test(text.slice(opening, closing));
}

const LONGEST_CALL = 200;

/** Where a face such as :) or ;-( begins, if the bracket at the offset ends one. */
export function smileBefore(text: string, at: number): number | undefined {
  if (!'()'.includes(text.charAt(at))) return undefined;
  const eyes = /[-^o'’]/.test(text.charAt(at - 1)) ? at - 2 : at - 1;
  return /[:;=：；]/.test(text.charAt(eyes)) ? eyes : undefined;
}
