import { expect, test } from 'vitest';
import heteronyms from '../../dictionaries/lexicons/heteronyms.json';
import { initialsOf, leadsTo, pinyinOf } from '../../server/src/gazetteer/complete/pinyin';

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

test.each([
  ['长江', 'chang jiang', 'place'],
  ['长三角', 'chang san jiao', 'place'],
  ['长子县', 'zhang zi xian', 'place'],
  ['重庆市', 'chong qing shi', 'place'],
  ['乐清市', 'yue qing shi', 'place'],
  ['厦门市', 'xia men shi', 'place'],
  ['蔚县', 'yu xian', 'place'],
  ['六安市', 'lu an shi', 'place'],
  ['台州市', 'tai zhou shi', 'place'],
  ['成都市', 'cheng du shi', 'place'],
  ['西藏自治区', 'xi zang zi zhi qu', 'place'],
  ['单县', 'shan xian', 'place'],
  ['解放', 'jie fang', 'organisation'],
  ['曾望山', 'zeng wang shan', 'person'],
  ['单望山', 'shan wang shan', 'person'],
  ['仇望山', 'qiu wang shan', 'person'],
  ['解望长', 'xie wang chang', 'person'],
  ['查望山', 'zha wang shan', 'person'],
  ['区望山', 'ou wang shan', 'person'],
  ['乐望山', 'yue wang shan', 'person'],
  ['尉迟望山', 'yu chi wang shan', 'person'],
  ['副市长', 'fu shi zhang', 'office'],
  ['工商银行', 'gong shang yin hang', 'organisation'],
] as const)('%s is read %s (%3$s)', (name, pinyin, type) => {
  expect(pinyinOf(name, type).join(' ')).toBe(pinyin);
});

test('a name can be typed by every reading of the table of heteronyms', () => {
  for (const [word, pinyin] of Object.entries({ ...heteronyms.words, ...heteronyms.compoundSurnames })) {
    expect(pinyin.split(' '), word).toHaveLength(word.length);
    expect(leadsTo(pinyin, word), word).toBe(true);
  }
});
