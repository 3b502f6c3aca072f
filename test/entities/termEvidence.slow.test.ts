import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createGazetteer } from '../../server/src/gazetteer/gazetteer';
import type { IssueFacts } from '../../server/src/source/sidecar/schema';
import { EMPTY_SIDECAR } from '../../server/src/source/sidecar/model';
import { analysed } from '../support/analysed';

/** An invented city whose leaders changed in 2021, its neighbour, and a namesake there. */
const OFFICIALS = `type\tid\tname\tkind\toffice\torganisation\tplace\tfrom\tto
place\t990000\t云省\tprovince
place\t991100\t云川市\tcity
place\t991200\t天福峰市\tcity
person\t沈知远\t沈知远
post\t沈知远\t\t\t市长\t\t991100\t2018-03\t2021-06
post\t沈知远\t\t\t市委书记\t\t991100\t2021-06\t2023-02
person\t陆见川\t陆见川
post\t陆见川\t\t\t市委副书记\t\t991100\t2021-06\t2023-02
post\t陆见川\t\t\t代市长\t\t991100\t2021-06\t2021-09
post\t陆见川\t\t\t市长\t\t991100\t2021-09\t2023-02
person\t陆见川-2\t陆见川
post\t陆见川-2\t\t\t局长\t市公安局\t991200\t1990\t1999
person\t方定国\t方定国
post\t方定国\t\t\t市长\t\t991200\t1995\t2001
post\t方定国\t\t\t省委书记\t\t990000\t2015-01
person\t曾知行\t曾知行
post\t曾知行\t\t\t市长\t\t991200\t2005\t2009
`;

const { gazetteer } = createGazetteer({ own: [{ dictionary: 'officials.tsv', text: OFFICIALS }] });
function datedBy(text: string, { given = {}, ...named }: { given?: IssueFacts; path?: string } = {}) {
  return analysed(text, { gazetteer, source: { ...named, sidecar: { ...EMPTY_SIDECAR, issue: given } } }).metadata;
}

const story = (words: string): string => `# 云川市召开会议\n\n本报讯（记者 沈青）${words}\n`;

describe('the terms of the people named', () => {
  test.each([
    ['one of them', '市委书记沈知远主持会议。', '2021-06 2023-02'],
    ['two of them', '市委书记沈知远主持会议，市委副书记、代市长陆见川出席。', '2021-06 2021-09'],
    ['with the name of the city', '云川市委书记沈知远主持会议，云川市代理市长陆见川出席。', '2021-06 2021-09'],
    ['an open term leaves it to the others', '省委书记方定国指出，要抓好落实。市长沈知远出席。', '2018-03 2021-06'],
    ['the namesake whose office it is', '市公安局局长陆见川主持会议。', '1990 1999'],
    ['the first is meant, the second contradicts: nothing', '市长沈知远、市长曾知行出席会议。', undefined],
    ['a former office says nothing', '原市长沈知远出席会议。', undefined],
    ['an open term alone says nothing', '省委书记方定国出席会议。', undefined],
    ['a name without an office says nothing', '沈知远主持会议，陆见川出席会议。', undefined],
  ])('%s', (_, words, expected) => {
    const { date, period } = datedBy(story(words));
    expect(date).toBeUndefined();
    expect(period && `${period.from} ${period.to}`).toBe(expected);
  });

  test('the evidence says whose term it is and where the page names it', () => {
    const text = story('市委书记沈知远主持会议，市委副书记、代市长陆见川出席。');
    const evidence = datedBy(text).period?.evidence ?? [];
    expect(evidence.map((one) => one.text)).toEqual([
      '市委书记沈知远 (2021-06 – 2023-02)',
      '市委副书记陆见川 (2021-06 – 2023-02)',
      '代市长陆见川 (2021-06 – 2021-09)',
    ]);
    for (const { span } of evidence) expect(text.slice(span?.start, span?.end)).toMatch(/沈知远|陆见川/);
  });

  test('the day of the stories with them makes a date', () => {
    const text = `${story('7月21日，市委书记沈知远主持会议。')}\n${story('7月21日，市委副书记、代市长陆见川出席会议。')}`;
    expect(datedBy(text).date).toMatchObject({ value: '2021-07-22', certainty: 'inferred' });
    expect(datedBy(text).period).toBeUndefined();
  });

  test('a day that falls within several years does not', () => {
    const text = `${story('7月21日，市委书记沈知远主持会议。')}\n${story('7月21日，记者获悉，大桥通车。')}`;
    expect(datedBy(text)).toMatchObject({ period: { from: '2021-06', to: '2023-02' } });
  });

  test('a known date stays unchanged', () => {
    const text = story('市委书记沈知远主持会议，代市长陆见川出席。');
    expect(datedBy(text, { path: 'ycrb-20210801.txt' }).date?.value).toBe('2021-08-01');
  });
});

const userPage = new URL('../../../shared/issues/000_632f4229a6b560bd.txt', import.meta.url);

test.skipIf(!existsSync(userPage))('the two leaders of the city date the page of the user', () => {
  const own = ['places', 'officials'].map((name) => ({
    dictionary: `${name}.tsv`,
    text: readFileSync(new URL(`../../dictionaries/gazetteer/${name}.tsv`, import.meta.url), 'utf8'),
  }));
  const { date } = analysed(readFileSync(userPage, 'utf8'), createGazetteer({ own })).metadata;
  expect(date).toMatchObject({ value: '2021-07-22', certainty: 'inferred' });
  expect(date?.evidence.map(({ text }) => text)).toContain('代市长高屹 (2021-06 – 2021-08)');
});
