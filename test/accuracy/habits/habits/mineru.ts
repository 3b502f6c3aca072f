import type { Habit } from '../habit';
import { hexadecimal, htmlTable, writeMarkdownStory, type MarkdownStyle } from '../markdown';
import { storyPages } from '../stories';
import { createIssueWriter } from '../truth';

/**
 * Markdown as MinerU's pipeline writes it: every title `#`, kickers and subheads often plain, two blanks at the end of picture
 * lines, tables as HTML, headers and page numbers left out.
 */
export const mineru: Habit = {
  name: 'mineru',
  write(issue, random) {
    const writer = createIssueWriter();
    const style: MarkdownStyle = {
      heading: (part) => {
        const share = { main: 1, kicker: 0.5, sub: 0.4, crosshead: 0.7 }[part];
        return random.chance(share) ? ['# ', ''] : ['', ''];
      },
      lineEnd: random.pick(['\n\n', '  \n\n']),
      image: () => `![](images/${hexadecimal(random, 64)}.jpg)  \n`,
      caption: (words) => `${words}  \n\n`,
      table: (rows) => `${htmlTable(rows, '<table>', '<td>')}\n\n`,
    };
    for (const { stories } of storyPages(issue, random))
      for (const story of stories) writeMarkdownStory(writer, story, style, random);
    return writer.finish();
  },
};
