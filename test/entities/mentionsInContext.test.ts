import { expect, test } from 'vitest';
import type { Mention } from '../../server/src/entities/model';
import { gazetteerOfPlaces } from '../support/places';
import { EMPTY_SIDECAR } from '../../server/src/source/sidecar/model';
import { analysed } from '../support/analysed';

const ISSUE = `# 青云大桥通车

本报杭州7月20日电（记者 沈知远）今天上午，投资8.47亿元的大桥通车，昨日的《云川日报》已有报道。

去年，西湖区三百余人到衢江考察。

# 江山县修路

新路长31.5公里，增长20%。
`;

/** The mentions of the given types in an issue of that date: their words with what they mean. */
function meanings(date: string, types: readonly Mention['type'][]): string[] {
  const sidecar = { ...EMPTY_SIDECAR, issue: { date, title: '衢州日报' } };
  return analysed(ISSUE, { gazetteer: gazetteerOfPlaces(), source: { sidecar } })
    .mentions.filter(({ type }) => types.includes(type))
    .map(({ span, ...mention }) => `${ISSUE.slice(span.start, span.end)}: ${meaning(mention)}`);
}

function meaning({ type, name, value, candidates, placeBasis }: Omit<Mention, 'span'>): string {
  if (value?.kind === 'date') return `${value.from ?? ''} ${value.basis}`;
  if (value) return `${String(value.amount)} ${value.unit ?? ''}`;
  return type === 'work' ? name : `${name} ${candidates.join(' ')} ${placeBasis ?? ''}`;
}

test('dates are relative to the issue, and after a dateline to that', () => {
  expect(meanings('2021-07-21', ['date'])).toEqual([
    '7月20日: 2021-07-20 context',
    '今天: 2021-07-20 context',
    '昨日: 2021-07-19 context',
    '去年: 2020 context',
  ]);
});

test('quantities have their plain value, works their name', () => {
  expect(meanings('2021-07-21', ['quantity', 'work'])).toEqual([
    '8.47亿元: 847000000 元',
    '《云川日报》: 云川日报',
    '三百余人: 300 人',
    '31.5公里: 31.5 公里',
    '20%: 0.2 ',
  ]);
});

test('places are resolved as of the date of the issue, article by article', () => {
  expect(meanings('2021-07-21', ['place'])).toEqual([
    '杭州: 杭州市 place:330100 only',
    '西湖区: 西湖区 place:330106 article',
    '衢江: 衢江区 place:330803 only',
    '江山县: 江山县 place:330823 only',
  ]);
  expect(meanings('1984-07-21', ['place'])).toContain('江山县: 江山县 place:332428 only');
});
