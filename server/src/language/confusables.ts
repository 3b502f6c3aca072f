import { CELLS, readPicture, resemblanceOf, type Picture } from './pictures';

/** How alike two characters sound: 3 the same, 2 the same but for the tone, 1 nearly, 0 not. */
export type Sound = 0 | 1 | 2 | 3;

const SOUNDS: readonly Sound[] = [0, 1, 2, 3];

/** How alike two characters are. */
export interface Likeness {
  /** How alike the two look, 0 to 9. */
  readonly shape: number;
  readonly sound: Sound;
}

/** A character that may have been meant. */
export interface Confusable extends Likeness {
  readonly code: number;
}

/** Which characters are taken for one another, by look or by sound. */
export interface Confusables {
  /** Those that may have been meant where a UTF-16 code unit stands; without the character itself. */
  of(code: number): readonly Confusable[];
  /** Those of them that sound the same but for the tone, or look much the same, as code units. */
  close(code: number): readonly number[];
  /** How alike two characters are; 0 and 0 where they are not. */
  likeness(code: number, other: number): Likeness;
  /** How alike the pictures of two characters are, from -1 to 1; 0, as of any two, where one has none. */
  resemblance(code: number, other: number): number;
}

/** What opens a line of characters that nearly sound alike. */
export const NEAR_MARK = '~';

interface Entry {
  readonly readings: readonly Reading[];
  readonly shapes: string;
  readonly picture: string;
}

/** A reading of characters; there is but one object of each, and numbers for its parts, so that readings are compared quickly. */
interface Reading {
  /** The syllable without its tone. */
  readonly plain: number;
  /** The syllable without what many do not tell apart. */
  readonly near: number;
  /** The characters that have such a reading. */
  readonly row: string;
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
  const syllables = new Map<string, number>();
  const numberOf = (syllable: string): number => {
    const number = syllables.get(syllable) ?? syllables.size;
    syllables.set(syllable, number);
    return number;
  };
  const readings = new Map<string, Reading>();
  const readingOf = (written: string): Reading => {
    let reading = readings.get(written);
    if (!reading) {
      const near = nearSyllable(written);
      reading = { plain: numberOf(written.slice(0, -1)), near: numberOf(near), row: bySyllable.get(near) ?? '' };
      readings.set(written, reading);
    }
    return reading;
  };
  const entries = new Map<number, Entry>();
  const entryOf = (code: number): Entry => {
    let entry = entries.get(code);
    if (!entry) entries.set(code, (entry = entryAt(text, places.get(code), readingOf)));
    return entry;
  };

  // By character, then by the other: 4 × look + sound.
  const made = new Map<number, ReadonlyMap<number, number>>();
  const mapOf = (code: number): ReadonlyMap<number, number> => {
    let map = made.get(code);
    if (!map) made.set(code, (map = makeMap(code)));
    return map;
  };
  const makeMap = (code: number): ReadonlyMap<number, number> => {
    const map = new Map<number, number>();
    const entry = entryOf(code);
    for (let at = 0; at + 1 < entry.shapes.length; at += 2) {
      const other = entry.shapes.charCodeAt(at);
      if (other !== code && isOffered(other))
        map.set(other, 4 * (entry.shapes.charCodeAt(at + 1) - 0x30) + soundOf(entry.readings, entryOf(other).readings));
    }
    for (const row of new Set(entry.readings.map((reading) => reading.row)))
      for (let at = 0; at < row.length; at++) {
        const other = row.charCodeAt(at);
        if (other !== code && !map.has(other) && isOffered(other))
          map.set(other, soundOf(entry.readings, entryOf(other).readings));
      }
    return map;
  };
  const lists = new Map<number, readonly Confusable[]>();
  const listOf = (code: number): readonly Confusable[] => {
    let list = lists.get(code);
    if (!list) lists.set(code, (list = mostAlike(mapOf(code))));
    return list;
  };
  const pictures = new Map<number, Picture>();
  const pictureOf = (code: number): Picture => {
    let picture = pictures.get(code);
    if (!picture) pictures.set(code, (picture = readPicture(entryOf(code).picture) ?? NO_PICTURE));
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
    likeness: (code, other) => LIKENESSES[mapOf(code).get(other) ?? 0] ?? UNLIKE,
    resemblance: (code, other) => resemblanceOf(pictureOf(code), pictureOf(other)),
  };
}

/** By 4 × look + sound. */
const LIKENESSES = Array.from({ length: 40 }, (_, index) => likenessOf(index));

const UNLIKE = likenessOf(0);

function likenessOf(number: number): Likeness {
  return { shape: number >> 2, sound: SOUNDS[number & 3] ?? 0 };
}

/** Resembles nothing. */
const NO_PICTURE: Picture = new Float32Array(CELLS);

/** Characters that are told of as confusable with one: the rest are too unlike. */
const MOST = 80;

/** Of those, characters that are told of as close. */
const MOST_CLOSE = 40;

/** The likeness of looks from which on two characters are close. */
const MUCH_THE_SAME = 7;

/** The first `MOST` by likeness, then by code. */
function mostAlike(map: ReadonlyMap<number, number>): readonly Confusable[] {
  // As numbers, of the weight, the code and the likeness, they are sorted without a call for each comparison.
  const keys = new Float64Array(map.size);
  let size = 0;
  for (const [code, likeness] of map) {
    const { shape, sound } = LIKENESSES[likeness] ?? UNLIKE;
    keys[size++] = ((HEAVIEST - shape - 3 * sound) * 65536 + code) * 64 + likeness;
  }
  return Array.from(keys.sort().subarray(0, MOST), (key): Confusable => {
    const { shape, sound } = LIKENESSES[key % 64] ?? UNLIKE;
    return { code: Math.floor(key / 64) % 65536, shape, sound };
  });
}

/** No two characters have more than this of look and three times sound. */
const HEAVIEST = 18;

function entryAt(text: string, start: number | undefined, readingOf: (written: string) => Reading): Entry {
  if (start === undefined) return NO_ENTRY;
  const end = text.indexOf('\n', start);
  const [, readings = '', shapes = '', picture = ''] = text.slice(start, end < 0 ? text.length : end).split('\t');
  return { readings: readings.split(',').map(readingOf), shapes, picture };
}

const NO_ENTRY: Entry = { readings: [], shapes: '', picture: '' };

function soundOf(readings: readonly Reading[], others: readonly Reading[]): Sound {
  let best: Sound = 0;
  for (const reading of readings)
    for (const other of others) {
      if (reading === other) return 3;
      if (reading.plain === other.plain) best = 2;
      else if (best === 0 && reading.near === other.near) best = 1;
    }
  return best;
}

/** A syllable without its tone and without what many speakers and keyboards do not tell apart. */
export function nearSyllable(reading: string): string {
  return reading
    .slice(0, -1)
    .replace(/^([zcs])h/, '$1')
    .replace(/^[nr](?=.)/, 'l')
    .replace(/^h(?=u|e)/, 'f')
    .replace(/ng$/, 'n');
}
