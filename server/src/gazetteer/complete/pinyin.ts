import heteronyms from '../../../../dictionaries/lexicons/heteronyms.json';
import table from '../../../../dictionaries/lexicons/pinyin.json';
import type { EntryType } from '../model';

/**
 * The reading of each character, without tones and with v for ü. A word such as 长江 decides the readings of its
 * characters, and the type of a name that of its surname: 单 is shan in the name of a person. Another character is
 * for itself, in lower case.
 */
export function pinyinOf(text: string, type?: EntryType): readonly string[] {
  const characters = [...text];
  const found: string[] = [];
  while (found.length < characters.length) {
    const rest = characters.slice(found.length, found.length + LONGEST_WORD);
    found.push(...(wordAt(rest, type === 'person' && found.length === 0) ?? [usualReading(rest[0] ?? '')]));
  }
  return found;
}

/** The readings of the longest word, or of the surname, at the beginning of some characters. */
function wordAt(characters: readonly string[], isSurname: boolean): readonly string[] | undefined {
  const compound = isSurname ? heteronymOf(heteronyms.compoundSurnames, characters.slice(0, 2).join('')) : undefined;
  if (compound !== undefined) return compound.split(' ');
  const surname = isSurname ? surnameReadings().get(characters[0] ?? '') : undefined;
  if (surname !== undefined) return [surname];
  for (let length = characters.length; length > 1; length--) {
    const word = heteronymOf(heteronyms.words, characters.slice(0, length).join(''));
    if (word !== undefined) return word.split(' ');
  }
  return undefined;
}

function heteronymOf(words: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

function usualReading(character: string): string {
  return readingsOf(character)[0] ?? character.toLowerCase();
}

/** Characters of the longest word whose reading its characters alone do not give. */
const LONGEST_WORD = Math.max(...Object.keys(heteronyms.words).map((word) => word.length));

/** The first letters of `pinyinOf`, in one string: 汤飞帆 gives `tff`. */
export function initialsOf(text: string): string {
  return pinyinOf(text)
    .map((reading) => reading.slice(0, 1))
    .join('');
}

/**
 * Whether what was typed leads to the beginning of a name: its characters, their pinyin, the initials of that, or a
 * mixture (`汤ff`). Every reading of a character will do, since a surname has often a rare one.
 */
export function leadsTo(typed: string, name: string): boolean {
  return leads(typed, name, readingsOf);
}

/**
 * The same with one reading of each character: that of `pinyin`, syllables with spaces between, else that of
 * `pinyinOf`.
 */
export function leadsUsually(typed: string, name: string, type: EntryType, pinyin?: string): boolean {
  const syllables = pinyin?.split(' ') ?? pinyinOf(name, type);
  return leads(typed, name, (_, index) => syllables.slice(index, index + 1));
}

function leads(
  typed: string,
  name: string,
  readingsAt: (character: string, index: number) => readonly string[],
): boolean {
  const wanted = asTyped(typed);
  let reached: readonly number[] = [0];
  for (const [index, character] of [...name].entries()) {
    if (reached.includes(wanted.length)) return true;
    const readings = readingsAt(character, index);
    reached = [...new Set(reached.flatMap((at) => endsBehind(wanted, at, character, readings)))];
  }
  return reached.includes(wanted.length);
}

/** What was typed, in the form that `after` compares: without white space and apostrophes, in lower case. */
export function asTyped(typed: string): string {
  return typed
    .replace(/[\s'’]/g, '')
    .toLowerCase()
    .replaceAll('ü', 'v');
}

/**
 * How far what was typed may be used up by one character that is read at `at`; empty where the character does not fit.
 */
export function behind(typed: string, at: number, character: string): readonly number[] {
  return endsBehind(typed, at, character, readingsOf(character));
}

function endsBehind(typed: string, at: number, character: string, readings: readonly string[]): readonly number[] {
  if (typed.startsWith(character.toLowerCase(), at)) return [at + character.length];
  const ends = new Set<number>();
  for (const reading of readings) {
    let length = 0;
    while (length < reading.length && typed.charCodeAt(at + length) === reading.charCodeAt(length))
      ends.add(at + ++length);
  }
  return [...ends];
}

/** All readings of a character, the usual one first. */
function readingsOf(character: string): readonly string[] {
  readings ??= allReadings();
  return readings.get(character) ?? [];
}

/** Made when it is first asked for: reading an issue does not need it. */
let readings: ReadonlyMap<string, readonly string[]> | undefined;

function allReadings(): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, readonly string[]>();
  const add = (character: string, reading: string): void => {
    all.set(character, [...new Set([...(all.get(character) ?? []), reading])]);
  };
  for (const group of [heteronyms.usual, table.first, table.further, heteronyms.surnames])
    for (const [reading, characters] of Object.entries(group))
      for (const character of characters) add(character, reading);
  for (const [word, pinyin] of Object.entries({ ...heteronyms.words, ...heteronyms.compoundSurnames }))
    pinyin.split(' ').forEach((reading, index) => add(word.charAt(index), reading));
  return all;
}

function surnameReadings(): ReadonlyMap<string, string> {
  surnames ??= new Map(
    Object.entries(heteronyms.surnames).flatMap(([reading, characters]) =>
      Array.from(characters, (character) => [character, reading] as const),
    ),
  );
  return surnames;
}

let surnames: ReadonlyMap<string, string> | undefined;
