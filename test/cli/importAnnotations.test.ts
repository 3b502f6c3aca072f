import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { layoutOf, printLayout } from '../../server/src/annotations/anchor/layout';
import { targetOf } from '../../server/src/annotations/model';
import { folderWith, type Folder } from '../support/commandLine';
import { readMarks } from '../support/marked';

let folder: Folder;
afterEach(() => folder.remove());

const { text, spans } = readMarks('\uFEFF# 云川新桥\r\n\r\n𠮷镇⟦镇长⟧⟦陈小𠮷⟧昨日到⟦云川⟧调研，云川市民欢迎。\r\n');
const LABELS = ['office', 'person', 'place'];
const SIDECAR = JSON.stringify({
  version: 1,
  text: { sha256: '', lines: printLayout(layoutOf(text)) },
  annotations: spans.map((span, at) => ({ id: `a_${String(at)}`, label: LABELS[at], target: targetOf(text, span) })),
});

/** The words and labels of the annotations in a sidecar, in the text of its issue. */
function annotationsIn(issue: string): string[] {
  const now = readFileSync(join(folder.path, `${issue}.txt`), 'utf8');
  const { annotations } = JSON.parse(readFileSync(join(folder.path, `${issue}.galley.json`), 'utf8')) as {
    annotations: {
      label: string;
      layer?: string;
      orphaned?: boolean;
      target: { start: number; end: number; exact: string };
    }[];
  };
  return annotations.map(({ label, layer, orphaned, target: { start, end, exact } }) => {
    expect(orphaned).toBeUndefined();
    expect(now.slice(start, end)).toBe(exact);
    return [label, exact, layer].filter((one) => one !== undefined).join(' ');
  });
}

const FILES = {
  'web-annotation': 'page.annotations.jsonld',
  doccano: 'page.doccano.jsonl',
  brat: 'page.brat.ann',
  conll: 'page.conll',
  'label-studio': 'page.label-studio.json',
};

describe.each(Object.entries(FILES))('%s', (format, name) => {
  const exportPage = (): void => {
    folder = folderWith({ 'pages/page.txt': text, 'pages/page.galley.json': SIDECAR });
    const run = folder.galley(['export', '--format', format, '--out', 'exported', 'pages']);
    expect(run).toMatchObject({ code: 0, errors: '' });
    rmSync(join(folder.path, 'pages/page.galley.json'));
  };
  const importPage = () => folder.galley(['import-annotations', '--into', 'pages', `exported/${name}`]);

  test('comes back, and only once', () => {
    exportPage();
    expect(importPage()).toEqual({
      code: 0,
      output: 'pages/page.txt: 3 annotations added, 0 already present.\n',
      errors: '',
    });
    expect(annotationsIn('pages/page')).toEqual(['office 镇长', 'person 陈小𠮷', 'place 云川']);
    const sidecar = readFileSync(join(folder.path, 'pages/page.galley.json'), 'utf8');
    expect(importPage().output).toBe('pages/page.txt: 0 annotations added, 3 already present.\n');
    expect(readFileSync(join(folder.path, 'pages/page.galley.json'), 'utf8')).toBe(sidecar);
  });

  test('is imported into a corrected text, and not onto other words if its words are gone', () => {
    exportPage();
    const corrected = text.replace('# ', '# 快讯：').replace('到云川调研', '前往调研');
    writeFileSync(join(folder.path, 'pages/page.txt'), corrected);
    const { code, errors } = importPage();
    expect(code).toBe(1);
    expect(errors).toBe(
      `galley: exported/${name}: place “云川”: pages/page.txt contains these words more than once.\n`,
    );
    expect(annotationsIn('pages/page')).toEqual(['office 镇长', 'person 陈小𠮷']);
  });
});

test('one file of several issues is divided among them, in a layer of its own', () => {
  const other = '# 青桐镇春耕\n\n青桐镇农技人员到田间指导。\n';
  const line = (issue: string, label: unknown): string => `${JSON.stringify({ text: issue, label })}\n`;
  folder = folderWith({
    'a/page.txt': '# 云川日报\n\n云川新桥通车。\n',
    'b/other.txt': other,
    'all.jsonl': line('# 云川日报\n\n云川新桥通车。\n', [[2, 4, 'place']]) + line(other, [[2, 5, 'place']]),
  });
  expect(folder.galley(['import-annotations', '--layer', '甲', 'all.jsonl'])).toMatchObject({ code: 0, errors: '' });
  expect(annotationsIn('a/page')).toEqual(['place 云川 甲']);
  expect(annotationsIn('b/other')).toEqual(['place 青桐镇 甲']);
});

describe('files that cannot be imported', () => {
  test('has a line for each annotation, ten at most', () => {
    const labels = Array.from({ length: 15 }, () => [90, 99, 'place']);
    folder = folderWith({
      'page.txt': '云川新桥通车。\n',
      'page.jsonl': `${JSON.stringify({ text: '云川新桥通车。\n', label: [[0, 2, 'place'], ...labels] })}\n`,
    });
    const { code, errors } = folder.galley(['import-annotations', 'page.jsonl']);
    expect(code).toBe(1);
    expect(errors.trimEnd().split('\n')).toHaveLength(11);
    expect(errors).toContain('page.jsonl: Line 1: label[1] is not an annotation of the text: [90,99,"place"]');
    expect(errors).toContain('And 5 more.');
    expect(annotationsIn('page')).toEqual(['place 云川']);
  });

  test('is of no known format, belongs to no issue, or to several', () => {
    const labelled = `${JSON.stringify({ text: '云川新桥通车。', label: [[0, 2, 'place']] })}\n`;
    folder = folderWith({
      'page.txt': '云川新桥通车。',
      'copy.txt': '云川新桥通车。',
      'far/page.txt': '青桐镇农技人员到田间指导农户春耕。',
      'a.jsonl': labelled,
      'b.json': '{"version":1}',
    });
    const run = (...args: readonly string[]) => folder.galley(['import-annotations', ...args]);
    expect(run('b.json')).toMatchObject({ code: 2, errors: /b\.json: It is not in a format that Galley can import/ });
    expect(run('--into', 'far', 'a.jsonl')).toMatchObject({ code: 2, errors: /No issue has this text/ });
    expect(run('--into', 'far/page.txt', 'a.jsonl')).toMatchObject({ code: 2, errors: /No issue has this text/ });
    expect(run('a.jsonl')).toMatchObject({ code: 2, errors: /Several issues have this text/ });
    expect(run('--into', 'copy.txt', 'a.jsonl')).toMatchObject({ code: 0 });
    expect(run('none.jsonl')).toMatchObject({ code: 2, errors: /No such file or folder/ });
    expect(run()).toMatchObject({ code: 2, errors: /Specify the annotation files/ });
  });
});
