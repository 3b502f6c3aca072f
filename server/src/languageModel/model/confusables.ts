import { openContainer } from '../../core/container';

/**
 * How alike two characters are, as one number: 4 × look (0 unlike to 9) + sound (3 the same, 2 except for the tone, 1
 * nearly, 0 not).
 */
export type Likeness = number;

/** Characters that may have been meant where another is, the most likely first. */
export interface ConfusableList {
  /** As UTF-16 code units. */
  readonly codes: Uint16Array;
  /** In step with the codes. */
  readonly likenesses: Uint8Array;
  /** How often OCR reads them as the character that is there, in step with the codes. */
  readonly misreadings: Uint8Array;
}

/**
 * How often OCR reads one character of small, damaged print as another: 0 hardly ever, then a factor of e a grade,
 * from 1 (once in 5,000) to 9 (once in 2).
 */
export type Misreading = number;

/** Which characters are taken for one another, by look or by sound. */
export interface Confusables {
  /** Those that may have been meant where a UTF-16 code unit stands; without the character itself. */
  of(code: number): ConfusableList;
  /** Those of them that sound the same except for the tone, or look much the same, as code units. */
  close(code: number): Uint16Array;
  /** How alike two characters are; 0 where they are not. */
  likeness(code: number, other: number): Likeness;
  /** How often OCR reads `other` as `code`. */
  misreading(code: number, other: number): Misreading;
  /** How alike the pictures of two characters are, from -1 to 1; 0, as of any two, where one has none. */
  resemblance(code: number, other: number): number;
}

/** The resemblance of pictures from which on two characters are said to look alike. */
export const MUCH_ALIKE = 0.4;

/** The first bytes of the file. */
export const CONFUSABLES_MARK = 0x43594c47;

/** What is before the numbers in the file, as JSON. */
export interface ConfusablesHeader {
  /** Characters that have a list, and entries of all lists. */
  readonly characters: number;
  readonly entries: number;
}

/** Cells of a character's picture: eight rows of eight, each darker or lighter than it is in most characters. */
export const CELLS = 64;

/** A cell of a picture of length 1 is so much in the file. */
export const PICTURE_SCALE = 127;

export function lookOf(likeness: Likeness): number {
  return likeness >> 2;
}

export function soundOf(likeness: Likeness): number {
  return likeness & 3;
}

/** Reads what `compileConfusables` made. Throws an `Error` with a plain reason where the bytes are not a whole file. */
export function readConfusables(bytes: Uint8Array): Confusables {
  const { header, content } = openContainer(bytes, CONFUSABLES_MARK);
  const { characters, entries } = header as ConfusablesHeader;
  let at = 0;
  const take = (length: number): Uint8Array => content.subarray(at, (at += length));
  const codes = new Uint16Array(take(2 * characters).slice().buffer);
  const starts = new Uint32Array(take(4 * (characters + 1)).slice().buffer);
  const others = new Uint16Array(take(2 * entries).slice().buffer);
  const likenesses = take(entries);
  const misreadings = take(entries);
  const pictures = new Int8Array(take(CELLS * characters).slice().buffer);
  const rows = new Int16Array(65536).fill(-1);
  codes.forEach((code, row) => (rows[code] = row));
  const rowOf = (code: number): number => rows[code] ?? -1;

  const closeLists: Uint16Array[] = [];
  const listAt = (row: number): ConfusableList => {
    const [start, end] = [starts[row], starts[row + 1]];
    return {
      codes: others.subarray(start, end),
      likenesses: likenesses.subarray(start, end),
      misreadings: misreadings.subarray(start, end),
    };
  };
  const entryOf = (code: number, other: number): number => {
    const row = rowOf(code);
    const end = starts[row + 1] ?? 0;
    for (let entry = starts[row] ?? end; entry < end; entry++) if (others[entry] === other) return entry;
    return -1;
  };
  return {
    of(code) {
      const row = rowOf(code);
      return row < 0 ? NONE : listAt(row);
    },
    close(code) {
      const row = rowOf(code);
      return row < 0 ? NONE.codes : (closeLists[row] ??= closeAmong(listAt(row)));
    },
    likeness(code, other) {
      return likenesses[entryOf(code, other)] ?? 0;
    },
    misreading(code, other) {
      return misreadings[entryOf(code, other)] ?? 0;
    },
    resemblance(code, other) {
      const [row, otherRow] = [rowOf(code), rowOf(other)];
      if (row < 0 || otherRow < 0) return 0;
      let sum = 0;
      for (let cell = row * CELLS, end = cell + CELLS, second = otherRow * CELLS; cell < end; cell++, second++)
        sum += (pictures[cell] ?? 0) * (pictures[second] ?? 0);
      return sum / (PICTURE_SCALE * PICTURE_SCALE);
    },
  };
}

const NONE: ConfusableList = {
  codes: new Uint16Array(0),
  likenesses: new Uint8Array(0),
  misreadings: new Uint8Array(0),
};

/** Most characters that are listed as close. */
export const MOST_CLOSE = 40;

/** The likeness of looks from which on two characters are close. */
const MUCH_THE_SAME = 7;

function closeAmong({ codes, likenesses }: ConfusableList): Uint16Array {
  return codes
    .filter((_, entry) => {
      const likeness = likenesses[entry] ?? 0;
      return soundOf(likeness) >= 2 || lookOf(likeness) >= MUCH_THE_SAME;
    })
    .slice(0, MOST_CLOSE);
}
