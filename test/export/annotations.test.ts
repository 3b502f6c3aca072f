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

describe('reading by Python', () => {
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
    const regions = (task?.annotations[0]?.result ?? []).filter(({ type }) => type === 'labels');
    expect(regions.map(({ value }) => value.text)).toEqual(['陈小𠮷', '云川', '沈知远']);
    for (const { value } of [...regions, ...(task?.predictions[0]?.result ?? [])])
      expect(atCodePoints(task?.data.text ?? '', value.start, value.end)).toBe(value.text);
  });
});

interface Region {
  readonly type: string;
  readonly value: { readonly start: number; readonly end: number; readonly text: string };
}

test('CoNLL has a tag for each character, and an empty line after each sentence', () => {
  expect(written(conll, analysis)).toContain(
    '镇\tO\n陈\tB-person\n小\tI-person\n𠮷\tI-person\n到\tO\n云\tB-place\n川\tI-place\n。\tO\n\n市\tO\n',
  );
  expect(written(conll, analysis)).toMatch(/^-DOCSTART-\tO\n\n#\tO\n/);
});

test('CoNLL has tags that follow one another, whatever label and span other programs have written', () => {
  const { text, spans: odd } = readMarks('⟦　甲。\n乙⟧丙\u001b丁。');
  const issue = analysisOf(text, {
    sidecar: {
      ...EMPTY_SIDECAR,
      annotations: odd.map((span) => ({ id: '', label: ' a\tb\n', target: targetOf(text, span) })),
    },
  });
  expect(written(conll, issue)).toBe(
    '-DOCSTART-\tO\n\n甲\tB-_a_b_\n。\tI-_a_b_\n乙\tI-_a_b_\n丙\tO\n␛\tO\n丁\tO\n。\tO\n\n',
  );
});

test('no export splits a character or has an id that is invalid in an address', () => {
  const text = '甲𠮷乙'.repeat(9);
  const issue = analysisOf(text, {
    sidecar: {
      ...EMPTY_SIDECAR,
      annotations: [1, 2, 17].map((start) => ({
        id: `a "${String(start)}"\ud842`,
        label: 'person',
        entity: 'b c',
        target: targetOf(text, { start, end: start + 1 }),
      })),
    },
  });
  const page = written(webAnnotation, issue);
  expect(page).toContain('"urn:galley:annotation:a%20%221%22%EF%BF%BD"');
  expect(page).toContain('"urn:galley:entry:b%20c"');
  for (const format of [webAnnotation, doccano]) expect(written(format, issue)).not.toMatch(/\\ud[89a-f]/);
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
