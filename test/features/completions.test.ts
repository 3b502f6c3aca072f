import { expect, test } from 'vitest';
import { completions } from '../../server/src/features/completions';
import { gazetteerOf } from '../support/knownIssue';
import { analysed } from '../support/analysed';

const KNOWLEDGE = gazetteerOf(
  'type   id    name   kind',
  'place  99    云川市 city',
  'person cheng 程望山',
  'person shen  沈𫖯远',
  'office _     常务副市长 government',
);
const ISSUE = '# 云川市召开大会\n\n本报讯（记者 沈知远）大会昨日召开。\n\n';

/** What is offered where the cursor is behind the last character, with what it replaces. */
function offered(typed: string): string[] {
  const text = ISSUE + typed;
  return completions(analysed(text, { gazetteer: KNOWLEDGE }), text.length).map(
    ({ name, replaces }) => `${text.slice(replaces.start, replaces.end)}→${name}`,
  );
}

test.each([
  ['出席的有cws', 'cws→程望山'],
  ['出席的有chengw', 'chengw→程望山'],
  ['出席的有程', '程→程望山'],
  ['出席的有程望', '程望→程望山'],
  ['出席的有沈𫖯', '沈𫖯→沈𫖯远'],
  ['szy', 'szy→沈知远'],
  ['常务副', '常务副→常务副市长'],
])('%s', (typed, expected) => {
  expect(offered(typed)).toContain(expected);
});

test.each(['出席的有', '。', 'xyzzy', ''])('nothing after: %s', (typed) => {
  expect(offered(typed)).toEqual([]);
});

test('a name in the issue comes before those of the dictionaries', () => {
  expect(offered('yc')[0]).toBe('yc→云川市');
});

const NAMESAKES = gazetteerOf(
  'type   id     name   kind   office place',
  'place  990000 云川省 province',
  'place  990100 云川市 city',
  'place  990101 西湖区 county',
  'place  980000 海川省 province',
  'place  980100 海川市 city',
  'place  980101 西湖区 county',
  'person one    沈知远',
  'post   one    _      _      市长   990100',
  'person two    沈知远',
  'post   two    _      _      省长   980000',
);

test.each([
  ['xhq', ['云川省 云川市', '海川省 海川市']],
  ['szy', ['云川省 云川市市长', '海川省省长']],
])('namesakes that begin with %s are distinguished by their province', (typed, details) => {
  const offers = completions(analysed(typed, { gazetteer: NAMESAKES }), typed.length);
  expect(offers.map(({ detail }) => detail).sort()).toEqual(details.sort());
});
