import { expect, test } from 'vitest';
import { outlined } from '../support/outlined';

test('a headline that names who speaks, above a byline or below a gap; labels of notices and briefs are none', () => {
  const text = [
    '第3版',
    '',
    '云川县：老街里有了新的生意和新的人',
    '本报记者 沈知远',
    '八日上午，老街上的店铺都开了门，街坊们在门前喝茶聊天。',
    '办事处：每月逢五逢十在老街口为居民办事',
    '街坊们说，这样的日子过得踏实，也过得热闹。',
    '',
    '',
    '青石水务：沿河各村今年汛期用水有了保障',
    '本报云川6月8日电 镇里的水利站说，沿河各村的用水有了保障。',
    '',
    '',
    '柳河镇疏浚河道',
    '本报云川6月8日电 镇里召开了河道疏浚推进会，听取汇报。',
  ].join('\n');
  expect(outlined(text).filter((line) => /main/.test(line))).toEqual([
    '  main 云川县：老街里有了新的生意和新的人',
    '  main 青石水务：沿河各村今年汛期用水有了保障',
    '  main 柳河镇疏浚河道',
  ]);
});
