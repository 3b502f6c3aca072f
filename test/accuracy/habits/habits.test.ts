import { describe, expect, test } from 'vitest';
import { HABITS } from './all';
import { inventedIssues } from './invented';
import { createRandom } from './random';

const issues = inventedIssues(3);

describe.each(HABITS)('the habit $name', (habit) => {
  test('says where each article is', () => {
    for (const issue of issues) {
      const { text, articles } = habit.write(issue, createRandom(1));
      for (const { start, headEnd, end, headlines, paragraphs } of articles) {
        const head = bare(text.slice(start, headEnd));
        expect(headlines.filter(({ text: words }) => !head.includes(bare(words)))).toEqual([]);
        const whole = bare(text.slice(start, end));
        expect(paragraphs.filter((words) => !whole.includes(bare(words)))).toEqual([]);
      }
    }
  });

  test('gives the same numbers for the same seed', () => {
    for (const issue of issues)
      expect(habit.write(issue, createRandom(7))).toEqual(habit.write(issue, createRandom(7)));
  });
});

function bare(words: string): string {
  return words.replace(/\s+/g, '');
}
