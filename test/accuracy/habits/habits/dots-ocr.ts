import type { Habit } from '../habit';
import { hexadecimal, htmlTable, writeMarkdownStory, type MarkdownStyle } from '../markdown';
import { storyPages } from '../stories';
import { createIssueWriter } from '../truth';

/**
 * Markdown as dots.ocr writes it: titles `#`, section headers `##` or bold, page headers and footers as plain lines, pictures
 * as data in the text.
 */
export const dotsOcr: Habit = {
  name: 'dots-ocr',
  write(issue, random) {
    const writer = createIssueWriter();
    const hasHeaders = random.chance(0.5);
    const [year = '', month = '', day = ''] = issue.date.split('-');
    const style: MarkdownStyle = {
      heading: (part) => {
        if (part === 'main') return [random.chance(0.4) ? '# ' : '## ', ''];
        if (part === 'crosshead')
          return random.chance(0.5) ? ['### ', ''] : random.chance(0.5) ? ['**', '**'] : ['', ''];
        return random.chance(0.5) ? ['## ', ''] : ['', ''];
      },
      lineEnd: '\n\n',
      image: () => `![](data:image/jpeg;base64,/9j/4AAQSkZJRg${hexadecimal(random, 400)}==)\n\n`,
      caption: (words) => `${words}\n\n`,
      table: (rows) => `${htmlTable(rows, '<table>', '<td>')}\n\n`,
    };
    for (const { page, section, stories } of storyPages(issue, random)) {
      if (hasHeaders)
        writer.add(
          `${String(page).padStart(2, '0')} ${section}\n\n${issue.paper} ${year}年${Number(month)}月${Number(day)}日\n\n`,
        );
      for (const story of stories) writeMarkdownStory(writer, story, style, random, hasHeaders ? page : undefined);
      if (hasHeaders) writer.add('本版责编：编辑部\n\n');
    }
    return writer.finish();
  },
};
