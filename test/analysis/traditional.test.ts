import { beforeAll, describe, expect, test } from 'vitest';
import type { Analyser, Analysis } from '../../server/src/analysis/analysis';
import { issueSource } from '../../server/src/source/issueSource';
import { fullAnalyser } from '../fuzz/engine';

let analyser: Analyser;
beforeAll(async () => {
  analyser = await fullAnalyser();
});

const analyse = (text: string): Analysis => analyser.analyse(issueSource(text));
const rulesIn = (text: string): string[] =>
  analyse(text)
    .diagnostics()
    .filter(({ severity }) => severity !== 'hint')
    .map(({ rule }) => rule);

const RIGHT = `雲川日報

# 青溪縣長談校際球賽

〔本報訊〕青溪縣昨日舉行球賽，觀眾一致叫好。縣長表示，學生領袖的訴求應予重視，各校場地將全面升級；消費支出降溫，許多人無奈。董事會的投票權問題，兩地代表將簽署多領域合作協議，認為分秒必爭，循規蹈矩，不容低級趣味。
`;

const MIXED = `# 沈远舟同志的講話

我这个話是青溪話，你們容易听懂些。这次运动还是要靠你們自己，光是我們打电話没有用。

你們来得好，到青溪取了經，回去要把經驗講清楚。我們再打个电話，也許有用。我們支持你們，你們有困難可以提出来。

有的同志怕，怕有什么用呢？越怕越沒有用。我們研究了，同意你們的要求，派人去帮助你們，他們总不会有意見吧。
`;

describe('an issue in traditional characters', () => {
  test('has no finding where only the script differs from what the language model knows', () => {
    expect(rulesIn(RIGHT)).toEqual([]);
    expect(analyse(RIGHT).document.script).toBe('Hant');
  });

  test('in which the scripts are mixed has none either', () => {
    expect(rulesIn(MIXED)).toEqual([]);
    expect(analyse(MIXED).document.script).toBe('mixed');
  });

  test('has its wrong characters found, and repaired in its own script', () => {
    const text = RIGHT.replace('舉行球賽', '舉行球塞').replace('分秒必爭', '分秒必挣');
    const fixed = analyse(text)
      .diagnostics()
      .flatMap(({ fixes: [fix] }) => fix?.edits.map(({ newText }) => newText) ?? []);
    expect(fixed).toEqual(expect.arrayContaining(['爭']));
  });

  test('shows names, offices and places as it prints them, and knows who and where they are', () => {
    const { mentions } = analyse(
      `# 張承遠會見客商\n\n昨日，臺北市長張承遠在廣東省廣州市會見客商。陳志明、劉學文陪同，縣委書記李國棟致詞。\n`,
    );
    const named = mentions.map(({ type, name }) => `${type} ${name}`);
    expect(named).toEqual(
      expect.arrayContaining(['person 張承遠', 'place 廣州市', 'office 書記', 'person 李國棟', 'person 陳志明']),
    );
    expect(mentions.find(({ name }) => name === '張承遠')?.simplifiedName).toBe('张承远');
  });
});
