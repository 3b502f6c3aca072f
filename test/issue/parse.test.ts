import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article, IssueDocument } from '../../server/src/issue/model';
import { parseIssue } from '../../server/src/issue/parse';

/** Lines of every kind, damaged ones among them, of which random issues are made. */
const LINES = [
  '',
  '　',
  '第一版',
  'A2',
  '2031年5月18日 星期日',
  '-- 3 --',
  '# 云川加固河堤',
  '### 筑牢大堤',
  '**城南学校开学**',
  '#',
  '云川青石县治水——',
  '——写在开学之际',
  '林望舒讲话 温北辰主持',
  '本报记者 沈𫠊远',
  '记者 温北辰 摄',
  '![](a.jpg)',
  '图为青石河大堤。',
  '（下转第二版）',
  '（上接第一版）',
  '本报讯（记者 沈知远）昨日，云川市召开治水推进会，会议要求抓紧施',
  '工，在主汛期前完成全部任务。',
  '筑牢大堤',
  '全面推进  ',
  '（新华社云川5月6日电）',
  '| 乡镇 | 人数 |',
  '<table><tr><td>乡镇</td></tr></table>',
  '```',
  '责任编辑：方若谷',
  '\ud842',
  '\u0000',
];

const issues = fc
  .array(fc.oneof(fc.constantFrom(...LINES), fc.string({ unit: 'binary', maxLength: 40 })), { maxLength: 40 })
  .chain((lines) => fc.constantFrom('\n', '\n\n', '\r\n', '\r').map((end) => lines.join(end)));

describe('any text', () => {
  test('gives blocks that are in order, apart and complete', () => {
    fc.assert(
      fc.property(issues, (text) => {
        const { blocks } = parseIssue(text);
        let end = 0;
        for (const { span, content } of blocks) {
          expect(text.slice(end, span.start).trim()).toBe('');
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(content.start).toBeGreaterThanOrEqual(span.start);
          expect(content.end).toBeLessThanOrEqual(span.end);
          end = span.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
    );
  });

  test('gives articles that consist of its blocks, each in one article at most', () => {
    fc.assert(
      fc.property(issues, (text) => {
        const document = parseIssue(text);
        const places = new Set(document.blocks.map(({ span }) => span.start));
        const taken = new Set<number>();
        for (const article of document.articles) {
          for (const start of blocksOf(article)) {
            expect(places).toContain(start);
            expect(taken).not.toContain(start);
            taken.add(start);
            expect(start).toBeGreaterThanOrEqual(article.span.start);
            expect(start).toBeLessThan(article.span.end);
          }
        }
        expect(taken.size).toBeGreaterThanOrEqual(document.blocks.filter(({ kind }) => kind === 'body').length);
      }),
    );
  });

  test('gives articles in order, within the text', () => {
    fc.assert(
      fc.property(issues, (text) => {
        const { articles, pages } = parseIssue(text);
        articles.forEach((article, order) => {
          expect(article.order).toBe(order);
          expect(article.span.start).toBeGreaterThanOrEqual(articles[order - 1]?.span.end ?? 0);
          expect(article.span.end).toBeLessThanOrEqual(text.length);
        });
        expect(pages.map(({ span }) => span.start)).toEqual([0, ...pages.slice(0, -1).map(({ span }) => span.end)]);
        expect(pages.at(-1)?.span.end).toBe(text.length);
      }),
    );
  });
});

/** Texts of which a parser that looks back or ahead without bounds takes minutes. */
const HOSTILE: Readonly<Record<string, string>> = {
  headings: '# 云川加固河堤\n\n',
  'short lines': '筑牢大堤\n',
  'torn lines': '会议指出，加快青石河大堤的加固，是全市的头等大事，各地要抓紧施\n\n',
  'page marks between torn lines': '会议指出，加快青石河大堤的加固，是全市的头等大事，各地要抓紧施\n\n第二版\n\n',
  'jump lines': '# 云川加固河堤\n\n青石河大堤昨日开工。\n\n（下转第一版）\n\n（上接第一版）\n\n',
  'open brackets': '（（《《““',
  'hard breaks': '全面推进  \n',
  pictures: '![](a.jpg)\n\n图为大堤。\n\n',
  digits: '第一二三四五六七八九十',
  blanks: ' 　',
};

test.each(Object.entries(HOSTILE))('a long text that consists of %s is read to its end', (_, piece) => {
  const text = piece.repeat(Math.ceil(300_000 / piece.length));
  expect(lastEnd(parseIssue(text))).toBe(text.trimEnd().length);
});

function lastEnd({ blocks }: IssueDocument): number {
  return blocks.at(-1)?.span.end ?? 0;
}

/** Where the blocks of an article begin, each once. */
function blocksOf({ headlines, rubric, paragraphs }: Article): number[] {
  const blocks = [
    ...headlines.map(({ block }) => block),
    ...(rubric ? [rubric] : []),
    ...paragraphs.flatMap(({ parts }) => parts),
  ];
  return blocks.map(({ span }) => span.start);
}
