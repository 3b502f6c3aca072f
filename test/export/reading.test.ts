import { fromMarkdown } from 'mdast-util-from-markdown';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { describe, expect, test } from 'vitest';
import { html } from '../../server/src/export/formats/reading/html';
import { markdown } from '../../server/src/export/formats/reading/markdown';
import { text } from '../../server/src/export/formats/reading/text';
import { looksLikeIssue } from '../../server/src/issue/recognise';
import { analysisOf, written } from '../support/exported';

const PAGE = `第一版 要闻 2024年5月18日 星期六

云川日报

## 市委常委会召开会议

# 把堤坝筑牢

本报记者 沈知远

市长陆见川说，防汛是天大的事，容不得

半点侥幸。

陆见川还到青桐镇察看。

（下转第三版）

# 小区装上“新耳朵”

| 小区 | 漏点 |
| --- | --- |
| 梧桐里 | 19 |

第三版 综合

# 把堤坝筑牢

（上接第一版）会后，*代表*们<b>讨论</b>了1.2亿元的[预算]。
`;

type Node = DefaultTreeAdapterMap['node'];

function elements(node: Node): DefaultTreeAdapterMap['element'][] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => [...('tagName' in child ? [child] : []), ...elements(child)]);
}

function wordsOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(wordsOf).join('') : '';
}

const attribute = (node: DefaultTreeAdapterMap['element'], name: string) =>
  node.attrs.find((one) => one.name === name)?.value;

describe('plain text', () => {
  const copy = written(text, analysisOf(PAGE));

  test('has articles in order, with heads apart and torn paragraphs joined', () => {
    expect(copy).toContain('云川日报　2024年5月18日');
    expect(copy).toContain('── 第一版　要闻 ──');
    expect(copy).toContain('\n\n　　市长陆见川说，防汛是天大的事，容不得半点侥幸。\n　　陆见川还到青桐镇察看。\n');
    expect(copy).toContain('梧桐里\t19');
    expect(copy.indexOf('市委常委会召开会议')).toBeLessThan(copy.indexOf('把堤坝筑牢'));
  });

  test('is not taken for an issue', () => {
    expect(looksLikeIssue(PAGE)).toBe(true);
    expect(looksLikeIssue(copy)).toBe(false);
  });

  test('of one article has only that', () => {
    const one = written(text, analysisOf(PAGE), { article: 'article-2' });
    expect(one).toContain('新耳朵');
    expect(one).not.toContain('把堤坝筑牢');
  });
});

describe('Markdown', () => {
  const copy = written(markdown, analysisOf(PAGE));
  const { children } = fromMarkdown(copy.replace(/^---\n.*?\n---\n/s, ''));

  test('begins with the metadata of the issue', () => {
    expect(copy).toMatch(/^---\ngenerator: "galley 0\.0\.0"\ntitle: "云川日报"\ndate: "2024-05-18"\n/);
  });

  test('has headlines by level', () => {
    const heads = children.flatMap((node) =>
      node.type === 'heading' && node.children[0]?.type === 'text' ? [[node.depth, node.children[0].value]] : [],
    );
    expect(heads).toEqual([
      [1, '云川日报 2024年5月18日'],
      [3, '市委常委会召开会议'],
      [2, '把堤坝筑牢'],
      [2, '小区装上“新耳朵”'],
      [2, '把堤坝筑牢'],
    ]);
  });

  test('does not treat any of the issue as markup', () => {
    const last = children.at(-1);
    expect(last).toMatchObject({
      type: 'paragraph',
      children: [{ type: 'text', value: '（上接第一版）会后，*代表*们<b>讨论</b>了1.2亿元的[预算]。' }],
    });
    for (const line of ['- 甲', '+甲', '1. 甲', '> 甲', '    甲', '&lt;', '说![甲](b)', '~~甲~~'])
      expect(
        fromMarkdown(written(markdown, analysisOf(`# 标题\n\n说：\n\n${line}结束。\n`))).children.at(-1),
      ).toMatchObject({
        type: 'paragraph',
        children: [{ type: 'text', value: `${line.trim()}结束。` }],
      });
  });

  test('has tables', () => {
    expect(copy).toContain('| 小区 | 漏点 |\n| --- | --- |\n| 梧桐里 | 19 |\n');
  });
});

describe('HTML', () => {
  const copy = written(html, analysisOf(PAGE));
  const errors: string[] = [];
  const all = elements(parse(copy, { onParseError: ({ code }) => errors.push(code) }));

  test('is well formed, and loads nothing', () => {
    expect(errors).toEqual([]);
    expect(copy).not.toMatch(/<(?:script|link|img|iframe)|url\(|@import/);
    expect(copy).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  test('links each name to its entry, each entry to its articles, and jumps to the other half', () => {
    const ids = new Set(all.map((node) => attribute(node, 'id')));
    const links = all.filter(({ tagName }) => tagName === 'a');
    for (const link of links) expect(ids).toContain(attribute(link, 'href')?.slice(1));
    const mayor = links.filter((link) => wordsOf(link) === '陆见川');
    expect(mayor.map((link) => attribute(link, 'href'))).toEqual(['#person-2', '#person-2']);
    const [entry] = all.filter((node) => attribute(node, 'id') === 'person-2');
    expect(entry && wordsOf(entry)).toMatch(/^陆见川 市长 1/);
    expect(links.map((link) => wordsOf(link))).toContain('（下转第三版）');
  });

  test('has the words of the issue as they are', () => {
    const paragraphs = all.filter(({ tagName }) => tagName === 'p').map(wordsOf);
    expect(paragraphs).toContain('市长陆见川说，防汛是天大的事，容不得半点侥幸。');
    expect(paragraphs.join('')).toContain('会后，*代表*们<b>讨论</b>了1.2亿元的[预算]。');
    expect(all.filter(({ tagName }) => tagName === 'td').map(wordsOf)).toEqual(['小区', '漏点', '梧桐里', '19']);
  });
});
