import { describe, expect, test } from 'vitest';
import { nominalAlpha } from '../../../server/src/annotations/agreement/alpha';
import { compareLayers } from '../../../server/src/annotations/agreement/compare';
import { cohensKappa, type Kappa } from '../../../server/src/annotations/agreement/kappa';
import { pairSpans, spanScores, type LabelledSpan } from '../../../server/src/annotations/agreement/spanScores';
import { jointAlpha, unitisingAlpha } from '../../../server/src/annotations/agreement/unitisingAlpha';

const span = (start: number, end: number, label: string) => ({ start, end, label });

describe('Cohen’s κ', () => {
  /** Counts with a row for each category of the first person and a column for each of the second. */
  const kappaOf = (rows: readonly (readonly number[])[]): Kappa =>
    cohensKappa(rows.flatMap((row, first) => row.map((count, second) => ({ first, second, count }))));

  test('Cohen 1960, page 45', () => {
    const { observed, expected, kappa } = kappaOf([
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]);
    expect([observed, expected]).toEqual([expect.closeTo(0.7, 10), expect.closeTo(0.41, 10)]);
    expect(kappa).toBeCloseTo(0.4915254, 7);
  });

  test('Krippendorff 1995, two people and 24 units', () => {
    const { observed, expected, kappa } = kappaOf([
      [6, 8],
      [0, 10],
    ]);
    expect([observed, expected, kappa].map((value) => value.toFixed(4))).toEqual(['0.6667', '0.4583', '0.3846']);
  });

  test('nothing to compare', () => {
    expect(kappaOf([[0]]).kappa).toBeNaN();
  });
});

describe('Krippendorff’s α, nominal', () => {
  /** A row for each person, a character for each unit; `-` for none. */
  const unitsOf = (rows: readonly string[]): string[][] =>
    Array.from(rows[0] ?? '', (_, unit) => rows.map((row) => row.charAt(unit)).filter((category) => category !== '-'));

  test.each([
    { what: '1980, page 133', rows: ['0100000010', '0110010100'], values: ['0.4000', '0.4421', '0.0952'] },
    {
      what: '2004, page 230, with missing values',
      rows: ['123321412---', '1233224125--', '-33323422513', '12332441251-'],
      values: ['0.2000', '0.7795', '0.7434'],
    },
    {
      what: '1980, page 139, three people',
      rows: ['112412132', '122442232', '122442332'],
      values: ['0.2593', '0.7236', '0.6417'],
    },
    {
      what: '1995, two people and 24 units',
      rows: [`${'1'.repeat(14)}${'0'.repeat(10)}`, `${'1'.repeat(6)}${'0'.repeat(18)}`],
      values: ['0.3333', '0.4965', '0.3286'],
    },
  ])('$what', ({ rows, values }) => {
    const { observedDisagreement, expectedDisagreement, alpha } = nominalAlpha(unitsOf(rows));
    expect([observedDisagreement, expectedDisagreement, alpha].map((value) => value.toFixed(4))).toEqual(values);
  });

  test('nothing to compare', () => {
    expect(nominalAlpha([['1']]).alpha).toBeNaN();
  });
});

describe('Krippendorff’s α for units of a continuum', () => {
  /** Units as [begin, length]. */
  const spans = (...units: readonly (readonly [number, number])[]) =>
    units.map(([start, length]) => ({ start, end: start + length }));
  const continuum = { start: 150, end: 450 };
  const c = unitisingAlpha([spans([225, 70], [370, 30]), spans([220, 80], [355, 20], [400, 20])], continuum);
  const k = unitisingAlpha([spans([180, 60], [300, 50]), spans([180, 60], [300, 50])], continuum);

  test('2004, page 254, each category and both together', () => {
    expect([c.observedDisagreement, c.expectedDisagreement, c.alpha].map((value) => value.toFixed(4))).toEqual([
      '0.0144',
      '0.0532',
      '0.7286',
    ]);
    expect([k.observedDisagreement, k.expectedDisagreement, k.alpha].map((value) => value.toFixed(4))).toEqual([
      '0.0000',
      '0.0490',
      '1.0000',
    ]);
    expect(jointAlpha([c, k]).alpha).toBeCloseTo(0.8587, 4);
  });

  test('one unit against three within it', () => {
    const { observedDisagreement, expectedDisagreement, alpha } = unitisingAlpha(
      [spans([1, 8]), spans([2, 1], [4, 1], [6, 1])],
      { start: 0, end: 10 },
    );
    expect([observedDisagreement, expectedDisagreement, alpha].map((value) => value.toFixed(4))).toEqual([
      '0.9100',
      '0.5352',
      '-0.7003',
    ]);
  });

  test('1995, page 57, one category of a continuum of 24 that is stretched', () => {
    const by = 50_000;
    const stretched = (...units: readonly (readonly [number, number])[]) =>
      spans(...units.map(([start, length]): [number, number] => [start * by, length * by]));
    const { alpha } = unitisingAlpha([stretched([2, 8], [14, 6]), stretched([4, 4], [15, 2])], {
      start: 0,
      end: 24 * by,
    });
    expect(alpha.toFixed(3)).toBe('0.553');
  });

  test('nothing to compare, and one unit of one of three people', () => {
    expect(unitisingAlpha([[], []], continuum).alpha).toBeNaN();
    expect(unitisingAlpha([spans([160, 10]), [], []], continuum).alpha).toBe(0);
  });
});

