import type { Habit } from '../habit';
import { drawMasthead, drawPageMark, writePlainStory } from '../plain';
import { storyPages } from '../stories';
import { createIssueWriter } from '../truth';

/** Plain text without any heading marks: a masthead, page marks, blank lines between stories or between all lines. */
export const unmarked: Habit = {
  name: 'unmarked',
  write(issue, random) {
    const writer = createIssueWriter();
    const isSpaced = random.chance(0.5);
    const style = {
      lineEnd: isSpaced ? '\n\n' : '\n',
      storyEnd: isSpaced ? '\n\n' : '\n',
      indent: random.chance(0.5) ? '　　' : '',
    };
    const mark = drawPageMark(random);
    writer.add(`${drawMasthead(issue, random)}\n\n`);
    for (const { page, section, stories } of storyPages(issue, random)) {
      writer.add(`${mark(page, section)}\n\n`);
      for (const story of stories) writePlainStory(writer, story, style, page);
    }
    return writer.finish();
  },
};
