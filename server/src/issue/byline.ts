import { memoize } from '../core/cache';
import { isChineseName, isDottedName, isNameShaped } from '../core/names/shape';
import { shiftSpan, type Span } from '../core/span';
import type { Byline, BylinePerson, Dateline, Line, PersonRole } from './model';
import { NUMERAL_CLASS, readNumeral } from './numerals';
import { oneOf, VOCABULARY } from './vocabulary';

const TITLE = new RegExp(oneOf(VOCABULARY.bylineTitles), 'g');
const PHOTO_ENDING = new RegExp(
  `\\s{0,9}(?:文\\s{0,9}(?:[/／、]\\s{0,9})?)?(?:${oneOf(VOCABULARY.photographerEndings)})\\s{0,9}(?:[（(][^（()）]{1,12}[）)])?$`,
);

/**
 * 新华社北京5月6日电, 本报讯, 本报云川7月21日讯: the paper or agency, perhaps a place and a date, then 电 or 讯; with the
 * bracketed names that follow.
 */
const STORY_OPENING = new RegExp(
  `^[（(【]?((?:据)?(本报|本台|本社|新华社|中新社|中新网|人民网|央视网|新华网)([\\u4e00-\\u9fff、]{0,12}?)(?:([${NUMERAL_CLASS}]{1,3})月)?(?:([${NUMERAL_CLASS}]{1,3})日)?(?:专)?(?:讯|电|消息|综合消息))[】]?[\\s　]*(?:[（(]([^（）()]{2,60})[）)])?`,
);

/** （倫敦廿日路透電）: place, day and agency in brackets, as papers of before 1950 have them. */
const BRACKETED_DATELINE = new RegExp(
  `^[（(【]((?:[\\u4e00-\\u9fff]{2,10}?))(?:([${NUMERAL_CLASS}]{1,3})月)?([${NUMERAL_CLASS}]{1,3})日[\\u4e00-\\u9fff]{0,6}[电通][）)】]`,
);

/** The opening of a story's first paragraph. Offsets are relative to the text. */
export interface StoryOpening {
  readonly byline?: Byline;
  readonly dateline: Dateline;
}

/**
 * Reads 本报讯（记者 …） or 新华社…电（记者…） at the start of a paragraph. A dateline in brackets is not read: in old papers each
 * paragraph of a story may have one.
 */
export function readStoryOpening(text: string): StoryOpening | undefined {
  const match = STORY_OPENING.exec(text.slice(0, 120));
  if (!match) return undefined;
  const [whole, opening = '', source = '', place, month, day, names] = match;
  const start = whole.indexOf(opening);
  const span = { start, end: start + opening.length };
  const dateline: Dateline = {
    span,
    ...(place ? { place } : {}),
    ...numberAs('month', month),
    ...numberAs('day', day),
  };
  if (names === undefined) return { dateline };
  const people = readPeople(names).map((person) => ({
    ...person,
    span: shiftSpan(person.span, whole.lastIndexOf(names)),
  }));
  if (people.length === 0) return { dateline };
  return { dateline, byline: { span: { start: 0, end: whole.trimEnd().length }, people, source } };
}

/** Reads what `readStoryOpening` reads, or a dateline in brackets: （倫敦廿日路透電）. */
export function readAnyOpening(text: string): StoryOpening | undefined {
  return readStoryOpening(text) ?? readBracketedDateline(text);
}

function readBracketedDateline(text: string): StoryOpening | undefined {
  const match = BRACKETED_DATELINE.exec(text.slice(0, 40));
  if (!match) return undefined;
  const [whole, place = '', month, day] = match;
  const dateline = {
    span: { start: 0, end: whole.length },
    place,
    ...numberAs('month', month),
    ...numberAs('day', day),
  };
  return { dateline };
}

/** Reads a line that says only who wrote or photographed: 通讯员 梧石 记者 邓亮. Offsets are relative to the line. */
export function readBylineLine(line: string): Byline | undefined {
  if (line.length > 100) return undefined;
  const creator = readCreatorLine(line);
  if (creator) return creator;
  const people = readPeople(line);
  if (people.length === 0 && !isNameless(line) && !isEditorsLine(line)) return undefined;
  return { span: { start: 0, end: line.length }, people };
}

