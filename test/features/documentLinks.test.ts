import { expect, test } from 'vitest';
import { documentLinks, type LinkTarget } from '../../server/src/features/documentLinks';
import { parseIssue } from '../../server/src/issue/parse';
import { readMarks } from '../support/marked';

/** The links of a text whose links are marked, each as its words and its target; an offset as the line it leads to. */
function linksOf(marked: string): {
  words: string[];
  marked: string[];
  targets: (string | Exclude<LinkTarget, { offset: number }>)[];
} {
  const { text, spans } = readMarks(marked);
  const links = documentLinks({ document: parseIssue(text) });
  return {
    words: links.map(({ span }) => text.slice(span.start, span.end)),
    marked: spans.map(({ start, end }) => text.slice(start, end)),
    targets: links.map(({ target }) =>
      'offset' in target ? (text.slice(target.offset).split('\n')[0] ?? '') : target,
    ),
  };
}

const STORY = '云川市今年新建口袋公园十二处，分布在城南、城北和河堤沿线，年底前全部开放';

test('the parts of a continued article link to each other', () => {
  const { words, marked, targets } = linksOf(`第一版

# 云川市新建一批口袋公园

${STORY}，明年

⟦（下转第三版）⟧

第三版

⟦（上接第一版）⟧

# 云川市新建一批口袋公园

还将继续建设，让群众出门见绿。
`);
  expect(words).toEqual(marked);
  expect(targets).toEqual(['云川市新建一批口袋公园', '云川市新建一批口袋公园']);
});

test('a jump line links to the page in this file, or else names the page to look for', () => {
  const { words, marked, targets } = linksOf(`第一版

# 全国防汛工作会议召开

⟦全文详见今日第二版⟧

# 全国绿化工作会议召开

⟦全文详见今日第七版⟧

第二版 时政

# 云川河堤加固工程完工

${STORY}。
`);
  expect(words).toEqual(marked);
  expect(targets).toEqual(['第二版 时政', { page: 7 }]);
});

test('a picture leads to its file', () => {
  const { words, marked, targets } = linksOf(`# 云川市新建一批口袋公园

${STORY}。

![公园](⟦images/park.jpg⟧)

图为城南口袋公园。 许清和 摄
`);
  expect(words).toEqual(marked);
  expect(targets).toEqual([{ uri: 'images/park.jpg' }]);
});

test('a text without jump lines and pictures has no links', () => {
  expect(linksOf(`# 云川市新建一批口袋公园\n\n${STORY}。\n`).targets).toEqual([]);
});
