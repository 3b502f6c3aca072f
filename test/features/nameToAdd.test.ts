import { expect, test } from 'vitest';
import type { Diagnostic } from '../../server/src/core/diagnostic';
import { nameToAdd } from '../../server/src/features/nameToAdd';
import { analysed } from '../support/analysed';
import { gazetteerOf } from '../support/knownIssue';
import { readMarks } from '../support/marked';

const KNOWLEDGE = gazetteerOf('type id name kind', 'place 990100 云川市 city');

/** What is offered for the selection ⟦…⟧, which is a cursor where it is empty. */
function offered(marked: string, form?: string): string | undefined {
  const { text, spans } = readMarks(marked);
  const start = form === undefined ? 0 : text.indexOf(form);
  const finding: Diagnostic | undefined =
    form === undefined
      ? undefined
      : {
          rule: 'confusable-character',
          severity: 'info',
          span: { start, end: start + 1 },
          form: { start, end: start + form.length },
          message: '',
          fixes: [],
        };
  const selected = spans[0] ?? { start: 0, end: 0 };
  return nameToAdd(analysed(text, { gazetteer: KNOWLEDGE }), selected, finding ? [finding] : []);
}

test.each([
  ['走进⟦青石巷⟧，老屋修葺一新', '青石巷'],
  ['与⟦ 约翰·史密斯 ⟧会谈', '约翰·史密斯'],
  ['与⟦John F. Smith⟧会谈', 'John F. Smith'],
  ['经⟦济 带⟧动', undefined],
  ['走进青石⟦巷，老⟧屋', undefined],
  ['走进青石⟦巷\n\n老⟧屋', undefined],
  ['走进⟦青⟧石巷', undefined],
  ['增长⟦31.5⟧%', undefined],
])('of the selection in %j: %s', (marked, expected) => {
  expect(offered(marked)).toBe(expected);
});

test.each([
  ['# 春耕开始\n\n本报讯（记者 沈⟦⟧知远）春耕开始。\n', '沈知远'],
  ['# 春耕开始\n\n本报讯（记者 沈知远）云⟦⟧川市春耕开始。\n', undefined],
  ['# 春耕开始\n\n本报讯（记者 沈知远）经济 ⟦⟧带动。\n', undefined],
])('at the cursor in %j: %s', (marked, expected) => {
  expect(offered(marked)).toBe(expected);
});

test('the word of a finding at the cursor', () => {
  expect(offered('全市建⟦⟧没了工程', '建没')).toBe('建没');
});