/** Reads a line that says only the name of an author, as below the titles of essays. */
function readAuthorLine(line: string): Byline | undefined {
  const text = line.replace(/[。]$/, '');
  if (text.length > LONGEST_AUTHORS || VOCABULARY.notNames.test(text.replace(/[\s　]/g, ''))) return undefined;
  const names = readNames(text);
  if (!names || names.length === 0 || names.length > 2) return undefined;
  if (names.some(({ name }) => VOCABULARY.notNames.test(name))) return undefined;
  if (!names.every(({ name }) => isChineseName(name) || isDottedName(name) || isMinorityName(name))) return undefined;
  const people = names.map(({ name, span }): BylinePerson => ({ name, role: 'author', span }));
  return { span: { start: 0, end: line.length }, people };
}

/** In code units: two names with a blank between. */
const LONGEST_AUTHORS = 24;

/** The same of a line of the text, read once. */
export const bylineOf = memoize(({ text }: Line) => readBylineLine(text));

/** The author whose bare name a line is, read once. Only its place shows whether that is a byline. */
export const authorOf = memoize(({ text }: Line) => readAuthorLine(text));

/** The opening of a story in a line of the text, a dateline in brackets included, read once. */
export const storyOpeningOf = memoize(({ text }: Line) => readAnyOpening(text));

/** Whether a line is a byline: titles and names and nothing else. */
export function isBylineLine(line: string): boolean {
  if (line.length > 80 || VOCABULARY.rubrics.has(line.trim()) || VOCABULARY.crossheads.has(line.trim())) return false;
  return (
    readPeople(line).length > 0 ||
    isNameless(line) ||
    isEditorsLine(line) ||
    readCreatorLine(line.replace(/[\s　]/g, '')) !== undefined
  );
}

/** 约翰·耿脱著 (着 in simplified characters), 亦朋译: the author or translator of a book that the paper prints in parts. */
function readCreatorLine(line: string): Byline | undefined {
  const [whole, name, role] = /^([\u4e00-\u9fff·•．]{2,7}?)(?:女士|先生)?(原?[著着]|合?译)$/.exec(line) ?? [];
  if (whole === undefined || name === undefined || WORKS.test(whole)) return undefined;
  const isName = role?.endsWith('译') ? name.length <= LONGEST_TRANSLATOR : isNameOfAuthor(name);
  if (!isName) return undefined;
  return {
    span: { start: 0, end: line.length },
    people: [{ name, role: 'author', span: { start: 0, end: name.length } }],
  };
}

function isNameOfAuthor(name: string): boolean {
  return isChineseName(name) || isDottedName(name) || isMinorityName(name);
}

/** In code units; pen names have no surname. */
const LONGEST_TRANSLATOR = 3;

/** 文学名著, 成效卓著, 口译 */
const WORKS = /[名巨专论显遗编翻昭卓土合][著着]$|[编翻口笔直意误破通音]译$/;

/** 黔野主编, 赵廉、田艳合辑: the editors of a department, below its name. */
export function isEditorsLine(line: string): boolean {
  const names = /^(.{2,16}?)[\s　]*(?:主编|编辑|合辑|合编)$/.exec(line)?.[1];
  return names !== undefined && names.split(/[．.·、\s　]+/).every((name) => /^[\u4e00-\u9fff]{2,3}$/.test(name));
}

/** 影城 沈廉•白楼合辑: the name of a department with its editors. */
export function isOfDepartment(line: string): boolean {
  return line.length <= LONGEST_DEPARTMENT && /[\u4e00-\u9fff□](?:主编|合[辑编□])$/.test(line);
}

/** In code units. */
const LONGEST_DEPARTMENT = 24;

/** 本报评论员: a byline without a name. */
function isNameless(line: string): boolean {
  return VOCABULARY.namelessBylines.has(line.replace(/[\s　□■◎○●]/g, ''));
}

/** Whether a line credits a picture: it ends with 摄 or 供图 after a name, or begins with 制图： and the like. */
export function isCreditLine(line: string): boolean {
  if (line.length > 50 || /[。！？；]./.test(line)) return false;
  if (VOCABULARY.creditOpening.test(line) || VOCABULARY.pictureNote.test(line)) return true;
  const ending = PHOTO_ENDING.exec(line);
  if (!ending || ending.index === 0) return false;
  const names = line.slice(0, ending.index);
  if (readPeople(names).length > 0 || isCreditOfAgency(names, ending[0])) return true;
  return !/[，,。“”！？]/.test(names) && names.length <= 24 && !/图$/.test(ending[0].trim())
    ? isNameList(names)
    : /供图/.test(ending[0]);
}

/** 周秀鱼春摄（影像中国）: the agency after it shows that any short words before 摄 are a name. */
function isCreditOfAgency(names: string, ending: string): boolean {
  return /[）)]$/.test(ending) && names.length <= LONGEST_CREDITED && !/[，。、：；！？“”《》\d]/.test(names);
}

