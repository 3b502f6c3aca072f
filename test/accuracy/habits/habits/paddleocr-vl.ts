import type { Habit } from '../habit';
import { htmlTable, writeMarkdownStory, type MarkdownStyle } from '../markdown';
import { storyPages } from '../stories';
import { createIssueWriter } from '../truth';

/**
 * Markdown as PaddleOCR-VL writes it: the title of a page `#`, all others `##` with a blank behind, pictures and captions in
 * centred `<div>`, tables with their style in every cell.
 */
export const paddleocrVl: Habit = {
  name: 'paddleocr-vl',
  write(issue, random) {
    const writer = createIssueWriter();
    for (const { stories } of storyPages(issue, random)) {
      let isFirst = true;
      const style: MarkdownStyle = {
        heading: (part) => {
          if (part === 'main' && isFirst) {
            isFirst = false;
            return ['# ', ''];
          }
          const share = { main: 1, kicker: 0.5, sub: 0.4, crosshead: 0.7 }[part];
          return random.chance(share) ? ['## ', ' '] : ['', ''];
        },
        lineEnd: '\n\n',
        image: () => {
          const [x, y] = [random.between(10, 400), random.between(10, 900)];
          const file = `imgs/img_in_image_box_${x}_${y}_${x + 300}_${y + 200}.jpg`;
          return `<div style="text-align: center;"><img src="${file}" alt="Image" width="${random.between(10, 60)}%" /></div>\n\n\n`;
        },
        caption: (words) => `<div style="text-align: center;">${words}</div>\n\n\n`,
        table: (rows) =>
          `${htmlTable(rows, "<table border=1 style='margin: auto; word-wrap: break-word;'>", "<td style='text-align: center; word-wrap: break-word;'>")}\n\n`,
      };
      for (const story of stories) writeMarkdownStory(writer, story, style, random);
    }
    return writer.finish();
  },
};
