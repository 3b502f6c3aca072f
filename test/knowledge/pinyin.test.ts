import { expect, test } from 'vitest';
import { initialsOf, leadsTo, pinyinOf } from '../../server/src/knowledge/pinyin';

test('pinyin and its initials, other characters as they are', () => {
  expect(pinyinOf('绿城2号')).toEqual(['lv', 'cheng', '2', 'hao']);
  expect(initialsOf('云川市GDP增长')).toBe('ycsgdpzz');
});

test.each([
  ['tff', '汤飞帆', true],
  ['tangff', '汤飞帆', true],
  ['汤ff', '汤飞帆', true],
  ['tang fei', '汤飞帆', true],
  ['zhf', '曾飞帆', false],
  ['zengf', '曾飞帆', true],
  ['lüc', '绿城', true],
  ['gd', 'GDP增长', true],
  ['fft', '汤飞帆', false],
  ['tffx', '汤飞帆', false],
])('%s leads to %s: %s', (typed, name, expected) => {
  expect(leadsTo(typed, name)).toBe(expected);
});