describe('scores of spans', () => {
  test('SemEval 2013, task 9.1', () => {
    const gold = [
      span(0, 9, 'DRUG'),
      span(20, 31, 'DRUG'),
      span(40, 48, 'DRUG'),
      span(60, 74, 'GROUP'),
      span(90, 97, 'BRAND'),
    ];
    const given = [
      span(0, 9, 'DRUG'),
      span(20, 31, 'BRAND'),
      span(37, 48, 'DRUG'),
      span(55, 74, 'DRUG'),
      span(120, 127, 'BRAND'),
    ];
    // The sixth pair of the example, equal in span and label.
    const both = span(150, 160, 'DRUG');
    const scores = spanScores(pairSpans([...gold, both], [...given, both]));
    const rows = Object.entries(scores).map(([scheme, { correct, incorrect, partial, missed, spurious, f1 }]) => [
      scheme,
      [correct, incorrect, partial, missed, spurious].join('/'),
      f1.toFixed(2),
    ]);
    expect(rows).toEqual([
      ['strict', '2/3/0/1/1', '0.33'],
      ['exact', '3/2/0/1/1', '0.50'],
      ['partial', '3/0/2/1/1', '0.67'],
      ['type', '3/2/0/1/1', '0.50'],
    ]);
  });

  test('one annotation over three', () => {
    const gold = [span(0, 10, 'PER'), span(15, 27, 'PER'), span(35, 39, 'LOC')];
    const { partial, strict } = spanScores(pairSpans(gold, [span(0, 40, 'PER')]));
    expect([partial.precision, partial.recall, partial.f1].map((value) => value.toFixed(4))).toEqual([
      '0.5000',
      '0.1667',
      '0.2500',
    ]);
    expect(strict.f1).toBe(0);
  });
});

describe('many annotations', () => {
  test('of as many labels: each is distinguished from the others', () => {
    const ids = Array.from({ length: 65_600 }, (_, at) => at);
    const first = { name: '甲', spans: ids.map((at) => span(at, at + 1, `L${at}`)) };
    const second = { name: '乙', spans: ids.map((at) => span(at, at + 1, `L${(at + 65_536) % ids.length}`)) };
    expect(compareLayers([first, second], ids.length).pairs[0]?.kappa.observed).toBe(0);
  });

  test('of one place, or within one another: each is compared with one other', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => at);
    const same = many.map(() => span(2, 6, 'PER'));
    expect(spanScores(pairSpans(same, same)).strict.correct).toBe(many.length);
    const nested = many.map((at) => span(at, 60_000 - at, 'PER'));
    const shorter = nested.map(({ start, end, label }) => span(start, end - 1, label));
    expect(spanScores(pairSpans(nested, shorter)).partial.partial).toBe(many.length);
  });

  test('a character has the label of the shortest span over it, of equal ones the later', () => {
    const layer = (...spans: readonly LabelledSpan[]) => ({ name: String(spans.length), spans });
    const first = layer(span(0, 6, 'A'), span(2, 4, 'B'), span(2, 4, 'C'));
    const second = layer(span(0, 2, 'A'), span(2, 4, 'C'), span(4, 6, 'A'), span(9, 9, 'C'));
    expect(compareLayers([first, second], 10).pairs[0]?.kappa.observed).toBe(1);
  });
});
