import type { Habit } from '../habit';
import { writeBody } from '../plain';
import type { Random } from '../random';
import type { SourceIssue } from '../source';
import { storyPages, type Story } from '../stories';
import { createIssueWriter, type IssueWriter } from '../truth';

/** Exports of databases: each fact of a story in a line with its label, 【标题】【作者】【日期】【版次】【正文】. */
export const labelled: Habit = {
  name: 'labelled',
  write(issue, random) {
    const writer = createIssueWriter();
    const form = drawForm(issue, random);
    for (const { stories } of storyPages(issue, random)) for (const story of stories) writeRecord(writer, story, form);
    return writer.finish();
  },
};

interface Form {
  readonly label: (name: string) => string;
  readonly date: string;
  readonly pageOf: (story: Story) => string;
  readonly hasSource: boolean;
  readonly datesFirst: boolean;
  readonly paper: string;
  readonly recordEnd: string;
  readonly indent: string;
}

function drawForm({ paper, date }: SourceIssue, random: Random): Form {
  return {
    label: random.pick([
      (name) => `【${name}】`,
      (name) => `【${name}】`,
      (name) => `[${name}]`,
      (name) => `〖${name}〗`,
    ]),
    date: random.pick([date, date.replaceAll('-', '.'), date.replace(/(\d+)-(\d+)-(\d+)/, '$1年$2月$3日')]),
    pageOf: random.pick([
      ({ page, section }) => `第${page}版（${section}）`,
      ({ page }) => `${page}`,
      ({ page }) => `第${String(page).padStart(2, '0')}版`,
      ({ page, section }) => `${String(page).padStart(2, '0')}版:${section}`,
    ]),
    hasSource: random.chance(0.5),
    datesFirst: random.chance(0.5),
    paper,
    recordEnd: random.pick(['\n', '\n\n', `${'-'.repeat(20)}\n`]),
    indent: random.pick(['', '    ', '　　']),
  };
}

function writeRecord(writer: IssueWriter, story: Story, form: Form): void {
  const { label } = form;
  writer.beginArticle(story.kind, story.page);
  if (story.kicker !== '') writer.headline('kicker', story.kicker, `${label('引题')}${story.kicker}\n`);
  writer.headline('main', story.title, `${label('标题')}${story.title}\n`);
  if (story.subtitle !== '') writer.headline('sub', story.subtitle, `${label('副题')}${story.subtitle}\n`);
  const facts = [`${label('日期')}${form.date}\n`, `${label('版次')}${form.pageOf(story)}\n`];
  if (form.hasSource) facts.unshift(`${label('来源')}${form.paper}\n`);
  if (form.datesFirst) for (const fact of facts) writer.add(fact);
  if (story.byline) {
    writer.add(label('作者'));
    writer.byline(story.byline.people, `${story.byline.line}\n`);
  } else writer.add(`${label('作者')}\n`);
  if (!form.datesFirst) for (const fact of facts) writer.add(fact);
  writer.add(`${label('正文')}\n`);
  writeBody(writer, story, { lineEnd: '\n', storyEnd: '\n', indent: form.indent });
  writer.add(form.recordEnd);
}
