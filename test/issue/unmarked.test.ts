import { expect, test } from 'vitest';
import { outlined } from '../support/outlined';

test('a headline that names the speaker, above a byline or below a gap; labels of notices and briefs are not headlines', () => {
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

test('in narrow columns, titles of instalments below their authors and rows of symbols do not start an article', () => {
  const column = (words: string): string[] => [...(words.match(/(?:[^、]、?){1,8}/g) ?? []), ''];
  const text = [
    '青溪報',
    '',
    '中華民國二十八年四月廿一日　星期五　今日貳張售國幣貳分',
    '',
    '石門水渠',
    '告竣有期',
    '',
    ...column('（雲川廿日電）石門水渠工程業已大部告竣、當局定於下月初舉行典禮、邀請各界人士前往參觀、'),
    ...column('此項工程歷時三年有餘、所費甚巨、各界捐欵亦不在少數、當局擬將賬目公布以昭大信、'),
    '★　★　★',
    '',
    ...column('米商對於水渠之告竣、均表欣慰、謂今後糧食運輸較前便利、市價可望平穩、居民生活得以安定云、'),
    '青溪往事',
    '',
    '沈知遠著',
    '白樓譯',
    '',
    '渡口的威力　（三）',
    '',
    ...column('那個渡口在必要時可隨意移往他處、船夫以渡船爲業、已有三十餘年、沿河居民無不知之、'),
    ...column('此人平日沉默寡言、而於河道深淺瞭如指掌、遇有大水、必先期警告、故鄉人均敬重之、'),
  ].join('\n');
  expect(outlined(text).filter((line) => /^ *(?:article|main|kicker)/.test(line))).toEqual([
    'article',
    '  kicker 石門水渠',
    '  main 告竣有期',
    'article',
    '  main 青溪往事',
  ]);
});
