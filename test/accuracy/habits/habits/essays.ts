import { drawAuthor } from '../bylines';
import type { Habit } from '../habit';
import { drawPageMark, writeBody } from '../plain';
import { storyPages } from '../stories';
import { createIssueWriter } from '../truth';

/** Pages of essays: the title, perhaps the name of a column behind it, the author's name alone, the text. */
export const essays: Habit = {
  name: 'essays',
  write(issue, random) {
    const writer = createIssueWriter();
    const mark = drawPageMark(random);
    const isMarked = random.chance(0.5);
    const lineEnd = isMarked || random.chance(0.5) ? '\n\n' : '\n';
    const style = { lineEnd, storyEnd: '\n', indent: isMarked ? '' : '　　' };
    for (const { page, section, stories } of storyPages(issue, random)) {
      if (!ESSAY_SECTIONS.has(section)) continue;
      writer.add(`${mark(page, section)}\n\n`);
      for (const story of stories) {
        if (story.peopleWithin || story.kind === 'photo') continue;
        const author = drawAuthor(random);
        writer.beginArticle('article', page);
        writer.headline('main', story.title, `${isMarked ? '# ' : ''}${story.title}${lineEnd}`);
        if (story.subtitle !== '') writer.headline('sub', story.subtitle, `${story.subtitle}${lineEnd}`);
        writer.byline(author.people, `${author.line}${lineEnd}`);
        writeBody(writer, story, style);
        if (random.chance(0.3)) writer.extra('（作者为云川市作家协会会员）', `（作者为云川市作家协会会员）${lineEnd}`);
        writer.add('\n');
      }
    }
    return writer.finish();
  },
};

const ESSAY_SECTIONS = new Set(['副刊', '评论', '理论', '文化', '读者来信', '国际副刊', '人文', '假日生活']);
