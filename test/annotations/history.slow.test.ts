import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSpanHistory } from '../../server/src/annotations/history';
import { layoutOf } from '../../server/src/annotations/anchor/layout';
import type { AnchorState } from '../../server/src/annotations/model';
import type { SpanTable } from '../../server/src/annotations/track';
import { applyEdits, type Edit } from '../../server/src/core/edit';
import { readMarks } from '../support/marked';
import { createRandom } from '../accuracy/habits/random';
import { RUNS } from '../support/runs';

interface Row {
  readonly start: number;
  readonly end: number;
  readonly state?: AnchorState;
}

function tableOf(rows: readonly Row[]): SpanTable {
  return {
    ids: rows.map((_, row) => `a_${String(row)}`),
    starts: Int32Array.from(rows, ({ start }) => start),
    ends: Int32Array.from(rows, ({ end }) => end),
    states: rows.map(({ state = 'anchored' }) => state),
  };
}

/** A text with `⟦…⟧` around its spans, without the marks, and the table of the spans. */
function marked(source: string): { text: string; table: SpanTable } {
  const { text, spans } = readMarks(source);
  return { text, table: tableOf(spans) };
}

/** The text with marks around its spans, and after each mark the state, unless it is anchored. */
function printed(text: string, { starts, ends, states }: SpanTable): string {
  const rows = states.map((state, row) => ({ start: starts[row] ?? 0, end: ends[row] ?? 0, state }));
  const marks = rows.map(({ start, end, state }) => ({
    start,
    end,
    newText: `⟦${text.slice(start, end)}⟧${state === 'anchored' ? '' : `(${state})`}`,
  }));
  return applyEdits(text, marks);
}

describe('a span follows an edit', () => {
  test.each([
    { what: 'before it', text: '在⟦云川⟧市', replace: '在', by: '今天在', becomes: '今天在⟦云川⟧市' },
    { what: 'typed at its left edge', text: '在⟦云川⟧市', insertBefore: '云川', by: '大', becomes: '在大⟦云川⟧市' },
    { what: 'typed at its right edge', text: '在⟦云川⟧市', insertBefore: '市', by: '大', becomes: '在⟦云川⟧大市' },
    { what: 'inside it', text: '在⟦云川⟧市', insertBefore: '川', by: '大', becomes: '在⟦云大川⟧市' },
    { what: 'a repair within it', text: '⟦云州⟧市', replace: '州', by: '川', becomes: '⟦云川⟧市' },
    { what: 'a repair of it', text: '⟦云州⟧市', replace: '云州', by: '云川', becomes: '⟦云川⟧市' },
    { what: 'a repair that lengthens it', text: '⟦王小⟧说', replace: '王小', by: '王小明', becomes: '⟦王小明⟧说' },
    { what: 'other words in its place', text: '⟦云川⟧市', replace: '云川', by: '青桐', becomes: '⟦青桐⟧(changed)市' },
    {
      what: 'a repair of its sentence',
      text: '在⟦云川⟧市,召开',
      replace: '在云川市,召开',
      by: '在云川市，召开',
      becomes: '在⟦云川⟧市，召开',
    },
    { what: 'a deletion of its beginning', text: '在⟦云川⟧市', replace: '在云', by: '', becomes: '⟦川⟧市' },
    { what: 'a deletion of its end', text: '在⟦云川⟧市', replace: '川市', by: '', becomes: '在⟦云⟧' },
    { what: 'its deletion', text: '在⟦云川⟧市', replace: '云川', by: '', becomes: '在⟦⟧(deleted)市' },
    { what: 'a repair of a rare character', text: '⟦陈小𠮷⟧说', replace: '𠮷', by: '𠮶', becomes: '⟦陈小𠮶⟧说' },
  ])('$what', ({ text: source, replace = '', insertBefore = '', by, becomes }) => {
    const { text, table } = marked(source);
    const start = text.indexOf(replace || insertBefore);
    const edit: Edit = { start, end: start + replace.length, newText: by };
    const after = applyEdits(text, [edit]);
    const history = createSpanHistory(text, table);
    history.follow(edit, text, after);
    expect(printed(after, history.table())).toBe(becomes);
  });

  test('is found again in a text that is replaced as a whole', () => {
    const { text, table } = marked('第一行\n市长⟦沈知远⟧在云川说。\n副市长⟦沈知远⟧在青桐说。\n末行\n');
    const after = '新的第一行\n又一行\n市长沈知远在云川说！\n末行，改了\n';
    const history = createSpanHistory(text, table);
    history.follow({ start: 0, end: text.length, newText: after }, text, after);
    expect(printed(after, history.table())).toContain('市长⟦沈知远⟧');
    expect(history.table().states).toEqual(['anchored', 'orphaned']);
  });
});

