import type { Habit } from '../habit';
import { markdownTable, writeMarkdownStory, type MarkdownStyle } from '../markdown';
import { storyPages } from '../stories';
import { createIssueWriter } from '../truth';

const FRONT_MATTER = `---
primary_language: zh
is_rotation_valid: True
rotation_correction: 0
is_table: False
is_diagram: False
---
`;

/**
 * Markdown as olmOCR writes it: YAML front matter above every page, headlines as headings or bold lines, tables in Markdown,
 * pictures with a description and the place on the page as file name.
 */
export const olmocr: Habit = {
  name: 'olmocr',
  write(issue, random) {
    const writer = createIssueWriter();
    const isBold = random.chance(0.3);
    const style: MarkdownStyle = {
      heading: (part) => {
        if (part === 'crosshead')
          return random.chance(0.5) ? ['**', '**'] : random.chance(0.5) ? ['## ', ''] : ['', ''];
        if (part !== 'main' && random.chance(0.5)) return ['', ''];
        return isBold ? ['**', '**'] : [part === 'main' ? '# ' : '## ', ''];
      },
      lineEnd: '\n\n',
      image: () =>
        `![Photograph of people at work](page_${random.between(10, 400)}_${random.between(10, 900)}_300_200.png)\n\n`,
      caption: (words) => `${words}\n\n`,
      table: (rows) => `${markdownTable(rows)}\n\n`,
    };
    for (const { stories } of storyPages(issue, random)) {
      writer.add(FRONT_MATTER);
      for (const story of stories) writeMarkdownStory(writer, story, style, random);
    }
    return writer.finish();
  },
};
