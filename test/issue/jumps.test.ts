import { expect, test } from 'vitest';
import { readJumpLine, readJumps } from '../../server/src/issue/jumps';
import { outlined } from '../support/outlined';

test.each([
  ['全文详见今日第七版', 'to 7'],
  ['（下转第三版）', 'to 3'],
  ['▶下转第2版', 'to 2'],
  ['（上接第一版）', 'from 1'],
  ['上接A1版', 'from 1'],
  ['下转第十二版', 'to 12'],
])('the jump line %s', (line, expected) => {
  const jump = readJumpLine(line);
  expect(jump && `${jump.direction} ${String(jump.page)}`).toBe(expected);
});

test.each(['第三版', '他转了三个版本', '会议纪要见附件', '下转第三版面的报道'])('not a jump line: %s', (line) => {
  expect(readJumpLine(line)).toBeUndefined();
});

test('a jump within text counts in brackets or at the end', () => {
  const text = '全县河堤巡查完毕。（下转第三版）';
  expect(readJumps(text).map(({ span }) => text.slice(span.start, span.end))).toEqual(['（下转第三版）']);
  expect(readJumps('据云川日报转第三版编辑部的说法，此事属实。')).toEqual([]);
});

test('the two parts of a continued article are linked', () => {
  const outline = outlined(`第一版

# 青石河大堤加固

本报讯（记者 沈知远）青石河大堤加固工程昨日开工。

（下转第二版）

第二版

# 青石河大堤加固

（上接第一版）工程预计年底前完成。

# 城南学校开学

本报讯（记者 顾一苇）城南学校昨日开学。`);
  expect(outline.filter((line) => line.includes('continued'))).toEqual(['  continued by article-2']);
});
