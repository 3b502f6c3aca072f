import type { Habit } from '../habit';
import { htmlTable, writeMarkdownStory, type MarkdownStyle } from '../markdown';
import { storyPages } from '../stories';
import { createIssueWriter } from '../truth';

/** Markdown as DeepSeek-OCR and Docling write it: every heading `##`, comments for pictures and between pages. */
export const deepseekOcr: Habit = {
  name: 'deepseek-ocr',
  write(issue, random) {
    const writer = createIssueWriter();
    const style: MarkdownStyle = {
      heading: (part) => (part === 'main' || random.chance(0.5) ? ['## ', ''] : ['', '']),
      lineEnd: '\n\n',
      image: () => '<!-- image -->\n\n',
      caption: (words) => `${words}\n\n`,
      table: (rows) => `${htmlTable(rows, '<table>', '<td>')}\n\n`,
    };
    for (const { stories } of storyPages(issue, random)) {
      for (const story of stories) writeMarkdownStory(writer, story, style, random);
      writer.add('<--- Page Split --->\n\n');
    }
    return writer.finish();
  },
};
