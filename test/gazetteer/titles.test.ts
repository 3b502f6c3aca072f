import { expect, test } from 'vitest';
import { createGazetteer } from '../../server/src/gazetteer/gazetteer';
import { matchesOffice } from '../../server/src/gazetteer/posts/officeTitles';

const PLACES = `type\tid\tname\tkind
place\t991100\t云川市\tcity
place\t990000\t云山自治区\tprovince
`;
const { gazetteer } = createGazetteer({ own: [{ dictionary: 'places.tsv', text: PLACES }] });
const at = { dictionary: 'officials.tsv', line: 1 };

test.each([
  ['市委书记', '市委书记', '991100', true],
  ['云川市委书记', '市委书记', '991100', true],
  ['云省云川市委书记', '市委书记', '991100', true],
  ['云川市市长', '市长', '991100', true],
  ['云川市长', '市长', '991100', true],
  ['市人民政府代理市长', '代市长', '991100', true],
  ['副市长', '常务副市长', '991100', true],
  ['云山自治区主席', '主席', '990000', true],
  ['云山自治区党委书记', '自治区党委书记', '990000', true],
  ['总书记', '中共中央总书记', '', true],
  ['市长', '代市长', '991100', false],
  ['代市长', '市长', '991100', false],
  ['书记', '市委书记', '991100', false],
  ['区委书记', '市委书记', '991100', false],
  ['天福峰市委书记', '市委书记', '991100', false],
  ['主席', '国家主席', '', false],
])('%s for %s of %s: %s', (words, office, place, expected) => {
  const post = { office, at, ...(place === '' ? {} : { place: `place:${place}` }) };
  expect(matchesOffice(words, post, gazetteer)).toBe(expected);
});
