import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsByEnd, wordsByStart } from '../../server/src/core/wordBuckets';

describe('words at a place of a text', () => {
  const words = ['市', '市长', '市长助理', '北京市', '', '長'];
  const text = '北京市市长助理';

  test.each([
    { at: 0, starts: 3, ends: 0 },
    { at: 2, starts: 1, ends: 0 },
    { at: 3, starts: 4, ends: 3 },
    { at: 4, starts: 0, ends: 1 },
    { at: 5, starts: 0, ends: 2 },
    { at: 7, starts: 0, ends: 4 },
    { at: 8, starts: 0, ends: 0 },
  ])('at $at', ({ at, starts, ends }) => {
    expect(wordsByStart(words).longestAt(text, at)).toBe(starts);
    expect(wordsByEnd(words).longestAt(text, at)).toBe(ends);
  });

  test('are the same as those of a plain search', () => {
    const character = fc.constantFrom('甲', '乙', '丙', '𠮷');
    const some = fc.array(character, { maxLength: 4 }).map((list) => list.join(''));
    const long = fc.array(character, { maxLength: 20 }).map((list) => list.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(some, { maxLength: 30 }), long, (words, text) => {
        const byStart = wordsByStart(words);
        const byEnd = wordsByEnd(words);
        for (let at = 0; at <= text.length; at++) {
          const beginning = words.filter((word) => word !== '' && text.startsWith(word, at));
          const ending = words.filter((word) => word !== '' && text.slice(0, at).endsWith(word));
          expect(byStart.longestAt(text, at)).toBe(Math.max(0, ...beginning.map(({ length }) => length)));
          expect(byEnd.longestAt(text, at)).toBe(Math.max(0, ...ending.map(({ length }) => length)));
          const visited: string[] = [];
          byStart.eachAt(text, at, (index) => visited.push(words[index] ?? ''));
          const longer = beginning.filter(({ length }) => length > 1);
          expect(visited).toEqual(longer.sort((one, other) => other.length - one.length));
        }
      }),
    );
  });
});
