import type { Habit } from '../habit';
import { drawMasthead, drawPageMark, writePlainStory } from '../plain';
import { storyPages } from '../stories';
import { createIssueWriter } from '../truth';

/** Text typed on Windows: CRLF, paragraphs with two ideographic blanks, a blank line between stories only. */
export const indented: Habit = {
  name: 'indented',
  write(issue, random) {
    const writer = createIssueWriter();
    const mark = drawPageMark(random);
    const style = { lineEnd: '\n', storyEnd: '\n', indent: '　　' };
    writer.add(`${drawMasthead(issue, random)}\n\n`);
    for (const { page, section, stories } of storyPages(issue, random)) {
      writer.add(`${mark(page, section)}\n\n`);
      for (const story of stories) writePlainStory(writer, story, style, page);
    }
    return withCarriageReturns(writer.finish());
  },
};

function withCarriageReturns({ text, articles }: ReturnType<Habit['write']>): ReturnType<Habit['write']> {
  const before = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) before[at + 1] = (before[at] ?? 0) + (text.charAt(at) === '\n' ? 1 : 0);
  const moved = (offset: number): number => offset + (before[Math.min(offset, text.length)] ?? 0);
  return {
    text: text.replaceAll('\n', '\r\n'),
    articles: articles.map((article) => ({
      ...article,
      start: moved(article.start),
      headEnd: moved(article.headEnd),
      end: moved(article.end),
    })),
  };
}
