import type { Habit } from '../habit';
import { headLinesOf, writeBody } from '../plain';
import type { Random } from '../random';
import { storyPages, type Story } from '../stories';
import { createIssueWriter, type IssueWriter } from '../truth';

/**
 * Text archives: either facts with labels and colons (标题：, 日期：, 版次：), or headline, author, a line 第1版(要闻) and a line
 * 专栏： that is mostly empty.
 */
export const archive: Habit = {
  name: 'archive',
  write(issue, random) {
    const writer = createIssueWriter();
    const write = random.chance(0.5) ? facts(issue.date, random) : pageLines(random);
    for (const { stories } of storyPages(issue, random)) for (const story of stories) write(writer, story);
    return writer.finish();
  },
};

type WriteStory = (writer: IssueWriter, story: Story) => void;

function facts(date: string, random: Random): WriteStory {
  const colon = random.pick(['：', ':', '： ']);
  const pageName = random.pick(['版次', '版面', '版次/卷期', '版号']);
  const isOneLine = random.chance(0.3);
  const authorFirst = random.chance(0.5);
  return (writer, story) => {
    writer.beginArticle(story.kind, story.page);
    if (story.kicker !== '') writer.headline('kicker', story.kicker, `引题${colon}${story.kicker}\n`);
    writer.headline('main', story.title, `标题${colon}${story.title}\n`);
    if (story.subtitle !== '') writer.headline('sub', story.subtitle, `副标题${colon}${story.subtitle}\n`);
    const author = (): void => {
      if (!story.byline) return;
      writer.add(`作者${colon}`);
      writer.byline(story.byline.people, `${story.byline.line}\n`);
    };
    if (authorFirst) author();
    writer.add(
      `日期${colon}${date}${isOneLine ? ' ' : '\n'}${pageName}${colon}${String(story.page).padStart(2, '0')}版\n`,
    );
    if (!authorFirst) author();
    writer.add('\n');
    writeBody(writer, story, { lineEnd: '\n', storyEnd: '\n', indent: '　　' });
    writer.add('\n\n');
  };
}

function pageLines(random: Random): WriteStory {
  const [open, close] = random.pick(['()', '（）']).split('');
  const gap = random.pick(['\n', '\n\n']);
  return (writer, story) => {
    writer.beginArticle(story.kind, story.page);
    for (const [role, words] of headLinesOf(story)) writer.headline(role, words, `${words}\n`);
    if (story.byline) writer.byline(story.byline.people, `${story.byline.line}\n`);
    writer.add(
      `第${story.page}版${open}${story.section}${close}\n专栏：${random.chance(0.1) ? '工作研究' : ''}\n${gap}`,
    );
    writeBody(writer, story, { lineEnd: '\n', storyEnd: '\n', indent: '　　' });
    writer.add(gap);
  };
}