/** In code units: several names with the title of a reporter. */
const LONGEST_CREDITED = 24;

/**
 * Whether a caption and its credit are in one line: ……采茶。 某某摄. A space after the last sentence, and then a few
 * words that no mark ends, are found nowhere else.
 */
export function endsWithCredit(line: string): boolean {
  const end = line.slice(-48);
  return (
    /[。！？][”’）)]?[\s　]+[^。！？；：]{2,40}$/.test(end) && !/[，、,。！？]$/.test(line) && !SIGNATURE.test(end)
  );
}

/** （沈廉）: the author of the text by a name alone, and not who took a picture (林樵摄（青溪图片）). */
const SIGNATURE = /[\s　][（(][^（）()摄图影绘发]{1,4}[）)]$/;

/**
 * The people of a byline with their roles. A title holds for the names up to the next title; 摄 at the end makes the
 * last group photographers. Empty where something else than titles and names is in the text.
 */
function readPeople(text: string): BylinePerson[] {
  const ending = PHOTO_ENDING.exec(text);
  const photographed = ending !== null && ending.index > 0;
  const end = photographed ? ending.index : text.length;
  const titles = [...text.slice(0, end).matchAll(TITLE)];
  if (titles.length === 0 || VOCABULARY.salutation.test(text)) return [];
  if (!VOCABULARY.employer.test(text.slice(0, titles[0]?.index))) return [];
  const people: BylinePerson[] = [];
  for (const [place, title] of titles.entries()) {
    const from = title.index + title[0].length;
    const to = titles[place + 1]?.index ?? end;
    const names = readNames(text.slice(from, to));
    const isLast = place === titles.length - 1;
    if (!names || (names.length === 0 && isLast)) return [];
    const role: PersonRole = photographed && isLast ? 'photographer' : VOCABULARY.roleOf(title[0]);
    for (const { name, span } of names) people.push({ name, role, span: shiftSpan(span, from) });
  }
  return people;
}

/** Names one after another, or undefined where the text holds anything else. */
function readNames(text: string): { name: string; span: Span }[] | undefined {
  const names: { name: string; span: Span }[] = [];
  for (const match of text.matchAll(/(?:[^\s　、，,/／|｜:：（）()]|[\u200b-\u200d\u2060\ufeff])+/g)) {
    const opening = /^(?:[和与及]|文[/／])/.exec(match[0])?.[0].length ?? 0;
    const name = match[0].slice(opening).replace(INVISIBLE, '');
    const span = { start: match.index + opening, end: match.index + match[0].length };
    if (name === '' || /^[□■◎○●]+$/.test(name) || name === '文') continue;
    if (!isNameShaped(name) && !isMinorityName(name) && !isOneCharacter(name)) return undefined;
    const last = names.at(-1);
    const splitName =
      last &&
      isOneCharacter(last.name) &&
      isOneCharacter(name) &&
      /^[\s　]+$/.test(text.slice(last.span.end, span.start));
    if (splitName)
      names[names.length - 1] = { name: last.name + name, span: { start: last.span.start, end: span.end } };
    else names.push({ name, span });
  }
  return names.some(({ name }) => isOneCharacter(name)) ? undefined : names;
}

/** Zero-width characters, which OCR and web pages leave within names. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;

/** 扎西顿珠, 乌云其木格: names of four characters and more without a dot, of characters that transcribe sounds. */
function isMinorityName(name: string): boolean {
  if (!/^[\u4e00-\u9fff]{4,7}$/.test(name)) return false;
  if (VOCABULARY.minorityNameParts.test(name)) return true;
  const sounds = Array.from(name).filter((character) => VOCABULARY.transliteration.has(character)).length;
  return sounds >= MOSTLY_SOUNDS * name.length;
}

const MOSTLY_SOUNDS = 0.7;

function isNameList(text: string): boolean {
  const names = readNames(text.replace(/(?:文|图)[/／]?/g, ' '));
  return (
    names !== undefined &&
    names.length > 0 &&
    names.every(({ name }) => Array.from(name).length <= 4 || isDottedName(name))
  );
}

/** A single Han character, which may be two code units: half of a spaced name. */
function isOneCharacter(name: string): boolean {
  return name.length <= 2 && /^\p{Script=Han}$/u.test(name);
}

function numberAs<Key extends 'month' | 'day'>(key: Key, numeral: string | undefined): Partial<Record<Key, number>> {
  const value = numeral === undefined ? undefined : readNumeral(numeral);
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, number>>);
}