test('undo and redo restore the exact place of every span', () => {
  const { text, table } = marked('在⟦云川⟧市，⟦沈知远⟧说。');
  const deletion = { start: 0, end: text.length, newText: '' };
  const history = createSpanHistory(text, table);
  history.follow(deletion, text, '');
  expect(history.table().states).toEqual(['deleted', 'deleted']);
  history.follow({ start: 0, end: 0, newText: text }, '', text);
  expect(printed(text, history.table())).toBe('在⟦云川⟧市，⟦沈知远⟧说。');
});

/** Texts that differ in a lone carriage return for a line feed have the same places. */
function withOneLineEnd(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n');
}

/**
 * What each span must be, kept by the identity of every character: a span is the run of its first to its last character
 * that is left, with what was typed between them.
 */
interface Model {
  readonly characters: readonly number[];
  readonly spans: readonly (ReadonlySet<number> | undefined)[];
}

test(`spans are those of a model, after 200 random edits with undo and redo, in ${RUNS} runs`, () => {
  const UNITS = ['云', '川', '市', '，', '\n', '\r\n', '𠮷', '沈'];
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = createRandom(seed);
      const someText = (most: number): string =>
        Array.from({ length: random.between(0, most) }, () => random.pick(UNITS)).join('');
      let text = someText(60);
      let next = 0;
      const rows = Array.from({ length: 8 }, () => {
        const start = random.between(0, text.length);
        return { start, end: random.between(start, text.length) };
      }).filter(({ start, end }) => end > start);
      const characters = Array.from({ length: text.length }, () => next++);
      let model: Model = { characters, spans: rows.map(({ start, end }) => new Set(characters.slice(start, end))) };
      // A text that was there before has the spans that it had then, whatever edits have led back to it.
      const models = new Map<string, Model>();
      const history = createSpanHistory(text, tableOf(rows));
      const undone: { text: string; model: Model }[] = [];
      const done: { text: string; model: Model }[] = [];

      const change = (edit: Edit, to: { text: string; model: Model }): void => {
        history.follow(edit, text, to.text);
        models.set(withOneLineEnd(text), model);
        text = to.text;
        model = models.get(withOneLineEnd(text)) ?? to.model;
      };
      const whole = (newText: string): Edit => ({ start: 0, end: text.length, newText });

      for (let step = 0; step < 200; step++) {
        const action = random.next();
        const from = action < 0.15 ? done : action < 0.25 ? undone : undefined;
        const other = from?.pop();
        if (other) {
          (from === done ? undone : done).push({ text, model });
          change(whole(other.text), other);
        } else {
          // Only insertions and deletions: what a replacement means is not in the identity of characters.
          const start = random.between(0, text.length);
          const isInsertion = random.chance(0.5);
          const end = isInsertion ? start : random.between(start, Math.min(text.length, start + 6));
          const edit = { start, end, newText: isInsertion ? someText(4) : '' };
          done.push({ text, model });
          undone.length = 0;
          const added = Array.from({ length: edit.newText.length }, () => next++);
          const changed = [...model.characters.slice(0, start), ...added, ...model.characters.slice(end)];
          const spans = model.spans.map((span) => {
            if (!span) return undefined;
            const [before = -1, behind = -1] = [model.characters[start - 1], model.characters[start]];
            const isInside = isInsertion && span.has(before) && span.has(behind);
            const left = new Set(
              changed.filter((character) => span.has(character) || (isInside && added.includes(character))),
            );
            return left.size > 0 ? left : undefined;
          });
          change(edit, { text: applyEdits(text, [edit]), model: { characters: changed, spans } });
        }
        const { starts, ends, states } = history.table();
        model.spans.forEach((span, row) => {
          const start = starts[row] ?? 0;
          const end = ends[row] ?? 0;
          const marked = model.characters.slice(start, end);
          const isRight = span
            ? states[row] === 'anchored' &&
              marked.length === span.size &&
              marked.every((character) => span.has(character))
            : states[row] === 'deleted';
          if (!isRight)
            expect({ state: states[row], marked: new Set(marked) }).toEqual({ state: 'anchored', marked: span });
        });
      }
      expect(history.layout()).toEqual(layoutOf(text));
    }),
    { numRuns: RUNS },
  );
}, 120_000);
