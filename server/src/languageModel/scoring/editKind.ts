/** What a change puts right: one character, a word of two, a doubled character or word, a dropped character. */
export type EditKind = 'substitution' | 'word' | 'deletion' | 'insertion';
