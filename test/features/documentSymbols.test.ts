import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { covers } from '../../server/src/core/span';
import { documentSymbols, type OutlineItem } from '../../server/src/features/documentSymbols';
import { parseIssue } from '../../server/src/issue/parse';
import { deciderOf } from '../support/decisions';

/** The outline as indented lines: `kind: name (detail)`. */
function drawn(items: readonly OutlineItem[], indent = ''): string[] {
  return items.flatMap(({ kind, name, detail, children }) => [
    `${indent}${kind}: ${name}${detail === undefined ? '' : ` (${detail})`}`,
    ...drawn(children, `${indent}  `),
  ]);
}

const outlineOf = (text: string): string[] => drawn(documentSymbols({ document: parseIssue(text) }));

describe('what the outline shows', () => {
  test('an issue without page marks begins with its articles', () => {
    expect(
      outlineOf(`## 沈知远在全市绿化工作会议上强调

# 把口袋公园建到群众家门口

林望舒主持

本报讯（记者 周既白 陈怀瑾）全市绿化工作会议昨日召开。

图为市民在城南口袋公园散步。

许清和 摄
`),
    ).toEqual([
      'article: 把口袋公园建到群众家门口 (沈知远在全市绿化工作会议上强调 · 林望舒主持 · 周既白、陈怀瑾)',
      '  caption: 图为市民在城南口袋公园散步。',
    ]);
  });

  test('pages, rubrics and articles lie within each other', () => {
    expect(
      outlineOf(`第一版 要闻

# 【走基层】

## 云川市新建一批口袋公园

本报讯（记者 周既白）云川市今年新建口袋公园十二处。

## 全国防汛工作会议召开

全文详见今日第二版

第二版 时政

## 云川河堤加固工程完工

本报讯（记者 林望舒）云川河堤加固工程昨日完工。
`),
    ).toEqual([
      'page: 第一版 要闻',
      '  rubric: 【走基层】',
      '    article: 云川市新建一批口袋公园 (周既白)',
      '  teaser: 全国防汛工作会议召开',
      'page: 第二版 时政',
      '  article: 云川河堤加固工程完工 (林望舒)',
    ]);
  });

  test('a rubric in two lines below its article still belongs to it, as one line', () => {
    const text =
      '# 云川市新建一批口袋公园\n\n云川市今年新建口袋公园十二处。\n\n建设公园城市  \n共享绿色生活\n\n# 河堤完工\n\n河堤昨日完工。\n';
    expect(outlineOf(text)).toEqual([
      'rubric: 建设公园城市 共享绿色生活',
      '  article: 云川市新建一批口袋公园',
      'article: 河堤完工',
    ]);
  });

  test('articles without a headline are named by their first words, truncated if they are long', () => {
    const [name = ''] = outlineOf(`云川市今年新建口袋公园十二处，${'四季有花，'.repeat(40)}处处可歇。\n`);
    expect(name).toMatch(/^article: 云川市今年新建口袋公园十二处，.*…$/);
    expect(name.length).toBeLessThan(100);
  });

  test('an empty file has no outline', () => {
    expect(outlineOf('')).toEqual([]);
  });
});

describe('every item lies within its parent and shows a place within itself', () => {
  const corpus = new URL('../corpus/', import.meta.url);
  const files = readdirSync(corpus).filter((file) => file.endsWith('.txt'));
  test.each(files)('%s', (file) => {
    const text = readFileSync(new URL(file, corpus), 'utf8');
    const check = (items: readonly OutlineItem[], parent: OutlineItem['span']): void => {
      for (const { name, span, selection, children } of items) {
        expect(covers(parent, span) && covers(span, selection), name).toBe(true);
        check(children, span);
      }
    };
    const items = documentSymbols({ document: parseIssue(text) });
    expect(items).not.toEqual([]);
    check(items, { start: 0, end: text.length });
  });
});

test('an article with manual decisions says so', () => {
  const text = '# 河堤工程完工\n\n云川河堤加固工程昨日完工。\n\n群众满意\n\n工程历时八个月。\n';
  const decisions = [deciderOf(text).role('群众满意', 'headline')];
  expect(drawn(documentSymbols({ document: parseIssue(text, undefined, decisions) }))).toEqual([
    'article: 河堤工程完工',
    'article: 群众满意 (by hand)',
  ]);
});
