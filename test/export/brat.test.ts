import { expect, test } from 'vitest';
import type { LabelSet } from '../../server/src/annotations/labels/schema';
import { targetOf } from '../../server/src/annotations/model';
import { brat } from '../../server/src/export/formats/brat';
import { EMPTY_SIDECAR } from '../../server/src/source/sidecar/model';
import type { Annotation } from '../../server/src/source/sidecar/schema';
import { exportSingle } from '../../server/src/export/write';
import { analysisOf, OPTIONS, written, writtenBeside } from '../support/exported';
import { readMarks } from '../support/marked';

const { text, spans } = readMarks('\uFEFF# 云川新桥\r\n\r\n𠮷镇⟦镇长⟧⟦陈小𠮷⟧说：⟦新桥\r\n通车⟧。\r\n');
const about: readonly Partial<Annotation>[] = [
  { label: 'office' },
  { label: 'person', entity: 'person:陈小𠮷', comments: [{ text: '第一行\n第二行 \\n' }] },
  { label: '引 语', attributes: { speaker: '陈 小𠮷', 语气: 'a|b' } },
];
const annotations = spans.map((span, at) => ({ id: `a_${String(at)}`, target: targetOf(text, span), ...about[at] }));
const relations = [{ id: 'r_0', type: 'holds-office', from: 'a_1', to: 'a_0' }];
const analysis = analysisOf(text, { sidecar: { ...EMPTY_SIDECAR, annotations, relations } });

test('spans count code points of the text beside them, and go over line ends in pieces', () => {
  const beside = Array.from(writtenBeside(brat, analysis) ?? '');
  expect(beside.join('')).toBe('# 云川新桥\n\n𠮷镇镇长陈小𠮷说：新桥\n通车。\n');
  const lines = written(brat, analysis).matchAll(/^T\d+\t(\S+) (\S+ [^\t]+)\t(.*)$/gm);
  const found = Array.from(lines, ([, label, pieces = '', words]) => {
    const texts = pieces.split(';').map((piece) => beside.slice(...piece.split(' ').map(Number)).join(''));
    expect(texts.join(' ')).toBe(words);
    return [label, words];
  });
  expect(found).toEqual([
    ['office', '镇长'],
    ['person', '陈小𠮷'],
    ['_u5f15__u20__u8bed_', '新桥 通车'],
  ]);
});

test('relations, attributes, entries and notes have lines of their own, in the characters that brat takes', () => {
  expect(written(brat, analysis).split('\n').slice(3)).toEqual([
    'R1\tholds-office Arg1:T2 Arg2:T1',
    'N1\tReference T2 person:陈小𠮷\t陈小𠮷',
    '#1\tAnnotatorNotes T2\t第一行\\n第二行 \\\\n',
    'A1\tspeaker T3 陈_u20_小𠮷',
    'A2\t_u8bed__u6c14_ T3 a_u7c_b',
    '',
  ]);
});

const labels: LabelSet = {
  labels: [
    { id: 'person', title: 'Person' },
    { id: 'office', title: 'Office' },
    { id: 'quotation', title: 'Quotation', attributes: [{ id: 'speaker' }] },
  ],
  relations: [
    { id: 'holds-office', title: 'holds the office', from: ['person'], to: ['office'] },
    { id: 'located-in', title: 'is located in', to: ['place'] },
  ],
};
test('the configuration has the labels, relations and attributes that exist and those that occur', () => {
  const files = brat.folderFiles?.();
  files?.add(analysis, { ...OPTIONS, labels });
  const [file] = [...(files?.files() ?? [])];
  const lines = [...(file?.chunks ?? [])].join('').split('\n');
  const section = (name: string): string[] => {
    const from = lines.indexOf(`[${name}]`) + 1;
    return lines.slice(from, lines.indexOf('', from));
  };
  expect(file?.name).toBe('annotation.conf');
  expect(section('entities')).toEqual(expect.arrayContaining(['person', 'office', '_u5f15__u20__u8bed_']));
  expect(section('relations')).toEqual(
    expect.arrayContaining(['holds-office\tArg1:person, Arg2:office', 'located-in\tArg1:<ENTITY>, Arg2:place']),
  );
  expect(section('events')).toEqual([]);
  expect(section('attributes')).toEqual([
    'speaker\tArg:quotation|_u5f15__u20__u8bed_, Value:陈_u20_小𠮷',
    '_u8bed__u6c14_\tArg:_u5f15__u20__u8bed_, Value:a_u7c_b',
  ]);
});

test('an export of one issue to a file of any name has its text and the configuration beside it', () => {
  const { beside } = exportSingle(brat, analysis, { ...OPTIONS, name: 'pages/a' });
  expect(beside.map(({ ending, name }) => ending ?? name)).toEqual(['.txt', 'annotation.conf', 'visual.conf']);
  expect(beside[0]?.text).toBe(writtenBeside(brat, analysis));
  expect(beside.map(({ replaceable }) => replaceable.test('云川'))).toEqual([false, false, false]);
  expect(beside[1]?.text).toMatch(beside[1]?.replaceable ?? /(?!)/);
});
