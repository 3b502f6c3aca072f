import surnames from '../../../../dictionaries/lexicons/surnames.json';

/** The surnames of one character (沈). */
export const SINGLE_SURNAMES: ReadonlySet<string> = new Set(surnames.single);

/** The surnames of two characters (欧阳) that are hardly ever anything else. */
const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(surnames.compound);

/** The surnames of two characters that are usually words (东方, 第五): they count only where a name is expected. */
const COMPOUND_SURNAMES_LIKE_WORDS: ReadonlySet<string> = new Set(surnames.compoundLikeWords);

/** For each code unit: 1 if it is a surname, plus 2 if a compound surname begins with it. */
const FLAGS = new Uint8Array(0x10000);
const Flag = { single: 1, compound: 2 } as const;
for (const surname of SINGLE_SURNAMES) FLAGS[surname.charCodeAt(0)] = Flag.single;
for (const surname of COMPOUND_SURNAMES) {
  const code = surname.charCodeAt(0);
  FLAGS[code] = (FLAGS[code] ?? 0) | Flag.compound;
}

/**
 * The length in UTF-16 code units of the longest surname that begins at `at`: 2 for 欧阳, 1 for 沈, 0 if there is none.
 * Compound surnames that are usually words (东方) do not count.
 */
export function surnameLengthAt(text: string, at: number): 0 | 1 | 2 {
  const flags = FLAGS[text.charCodeAt(at)] ?? 0;
  if (flags & Flag.compound && COMPOUND_SURNAMES.has(text.slice(at, at + 2))) return 2;
  return flags & Flag.single ? 1 : 0;
}

/** The same for the longest surname that ends at `end` (exclusive). */
export function surnameLengthBefore(text: string, end: number): 0 | 1 | 2 {
  if (end >= 2 && COMPOUND_SURNAMES.has(text.slice(end - 2, end))) return 2;
  return end >= 1 && SINGLE_SURNAMES.has(text.charAt(end - 1)) ? 1 : 0;
}

/** Whether a name begins with a compound surname, including those that are usually words: 欧阳若谷, 东方既白. */
export function hasCompoundSurname(name: string): boolean {
  const start = name.slice(0, 2);
  return COMPOUND_SURNAMES.has(start) || COMPOUND_SURNAMES_LIKE_WORDS.has(start);
}
