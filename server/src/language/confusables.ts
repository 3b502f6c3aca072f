import { CELLS, readPicture, resemblanceOf, type Picture } from './pictures';

/** How alike two characters sound: 3 the same, 2 the same but for the tone, 1 nearly, 0 not. */
export type Sound = 0 | 1 | 2 | 3;

/** A character that may have been meant. */
export interface Confusable {
  readonly code: number;
  /** How alike the two look, 0 to 9. */
  readonly shape: number;
  readonly sound: Sound;
}

/** Which characters are taken for one another, by look or by sound. */
export interface Confusables {
  /** Those that may have been meant where a UTF-16 code unit stands; without the character itself. */
  of(code: number): readonly Confusable[];
  /** Those of them that sound the same but for the tone, or look much the same, as code units. */
  close(code: number): readonly number[];
  /** How alike two characters are; 0 and 0 where they are not. */
  likeness(code: number, other: number): Confusable;
  /** How alike the pictures of two characters are, from -1 to 1; 0, as of any two, where one has none. */
  resemblance(code: number, other: number): number;
}

/** What opens a line of characters that nearly sound alike. */
export const NEAR_MARK = '~';

interface Entry {
  readonly readings: readonly string[];
  readonly shapes: string;
  readonly picture: string;
}

/**
 * Reads dictionaries/confusables.txt. A line is a character, its readings, the characters that look like it with
 * their likeness, and its picture; or, after `NEAR_MARK`, a syllable and the characters that nearly sound so. Other lines are passed over.
 * `isOffered` says which characters may be proposed. The lists are made when first asked for.
 */
export function readConfusables(text: string, isOffered: (code: number) => boolean): Confusables {
  const places = new Map<number, number>();
  const bySyllable = new Map<string, string>();
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    if (text.startsWith(NEAR_MARK, start)) {
      const [syllable = '', characters = ''] = text.slice(start + 1, end).split('\t');
      bySyllable.set(syllable, characters);
    } else places.set(text.charCodeAt(start), start);
    start = end + 1;
  }
  const entries = new Map<number, Entry | undefined>();
  const entryOf = (code: number): Entry | undefined => {
    if (!entries.has(code)) entries.set(code, entryAt(text, places.get(code)));
    return entries.get(code);
  };

  const made = new Map<number, ReadonlyMap<number, Confusable>>();
  const mapOf = (code: number): ReadonlyMap<number, Confusable> => {
    let map = made.get(code);
    if (!map) made.set(code, (map = makeMap(code)));
    return map;
  };
  const makeMap = (code: number): ReadonlyMap<number, Confusable> => {
    const map = new Map<number, Confusable>();
    const entry = entryOf(code);
    if (!entry) return map;
    for (let at = 0; at + 1 < entry.shapes.length; at += 2) {
      const other = entry.shapes.charCodeAt(at);
      if (other !== code && isOffered(other))
        map.set(other, {
          code: other,
          shape: entry.shapes.charCodeAt(at + 1) - 0x30,
          sound: soundOf(entry.readings, entryOf(other)?.readings),
        });
    }
    for (const near of new Set(entry.readings.map((reading) => nearSyllable(reading))))
      for (let at = 0, row = bySyllable.get(near) ?? ''; at < row.length; at++) {
        const other = row.charCodeAt(at);
        if (other !== code && !map.has(other) && isOffered(other))
          map.set(other, { code: other, shape: 0, sound: soundOf(entry.readings, entryOf(other)?.readings) });
      }
    return map;
  };
  const lists = new Map<number, readonly Confusable[]>();
  const listOf = (code: number): readonly Confusable[] => {
    let list = lists.get(code);
    if (!list) {
      const all = [...mapOf(code).values()].sort((a, b) => weightOf(b) - weightOf(a) || a.code - b.code);
      lists.set(code, (list = all.slice(0, MOST)));
    }
    return list;
  };
  const pictures = new Map<number, Picture>();
  const pictureOf = (code: number): Picture => {
    let picture = pictures.get(code);
    if (!picture) pictures.set(code, (picture = readPicture(entryOf(code)?.picture ?? '') ?? NO_PICTURE));
    return picture;
  };
  const closeLists = new Map<number, readonly number[]>();
  return {
    of: listOf,
    close(code) {
      let list = closeLists.get(code);
      if (!list) {
        const close = listOf(code).filter(({ shape, sound }) => sound >= 2 || shape >= MUCH_THE_SAME);
        closeLists.set(code, (list = close.slice(0, MOST_CLOSE).map((other) => other.code)));
      }
      return list;
    },
    likeness: (code, other) => mapOf(code).get(other) ?? { code: other, shape: 0, sound: 0 },
    resemblance: (code, other) => resemblanceOf(pictureOf(code), pictureOf(other)),
  };
}

/** Resembles nothing. */
const NO_PICTURE: Picture = new Float32Array(CELLS);

/** Characters that are told of as confusable with one: the rest are too unlike. */
const MOST = 80;

/** Of those, characters that are told of as close. */
const MOST_CLOSE = 40;

/** The likeness of looks from which on two characters are close. */
const MUCH_THE_SAME = 7;

function weightOf({ shape, sound }: Confusable): number {
  return shape + 3 * sound;
}

function entryAt(text: string, start: number | undefined): Entry | undefined {
  if (start === undefined) return undefined;
  const end = text.indexOf('\n', start);
  const [, readings = '', shapes = '', picture = ''] = text.slice(start, end < 0 ? text.length : end).split('\t');
  return { readings: readings.split(','), shapes, picture };
}

function soundOf(readings: readonly string[], others: readonly string[] | undefined): Sound {
  let best: Sound = 0;
  for (const reading of readings)
    for (const other of others ?? []) {
      if (reading === other) return 3;
      if (reading.slice(0, -1) === other.slice(0, -1)) best = 2;
      else if (best === 0 && nearSyllable(reading) === nearSyllable(other)) best = 1;
    }
  return best;
}

const NEAR_SYLLABLES = new Map<string, string>();

/** A syllable without its tone and without what many speakers and keyboards do not tell apart. */
export function nearSyllable(reading: string): string {
  let near = NEAR_SYLLABLES.get(reading);
  if (near === undefined) {
    const plain = reading
      .slice(0, -1)
      .replace(/^([zcs])h/, '$1')
      .replace(/^[nr](?=.)/, 'l')
      .replace(/^h(?=u|e)/, 'f');
    NEAR_SYLLABLES.set(reading, (near = plain.replace(/ng$/, 'n')));
  }
  return near;
}
