import { expect, test } from 'vitest';
import { applyEdits } from '../../server/src/core/edit';
import { movedArticle, movedBlock } from '../../server/src/features/structureMoves';
import { parseIssue } from '../../server/src/issue/parse';

const PARK = '# 公园建到家门口\n\n　　全市绿化工作会议昨日召开，部署下半年工作。';
const DYKE = '# 河堤工程完工\n\n　　云川河堤加固工程昨日完工，沿河居民前来参观。';
const BRIDGE = '# 新桥通车\n\n　　石门镇新桥昨日通车，两岸居民不再绕路。';
const PAGE = `第一版 要闻\n\n${PARK}\n\n${DYKE}\n\n第三版 综合\n\n\n${BRIDGE}`;

/** The text after a move of what is at some words. */
function after(text: string, move: typeof movedBlock, words: string, to: 'up' | 'down'): string | undefined {
  const moved = move({ document: parseIssue(text) }, text.indexOf(words), to);
  if (!moved) return undefined;
  const result = applyEdits(text, [moved.edit]);
  expect(result.slice(moved.start).trimStart().startsWith(words)).toBe(true);
  return result;
}

test.each([
  ['down, across another one', PARK, 'down', PAGE.replace(`${PARK}\n\n${DYKE}`, `${DYKE}\n\n${PARK}`)],
  ['up, across another one', DYKE, 'up', PAGE.replace(`${PARK}\n\n${DYKE}`, `${DYKE}\n\n${PARK}`)],
  ['up, to the page before', BRIDGE, 'up', PAGE.replace(`第三版 综合\n\n\n${BRIDGE}`, `${BRIDGE}\n\n\n第三版 综合`)],
  ['down, to the next page', DYKE, 'down', PAGE.replace(`${DYKE}\n\n第三版 综合`, `第三版 综合\n\n${DYKE}`)],
  ['up, where nothing is above', PARK, 'up', undefined],
  ['down, where nothing is below', BRIDGE, 'down', undefined],
] as const)('an article is moved %s', (_, article, to, expected) => {
  expect(after(PAGE, movedArticle, article, to)).toBe(expected);
});

test.each([
  [
    'with its indentation',
    '全市绿化',
    'up',
    PAGE.replace('# 公园建到家门口', 'X')
      .replace('　　全市绿化工作会议昨日召开，部署下半年工作。', '# 公园建到家门口')
      .replace('X', '　　全市绿化工作会议昨日召开，部署下半年工作。'),
  ],
  [
    'across a page mark',
    '# 新桥通车',
    'up',
    PAGE.replace('第三版 综合\n\n\n# 新桥通车', '# 新桥通车\n\n\n第三版 综合'),
  ],
  ['up from the first line', '第一版', 'up', undefined],
  ['down from the last line', '石门镇', 'down', undefined],
] as const)('a block is moved %s', (_, words, to, expected) => {
  expect(after(PAGE, movedBlock, words, to)).toBe(expected);
});

test.each(['\r\n', '\r'])('line ends %j stay', (end) => {
  const text = PAGE.replaceAll('\n', end);
  expect(after(text, movedArticle, '# 河堤', 'up')?.replaceAll(end, '\n')).toBe(
    after(PAGE, movedArticle, '# 河堤', 'up'),
  );
});
