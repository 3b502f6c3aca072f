import { describe, expect, test } from 'vitest';
import { targetOf } from '../../server/src/annotations/model';
import type { ExportFormat } from '../../server/src/export/format';
import { conll } from '../../server/src/export/formats/conll';
import { doccano } from '../../server/src/export/formats/doccano';
import { labelStudio } from '../../server/src/export/formats/labelStudio';
import { webAnnotation } from '../../server/src/export/formats/webAnnotation';
import { EMPTY_SIDECAR } from '../../server/src/source/sidecar/model';
import { analysisOf, written } from '../support/exported';
import { readMarks } from '../support/marked';

/** A page with a byte order mark, line ends of two units and a character of two, and its annotations in a sidecar. */
const { text: PAGE, spans } = readMarks('\uFEFF# 云川新桥\r\n\r\n本报讯 𠮷镇⟦陈小𠮷⟧到⟦云川⟧。市长⟦沈知远⟧说。\r\n');
const LABELS = ['person', 'place', 'person'];
const annotations = spans.map((span, at) => ({
  id: `a_${String(at)}`,
  label: LABELS[at],
  target: targetOf(PAGE, span),
  by: '甲',
  attributes: { certainty: 'low' },
}));
const analysis = analysisOf(PAGE, { sidecar: { ...EMPTY_SIDECAR, annotations } });

function read(format: ExportFormat): unknown {
  return JSON.parse(written(format, analysis));
}

/** What Python reads of a text at code points. */
function atCodePoints(text: string, start: number, end: number): string {
  return Array.from(text).slice(start, end).join('');
}

test('W3C Web Annotation has quotes, and positions in code points of the file', () => {
  const { items } = read(webAnnotation) as {
    items: { body: object[]; target: { selector: [{ exact: string }, { start: number; end: number }] } }[];
  };
  expect(
    items.map(
      ({
        target: {
          selector: [quote, { start, end }],
        },
      }) => [quote.exact, atCodePoints(PAGE, start, end)],
    ),
  ).toEqual([
    ['陈小𠮷', '陈小𠮷'],
    ['云川', '云川'],
    ['沈知远', '沈知远'],
  ]);
  expect(items[0]).toMatchObject({
    id: 'urn:galley:annotation:a_0',
    creator: { name: '甲' },
    body: [
      { purpose: 'tagging', value: 'person' },
      { purpose: 'describing', value: 'certainty=low' },
    ],
  });
});

describe('what tools in Python read', () => {
  test('doccano', () => {
    const { text, label } = read(doccano) as { text: string; label: [number, number, string][] };
    expect(text).not.toMatch(/\r|\uFEFF/);
    expect(label.map(([start, end, name]) => [atCodePoints(text, start, end), name])).toEqual([
      ['陈小𠮷', 'person'],
      ['云川', 'place'],
      ['沈知远', 'person'],
    ]);
  });

  test('Label Studio, with the names that are found as predictions', () => {
    const [task] = read(labelStudio) as {
      data: { text: string };
      annotations: { result: Region[] }[];
      predictions: { result: Region[] }[];
    }[];
    const regions = task?.annotations[0]?.result ?? [];
    expect(regions.map(({ value }) => value.text)).toEqual(['陈小𠮷', '云川', '沈知远']);
    for (const { value } of [...regions, ...(task?.predictions[0]?.result ?? [])])
      expect(atCodePoints(task?.data.text ?? '', value.start, value.end)).toBe(value.text);
  });
});

interface Region {
  readonly value: { readonly start: number; readonly end: number; readonly text: string };
}

test('CoNLL has a tag for each character, and an empty line after each sentence', () => {
  expect(written(conll, analysis)).toContain(
    '镇\tO\n陈\tB-person\n小\tI-person\n𠮷\tI-person\n到\tO\n云\tB-place\n川\tI-place\n。\tO\n\n市\tO\n',
  );
  expect(written(conll, analysis)).toMatch(/^-DOCSTART-\tO\n\n#\tO\n/);
});

test('of annotations that overlap, CoNLL has the longest', () => {
  const overlapping = [spans[0], { start: spans[0]?.start ?? 0, end: spans[1]?.end ?? 0 }].map((span, at) => ({
    id: `a_${String(at)}`,
    label: ['person', 'event'][at],
    target: targetOf(PAGE, span ?? { start: 0, end: 0 }),
  }));
  const issue = analysisOf(PAGE, { sidecar: { ...EMPTY_SIDECAR, annotations: overlapping } });
  expect(written(conll, issue)).toContain(
    '陈\tB-event\n小\tI-event\n𠮷\tI-event\n到\tI-event\n云\tI-event\n川\tI-event\n。\tO\n',
  );
});
