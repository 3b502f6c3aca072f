/** The syllables of a text, one for each character, without tones; of a character without a reading, itself. */
export type SyllablesOf = (text: string) => readonly string[];

/**
 * Whether letters spell the beginning of a text: each syllable whole, or its first letters. `tff`, `tangff` and
 * `tangfeifan` spell 汤飞帆. The letters must be lower case.
 */
export function isSpelledBy(text: string, letters: string, syllablesOf: SyllablesOf): boolean {
  if (text === '' || letters === '') return false;
  // Most names begin with another letter, and one look-up tells.
  if (!syllablesOf(text.slice(0, 1))[0]?.startsWith(letters.slice(0, 1))) return false;
  return spell(syllablesOf(text.slice(0, letters.length)), 0, letters);
}

/** The pinyin of a name as it is written in passports: a capital for the family name and one for the given name. */
export function pinyinOf(name: string, syllablesOf: SyllablesOf): string {
  const [first = '', ...others] = syllablesOf(name);
  return [first, others.join('')].filter(Boolean).map(capitalised).join(' ');
}

function spell(syllables: readonly string[], index: number, letters: string): boolean {
  if (letters === '') return true;
  const syllable = syllables[index];
  if (syllable === undefined) return false;
  let taken = 0;
  while (taken < syllable.length && syllable[taken] === letters[taken]) taken++;
  for (; taken > 0; taken--) if (spell(syllables, index + 1, letters.slice(taken))) return true;
  return false;
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
