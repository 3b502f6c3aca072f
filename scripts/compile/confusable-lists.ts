import {
  CELLS,
  CONFUSABLES_MARK,
  PICTURE_SCALE,
  type ConfusablesHeader,
  type Likeness,
  type Misreading,
} from '../../server/src/languageModel/model/confusables';
import type { NgramModel } from '../../server/src/languageModel/model/ngrams';
import { writeContainer } from '../../server/src/core/container';
import { readPicture } from './picture-text';

/** What opens a line of characters that nearly sound alike. */
export const NEAR_MARK = '~';

/** Characters that are told of as confusable with one: the rest are too unlike or too rare. */
const MOST = 80;

/** By how much a character's likeness counts for more, for each factor of e by which it is commoner. */
const COMMONNESS = 0.7;

/**
 * Makes of dictionaries/models/confusables.txt the lists that are looked up while a text is read. A line of it is a character,
 * its readings, the characters that look like it with their likeness, and its picture; or, after `NEAR_MARK`, a syllable
 * and the characters that nearly sound so. `misreadings` is dictionaries/models/misreadings.txt: a line is a character and
 * those that recognition reads as it, each with its grade. `logFrequency` gives the natural logarithm of a character's share of ordinary
 * text, or undefined for one that is not to be proposed.
 */
export function compileConfusables(
  text: string,
  misreadings: string,
  logFrequency: (code: number) => number | undefined,
): Uint8Array {
  const rows = new Map<string, string>();
  const lines: (readonly string[])[] = [];
  for (const line of text.split('\n')) {
    const cells = line.split('\t');
    if (line.startsWith(NEAR_MARK)) rows.set(cells[0]?.slice(NEAR_MARK.length) ?? '', cells[1] ?? '');
    else if (line !== '') lines.push(cells);
  }
  const readAs = new Map(
    misreadings.split('\n').map((line) => [line.charCodeAt(0), gradesOf(line.slice(line.indexOf('\t') + 1))]),
  );
  const entries = new Map(
    lines.map((cells) => {
      const code = cells[0]?.charCodeAt(0) ?? 0;
      return [code, entryOf(cells, rows, readAs.get(code) ?? NONE)];
    }),
  );
  const codes = Uint16Array.from([...entries.keys()].sort((one, other) => one - other));
  const starts = new Uint32Array(codes.length + 1);
  const others: number[] = [];
  const likenesses: number[] = [];
  const grades: number[] = [];
  const pictures = new Int8Array(codes.length * CELLS);
  codes.forEach((code, place) => {
    for (const { other, likeness, misreading } of mostAlike(code, entries, logFrequency)) {
      others.push(other);
      likenesses.push(likeness);
      grades.push(misreading);
    }
    starts[place + 1] = others.length;
    const picture = readPicture(entries.get(code)?.picture ?? '');
    picture?.forEach((cell, index) => (pictures[place * CELLS + index] = Math.round(cell * PICTURE_SCALE)));
  });
  const header: ConfusablesHeader = { characters: codes.length, entries: others.length };
  const parts = [
    codes,
    starts,
    Uint16Array.from(others),
    Uint8Array.from(likenesses),
    Uint8Array.from(grades),
    pictures,
  ];
  return writeContainer(
    CONFUSABLES_MARK,
    header,
    parts.map(({ buffer }) => new Uint8Array(buffer)),
  );
}

interface Entry {
  /** With the tone as a number. */
  readonly readings: readonly string[];
  readonly shapes: ReadonlyMap<number, number>;
  /** The characters that are read as it, with their grades. */
  readonly misreadings: ReadonlyMap<number, Misreading>;
  readonly picture: string;
  /** The characters that nearly sound like it. */
  readonly alikeInSound: string;
}

function entryOf(
  [, readings = '', shapes = '', picture = '']: readonly string[],
  rows: ReadonlyMap<string, string>,
  misreadings: ReadonlyMap<number, Misreading>,
): Entry {
  const list = readings.split(',').filter(Boolean);
  const alikeInSound = [...new Set(list.map(nearSyllable))].map((near) => rows.get(near) ?? '').join('');
  return { readings: list, shapes: gradesOf(shapes), misreadings, picture, alikeInSound };
}

const NONE: ReadonlyMap<number, number> = new Map();

/** Characters, each followed by a digit. */
function gradesOf(text: string): Map<number, number> {
  const grades = new Map<number, number>();
  for (let at = 0; at + 1 < text.length; at += 2) grades.set(text.charCodeAt(at), Number(text[at + 1]));
  return grades;
}

interface Alike {
  readonly other: number;
  readonly likeness: Likeness;
  readonly misreading: Misreading;
}

function mostAlike(
  code: number,
  entries: ReadonlyMap<number, Entry>,
  logFrequency: (code: number) => number | undefined,
): Alike[] {
  const own = entries.get(code);
  if (!own) return [];
  const codes = new Set([
    ...own.shapes.keys(),
    ...own.misreadings.keys(),
    ...Array.from(own.alikeInSound, (other) => other.charCodeAt(0)),
  ]);
  codes.delete(code);
  const ranked: (Alike & { readonly rank: number })[] = [];
  for (const other of codes) {
    const frequency = logFrequency(other);
    if (frequency === undefined) continue;
    const look = own.shapes.get(other) ?? 0;
    const sound = alikeInSound(own.readings, entries.get(other)?.readings ?? []);
    const misreading = own.misreadings.get(other) ?? 0;
    const rank = Math.max(look, misreading) + 3 * sound + COMMONNESS * frequency;
    ranked.push({ other, likeness: 4 * look + sound, misreading, rank });
  }
  return ranked.sort((one, other) => other.rank - one.rank || one.other - other.other).slice(0, MOST);
}

/** 3 the same, 2 except for the tone, 1 nearly, 0 not. */
function alikeInSound(readings: readonly string[], others: readonly string[]): number {
  if (readings.some((reading) => others.includes(reading))) return 3;
  const share = (form: (reading: string) => string): boolean => {
    const forms = others.map(form);
    return readings.some((reading) => forms.includes(form(reading)));
  };
  if (share(plainSyllable)) return 2;
  return share(nearSyllable) ? 1 : 0;
}

function plainSyllable(reading: string): string {
  return reading.slice(0, -1);
}

/** A syllable without its tone and without what many speakers and keyboards do not distinguish. */
export function nearSyllable(reading: string): string {
  return plainSyllable(reading)
    .replace(/^([zcs])h/, '$1')
    .replace(/^[nr](?=.)/, 'l')
    .replace(/^h(?=u|e)/, 'f')
    .replace(/ng$/, 'n');
}

/** The natural logarithm of a character's share of the texts that a model has counted; undefined for one that it does not know. */
export function frequencyIn(ngrams: NgramModel): (code: number) => number | undefined {
  return (code) => {
    const symbol = ngrams.symbolOf(code);
    return ngrams.codeOf(symbol) === code ? ngrams.unigram(symbol) : undefined;
  };
}
