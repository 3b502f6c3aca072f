import type { Habit } from '../habit';
import { writeMarkdownStory, type MarkdownStyle } from '../markdown';
import { storyPages } from '../stories';
import { createIssueWriter } from '../truth';

/** Every heading, crossheads among them, at one level. */
export const oneLevel: Habit = {
  name: 'one-level',
  write(issue, random) {
    const writer = createIssueWriter();
    const mark = random.pick(['# ', '## ']);
    const style = plainMarkdown(() => [mark, '']);
    for (const { page, section, stories } of storyPages(issue, random)) {
      writer.add(`第${page}版 ${section}\n\n`);
      for (const story of stories) writeMarkdownStory(writer, story, style, random, page);
    }
    return writer.finish();
  },
};

/** Markdown without the peculiarities of a program, with headings as given. */
export function plainMarkdown(heading: MarkdownStyle['heading']): MarkdownStyle {
  return {
    heading,
    lineEnd: '\n\n',
    image: () => '![](images/1.jpg)\n\n',
    caption: (words) => `${words}\n\n`,
    table: (rows) => `${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n\n`,
  };
}
