import { describe, expect, test } from 'vitest';
import { parseIssue } from '../../server/src/issue/parse';

const TABLES: Readonly<Record<string, string>> = {
  Markdown: '| 项目 | 去年 |\n|---|:-:|\n| 新建书房 | 12 |\n| 水 \\| 电 | 3.5 |',
  HTML: '<table border=1><tr><td style="a">项目</td><td>去年</td></tr><tr><td>新建书房</td><td>12</td></tr><tr><td>水 | 电</td><td>3.5</td></tr></table>',
  'HTML in lines':
    '<table>\n<tr><th>项目</th><th>去年</th></tr>\n<tr>\n<td><b>新建</b>书房</td>\n<td>12</td>\n</tr>\n<tr><td>水&nbsp;|&nbsp;电</td><td>3.5</td></tr>\n</table>',
};

describe('tables', () => {
  test.each(Object.entries(TABLES))('%s', (_, table) => {
    const text = `# 新水厂通水\n\n水厂昨日通水。\n\n${table}\n\n居民前来参观。`;
    const [article] = parseIssue(text).articles;
    expect(article?.tables.map(({ rows }) => rows.map((row) => row.map((cell) => cell.replace(/\s/g, ''))))).toEqual([
      [
        ['项目', '去年'],
        ['新建书房', '12'],
        ['水|电', '3.5'],
      ],
    ]);
    expect(article?.tables.map(({ span }) => text.slice(span.start, span.end))).toEqual([table]);
    expect(article?.paragraphs).toHaveLength(2);
  });

  test('two consecutive tables, and an article that consists of tables', () => {
    const [article] = parseIssue(
      '# 各队积分\n\n<table><tr><td>甲</td></tr></table>\n\n<table><tr><td>乙</td></tr></table>',
    ).articles;
    expect(article?.kind).toBe('listing');
    expect(article?.tables.map(({ rows }) => rows)).toEqual([[['甲']], [['乙']]]);
  });
});
