import { expect, test } from 'vitest';
import { huggingFace } from '../../server/src/export/formats/huggingFace';
import { analysisOf, written } from '../support/exported';
import { WHOLE_PAGE } from '../support/wholePage';

interface Row {
  readonly text: string;
  readonly entities: readonly {
    readonly start: number;
    readonly end: number;
    readonly type: string;
    readonly name: string;
  }[];
}

const rowsOf = (text: string): Row[] =>
  written(huggingFace, analysisOf(text))
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Row);

/** The type of a value as a reader of columns infers it. */
function typeOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((one) => JSON.stringify(typeOf(one))))];
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, Array.isArray(one) ? 'list' : typeOf(one)]),
  );
}

test('every row has the same columns of the same types, whatever is known', () => {
  const rows = [...rowsOf(WHOLE_PAGE), ...rowsOf('# 标题\n\n正文没有日期。\n')];
  const types = rows.map((row) => typeOf(row));
  for (const type of types) expect(type).toEqual(types[0]);
  expect(rows.length).toBe(4);
  const shapes = rows.flatMap(({ entities }) => entities.map((one) => JSON.stringify(typeOf(one))));
  expect(new Set(shapes).size).toBe(1);
});

test('an entity has its words at its offsets, in code points', () => {
  const [first] = rowsOf(WHOLE_PAGE);
  const characters = Array.from(first?.text ?? '');
  const people = first?.entities.filter(({ type }) => type === 'person') ?? [];
  expect(people.map(({ start, end }) => characters.slice(start, end).join(''))).toEqual(
    expect.arrayContaining(['沈知远', '陆见川']),
  );
});
