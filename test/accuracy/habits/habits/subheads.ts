import type { Habit } from '../habit';
import { writeMarkdownStory } from '../markdown';
import { storyPages } from '../stories';
import { createIssueWriter } from '../truth';
import { plainMarkdown } from './one-level';

/** Kickers and subheads at the level of headlines, crossheads below it. */
export const subheads: Habit = {
  name: 'subheads',
  write(issue, random) {
    const writer = createIssueWriter();
    const style = plainMarkdown((part) => [part === 'crosshead' ? '### ' : '## ', '']);
    for (const { page, section, stories } of storyPages(issue, random)) {
      writer.add(`# 第${page}版 ${section}\n\n`);
      for (const story of stories) writeMarkdownStory(writer, story, style, random, page);
    }
    return writer.finish();
  },
};
