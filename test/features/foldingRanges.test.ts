import { expect, test } from 'vitest';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { parseIssue } from '../../server/src/issue/parse';

function folded(text: string): string[] {
  return foldingRanges({ document: parseIssue(text) }).map(({ start, end }) => text.slice(start, end));
}

const ARTICLE = '# 云川市新建一批口袋公园\n\n本报讯（记者 周既白）云川市今年新建口袋公园十二处。';

test('pages fold from their mark to their last line, articles from their headline', () => {
  const second = '# 河堤完工\n\n河堤昨日完工。';
  expect(folded(`第一版\n\n${ARTICLE}\n\n第二版\n\n${second}\n`)).toEqual([
    `第一版\n\n${ARTICLE}`,
    `第二版\n\n${second}`,
    ARTICLE,
    second,
  ]);
});

test('an issue of one unmarked page folds by article only', () => {
  expect(folded(`\n\n${ARTICLE}\n`)).toEqual([ARTICLE]);
});

test('furniture folds where it has more than one line', () => {
  expect(folded(`${ARTICLE}\n\n本版责编：林望舒\n\n本版校对：许清和\n`)).toContain(
    '本版责编：林望舒\n\n本版校对：许清和',
  );
  expect(folded(`${ARTICLE}\n\n本版责编：林望舒\n`)).not.toContain('本版责编：林望舒');
});

test('CRLF files fold in the same places', () => {
  expect(folded(`${ARTICLE}\n`.replaceAll('\n', '\r\n'))).toEqual([ARTICLE.replaceAll('\n', '\r\n')]);
});
