import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, test } from 'vitest';
import type { ExportFormat } from '../../server/src/export/format';
import { impressoEntities } from '../../server/src/export/formats/impresso/entities';
import { impressoIssue } from '../../server/src/export/formats/impresso/issue';
import { impressoItems } from '../../server/src/export/formats/impresso/items';
import { analysisOf, written } from '../support/exported';
import { WHOLE_PAGE } from '../support/wholePage';

const schemas = new URL('../../../shared/schemas/impresso/', import.meta.url);

interface Item {
  readonly id: string;
  readonly ft: string;
  readonly pb: readonly number[];
}
interface Entities {
  readonly ci_id: string;
  readonly nes: readonly {
    readonly type: string;
    readonly surface: string;
    readonly lOffset: number;
    readonly rOffset: number;
  }[];
}

function read(format: ExportFormat, path = 'ycrb-20240518.txt', text = WHOLE_PAGE): unknown[] {
  return written(format, analysisOf(text, { path }))
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);
}

test('an issue lists its pages and content items', () => {
  expect(read(impressoIssue)).toMatchObject([
    {
      id: 'ycrb-2024-05-18-a',
      media_title_variant: '云川日报',
      pp: ['ycrb-2024-05-18-a-p0001', 'ycrb-2024-05-18-a-p0003'],
      i: [
        { m: { id: 'ycrb-2024-05-18-a-i0001', tp: 'article', t: '把堤坝筑牢', pp: [1] } },
        { m: { id: 'ycrb-2024-05-18-a-i0002' } },
        { m: { id: 'ycrb-2024-05-18-a-i0003', pp: [3] } },
      ],
    },
  ]);
});

test('a content item has its whole text, and where its paragraphs begin in code points', () => {
  const [first] = read(impressoItems) as Item[];
  expect(first?.ft).toContain('市委常委会召开会议\n把堤坝筑牢\n陆见川主持并讲话\n');
  expect(first?.ft).toContain('容不得半点侥幸。');
  const characters = Array.from(first?.ft ?? '');
  for (const start of first?.pb ?? []) expect(characters[start - 1]).toBe('\n');
  expect(first?.pb).toHaveLength((first?.ft.split('\n').length ?? 0) - 1);
});

test('an entity has its words at its offsets', () => {
  const texts = new Map((read(impressoItems) as Item[]).map(({ id, ft }) => [id, Array.from(ft)]));
  const entities = (read(impressoEntities) as Entities[]).flatMap(({ ci_id, nes }) =>
    nes.map((one) => ({ ...one, text: texts.get(ci_id)?.slice(one.lOffset, one.rOffset).join('') })),
  );
  for (const { surface, text } of entities) expect(text).toBe(surface);
  expect(entities).toContainEqual(
    expect.objectContaining({ surface: '陆见川', type: 'pers.ind', function: '市长', name: '陆见川' }),
  );
  expect(entities).toContainEqual(expect.objectContaining({ surface: '沈知远', type: 'pers.ind.articleauthor' }));
});

test('files with one page each of an issue have different items', () => {
  const page = '# 云川新桥通车\n\n新桥昨日通车，市民从此不必绕行。\n';
  const idsOf = (path: string): string[] => (read(impressoItems, path, page) as Item[]).map(({ id }) => id);
  expect(idsOf('ycrb-20240518-01.txt')).toEqual(['ycrb-2024-05-18-a-i0101']);
  expect(idsOf('ycrb-20240518-03.txt')).toEqual(['ycrb-2024-05-18-a-i0301']);
});

test('an issue whose file name has no letters is named after its newspaper, and one without a date is refused', () => {
  const [issue] = read(impressoIssue, '20240518.txt') as Item[];
  expect(issue?.id).toBe('u4e91_u5ddd_u65e5_u62a5-2024-05-18-a');
  for (const format of [impressoIssue, impressoItems, impressoEntities]) {
    expect(format.refuses?.(analysisOf('# 新桥通车\n\n新桥通车。\n'))).toMatch(/date is not known/);
    expect(format.refuses?.(analysisOf(WHOLE_PAGE))).toBeUndefined();
  }
});

describe.skipIf(!existsSync(schemas))('with the schemas of impresso', () => {
  test.each([
    ['canonical__issue', impressoIssue],
    ['rebuilt__paper_contentitem', impressoItems],
    ['entities__entities', impressoEntities],
  ] as const)('%s is valid', (name, format) => {
    const schema = JSON.parse(readFileSync(new URL(`${name}.schema.json`, schemas), 'utf8')) as {
      properties: { nes?: Record<string, unknown> };
    };
    // The published schema of entities has a property where a keyword must be, and some values of an enumeration twice.
    if (schema.properties.nes) delete schema.properties.nes['id'];
    const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, logger: false });
    const isValid = ajv.compile(schema);
    const notice =
      '# 遗失声明\n\n张三遗失身份证，声明作废。\n\n# 停电通知\n\n因检修，昨日起停电，特此通知。云川供电所\n';
    const lines = [...read(format), ...read(format, '20240518.txt'), ...read(format, '20240518.txt', notice)];
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      isValid(line);
      expect(isValid.errors ?? []).toEqual([]);
    }
  });
});
