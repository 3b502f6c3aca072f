import { describe, expect, test } from 'vitest';
import {
  annotationTree,
  filtered,
  PAGE_SIZE,
  shownRows,
  type GroupRow,
  type Row,
  type TreeContent,
} from '../../client/src/views/annotations/tree';
import type { AnnotationItem, SuggestionItem } from '../../server/src/lsp/annotationProtocol';

const rangeAt = (line: number, length = 2) => ({
  start: { line, character: 0 },
  end: { line, character: length },
});

/** An annotation in a line; its id is its words. */
function annotation(words: string, line: number, rest: Partial<AnnotationItem> = {}): AnnotationItem {
  const range = rangeAt(line, words.length);
  const plain = { attributes: {}, comments: [], resolved: false, conflicts: [], relations: [] };
  return { id: words, label: 'person', range, state: 'anchored', words, ...plain, ...rest };
}

function suggestion(words: string, line: number, rest: Partial<SuggestionItem> = {}): SuggestionItem {
  const range = rangeAt(line, words.length);
  return { label: 'person', range, words, name: words, confidence: 'high', source: '', ...rest };
}

const content = (given: Partial<TreeContent>): TreeContent => ({
  annotations: [],
  suggestions: [],
  conflicts: [],
  labels: ['person', 'place', 'note'],
  ...given,
});

/** A tree in lines: groups with their counts, what is in them indented. */
function printed(row: Row, depth = 0): string[] {
  const indent = '  '.repeat(depth);
  if (row.kind === 'more') return [`${indent}… ${String(row.hidden)}`];
  if (row.kind === 'conflict') return [`${indent}${row.item.about ?? '-'}: ${row.item.field}`];
  if (row.kind !== 'group') return [indent + row.item.words];
  const { key, rows, count } = row;
  const name = 'value' in key ? `${key.of} ${key.value ?? '-'}` : key.of;
  return [`${indent}${name} (${String(count)})`, ...rows.flatMap((one) => printed(one, depth + 1))];
}

const printedTree = (tree: GroupRow): string[] => tree.rows.flatMap((row) => printed(row));

describe('the tree of annotations', () => {
  const annotations = [
    annotation('临江镇', 9, { label: 'place', article: '春耕', layer: '甲' }),
    annotation('沈知远', 2, { article: '开会', state: 'moved' }),
    annotation('云川市', 4, { label: 'place', article: '开会' }),
    annotation('陆明', 12, { label: 'boat' }),
  ];

  test.each([
    [
      'article',
      ['article 开会 (2)', '  沈知远', '  云川市', 'article 春耕 (1)', '  临江镇', 'article - (1)', '  陆明'],
    ],
    ['label', ['label person (1)', '  沈知远', 'label place (2)', '  云川市', '  临江镇', 'label boat (1)', '  陆明']],
    ['state', ['state anchored (3)', '  云川市', '  临江镇', '  陆明', 'state moved (1)', '  沈知远']],
    ['layer', ['layer - (3)', '  沈知远', '  云川市', '  陆明', 'layer 甲 (1)', '  临江镇']],
  ] as const)('is grouped by %s, each group in text order', (grouping, expected) => {
    expect(printedTree(annotationTree(content({ annotations }), grouping))).toEqual(expected);
  });

  test('begins with annotations to check, and only with those', () => {
    const comments = [{ text: '核对' }];
    const all = [
      annotation('一', 1),
      annotation('二', 2, { state: 'changed' }),
      annotation('三', 3, { state: 'orphaned' }),
      annotation('四', 4, { state: 'ambiguous' }),
      annotation('五', 5, { state: 'deleted' }),
      annotation('六', 6, { state: 'deleted', comments }),
      annotation('七', 7, { comments, resolved: true }),
    ];
    expect(printedTree(annotationTree(content({ annotations: all }), 'state'))).toEqual([
      'toCheck (4)',
      ...['二', '三', '四', '六'].map((words) => `  ${words}`),
      'state anchored (1)',
      '  一',
      'state resolved (1)',
      '  七',
    ]);
  });

  test('ends with the suggestions by label, those of less confidence apart', () => {
    const suggestions = [
      suggestion('云川市', 4, { label: 'place' }),
      suggestion('沈知远', 2),
      suggestion('陆明', 6, { confidence: 'medium' }),
    ];
    expect(printedTree(annotationTree(content({ suggestions }), 'article'))).toEqual([
      'suggestions (3)',
      '  suggestedLabel person (1)',
      '    沈知远',
      '  suggestedLabel place (1)',
      '    云川市',
      '  lessCertain (1)',
      '    陆明',
    ]);
  });

  test('has every row once, though a sidecar repeats an id', () => {
    const twice = [annotation('沈知远', 2), annotation('沈知远', 2)];
    expect(annotationTree(content({ annotations: twice }), 'label').count).toBe(1);
    expect(
      annotationTree(content({ suggestions: [suggestion('陆明', 6), suggestion('陆明', 6)] }), 'label').count,
    ).toBe(1);
  });
});

describe('a filter', () => {
  const all = content({
    annotations: [
      annotation('沈知远', 2, { by: '校对员甲', article: '开会' }),
      annotation('云川市', 4, { label: 'place', attributes: { kind: 'City' } }),
      annotation('错字', 5, { label: 'note', comments: [{ text: '请查原报', by: '乙' }] }),
      annotation('新词', 6, { formerWords: '旧词', layer: '术语' }),
    ],
    suggestions: [suggestion('知远', 8, { name: '沈知远' })],
  });
  test.each([
    ['', 5],
    ['知远', 2],
    ['  人物 ', 3],
    ['校对', 1],
    ['CITY', 1],
    ['原报', 1],
    ['旧词', 1],
    ['术语', 1],
    ['开会', 1],
    ['无此词', 0],
  ])('for “%s” leaves %i', (text, count) => {
    const found = filtered(all, text, (id) => (id === 'person' ? '人物' : id));
    expect(found.annotations.length + found.suggestions.length).toBe(count);
  });
});

test('a group shows 500 rows, then 500 more each time', () => {
  const annotations = Array.from({ length: 1203 }, (_, at) => annotation(`第${String(at)}处`, at));
  const [group] = annotationTree(content({ annotations }), 'label').rows;
  if (group?.kind !== 'group') throw new Error('There is no group');
  const lengths = [1, 2, 3].map((pages) => shownRows(group, pages * PAGE_SIZE));
  expect(lengths.map((rows) => rows.length)).toEqual([501, 1001, 1203]);
  expect(lengths.map((rows) => printed(rows.at(-1) as Row).join())).toEqual(['… 703', '… 203', '第1202处']);
});
