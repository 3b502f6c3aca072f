import { expect, test } from 'vitest';
import { withContinuations } from '../../server/src/issue/continuations';
import { parseIssue } from '../../server/src/issue/parse';
import type { Article, Jump } from '../../server/src/issue/model';

const TEXT = '第一版\n\n# 会议\n\n（下转第三版）\n\n第三版\n\n# 会议\n\n（上接第一版）';

test('each jump line is read a few times, however many an article has', () => {
  let reads = 0;
  const countingReads = (jump: Jump): Jump =>
    new Proxy(jump, {
      get(target, name) {
        if (name === 'headline') reads++;
        return Reflect.get(target, name) as unknown;
      },
    });
  const repeatJumps = (article: Article): Article => ({
    ...article,
    jumps: Array.from({ length: 5000 }, () => article.jumps.map(countingReads)).flat(),
  });
  const articles = parseIssue(TEXT).articles.map(repeatJumps);
  expect(withContinuations(TEXT, [...articles, ...articles]).map(({ continues }) => continues)).toContain('article-1');
  expect(reads).toBeLessThan(50_000);
});

test('articles that continue one page are linked in order, even beyond the first candidates', () => {
  const of = (page: string, jump: string): string =>
    `第${page}版\n\n${`# 会议\n\n（${jump}）\n\n市委召开会议。\n\n`.repeat(50)}`;
  const { articles } = parseIssue(of('一', '下转第三版') + of('三', '上接第一版'));
  expect(articles.slice(0, 50).map(({ continuedBy }) => continuedBy)).toEqual(articles.slice(50).map(({ id }) => id));
});
