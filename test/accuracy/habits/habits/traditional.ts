import variants from '../../../../dictionaries/lexicons/variants.json';
import type { Habit } from '../habit';
import { storyPages } from '../stories';
import { createIssueWriter } from '../truth';

/** Papers of before 1950: traditional characters, 、 as the only stop, headlines of several lines, no bylines. */
export const traditional: Habit = {
  name: 'traditional',
  write(issue, random) {
    const writer = createIssueWriter();
    const isMarked = random.chance(0.5);
    writer.add('雲川報\n\n中華民國二十八年四月廿一日　星期五　今日貳張\n\n');
    for (const { stories } of storyPages(issue, random)) {
      for (const story of stories) {
        writer.beginArticle(story.kind);
        const title = old(story.title);
        writer.headline('main', title, `${isMarked ? '# ' : ''}${title}\n\n`);
        const place = random.pick(PLACES);
        story.paragraphs.forEach((words, at) => {
          const opening = at === 0 && random.chance(0.7) ? `（${place}廿日電）` : '';
          const shown = `${opening}${oldStops(old(words))}`;
          writer.paragraph(shown, `${shown}\n\n`);
        });
        if (!isMarked) writer.add('\n');
      }
    }
    return writer.finish();
  },
};

const PLACES = ['重慶', '倫敦', '香港', '河內', '寧波', '本市'];

const TRADITIONAL = new Map(
  Object.entries(variants)
    .reverse()
    .map(([traditionalForm, simplified]) => [simplified, traditionalForm]),
);

function old(words: string): string {
  return Array.from(words, (character) => TRADITIONAL.get(character) ?? character).join('');
}

function oldStops(words: string): string {
  return words
    .replace(/[，。；：！？]/g, '、')
    .replace(/“/g, '「')
    .replace(/”/g, '」');
}
