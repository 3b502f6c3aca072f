import type { Habit } from '../habit';
import { writeMarkdownStory } from '../markdown';
import type { SourceIssue } from '../source';
import { storyPages } from '../stories';
import { createIssueWriter } from '../truth';
import { plainMarkdown } from './one-level';

/** Two kickers above many headlines, with heading levels that mean nothing. */
export const twoKickers: Habit = {
  name: 'two-kickers',
  write(issue, random) {
    const writer = createIssueWriter();
    const others = kickersOf(issue);
    const level = (): readonly [string, string] => [`${'#'.repeat(random.between(1, 3))} `, ''];
    const style = plainMarkdown((part) => {
      if (part === 'main') return level();
      return part !== 'crosshead' && random.chance(part === 'kicker' ? 0.6 : 0.2) ? level() : ['', ''];
    });
    for (const { page, section, stories } of storyPages(issue, random)) {
      writer.add(`第${page}版 ${section}\n\n`);
      for (const story of stories) {
        const isDoubled = story.kicker !== '' && others.length > 0 && random.chance(0.7);
        writeMarkdownStory(writer, story, style, random, page, isDoubled ? random.pick(others) : undefined);
      }
    }
    return writer.finish();
  },
};

function kickersOf({ pages }: SourceIssue): string[] {
  return pages.flatMap(({ articles }) => articles.flatMap(({ kicker }) => (kicker === '' ? [] : [kicker])));
}
