import type { Habit } from '../habit';
import { drawMasthead, drawPageMark, headLinesOf } from '../plain';
import { storyPages } from '../stories';
import { createIssueWriter } from '../truth';

/** One printed line a line, as recognition line by line leaves it; a blank line between paragraphs or an indent at their start. */
export const wrapped: Habit = {
  name: 'wrapped',
  write(issue, random) {
    const writer = createIssueWriter();
    const width = random.between(14, 30);
    const isIndented = random.chance(0.6);
    const paragraphEnd = isIndented ? '\n' : '\n\n';
    const mark = drawPageMark(random);
    writer.add(`${drawMasthead(issue, random)}\n\n`);
    for (const { page, section, stories } of storyPages(issue, random)) {
      writer.add(`${mark(page, section)}\n\n`);
      for (const story of stories) {
        writer.beginArticle(story.kind, page);
        for (const [role, words] of headLinesOf(story)) writer.headline(role, words, `${wrap(words, 30)}\n`);
        if (story.byline) writer.byline(story.byline.people, `${story.byline.line}\n`);
        if (!isIndented) writer.add('\n');
        if (story.peopleWithin) writer.peopleWithin(story.peopleWithin);
        for (const words of story.paragraphs)
          writer.paragraph(words, `${wrap(`${isIndented ? '　　' : ''}${words}`, width)}${paragraphEnd}`);
        for (const words of story.captions) writer.extra(words, `${wrap(words, width)}${paragraphEnd}`);
        writer.add('\n');
      }
    }
    return writer.finish();
  },
};

/** Cut after so many characters; a mark that may not open a line hangs over the edge. */
function wrap(words: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const character of words) {
    if (line.length >= width && !'，。；：、！？”）》'.includes(character)) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line].join('\n');
}
