import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { targetOf } from '../../server/src/annotations/model';
import { folderWith, GALLEY, type Folder } from '../support/commandLine';
import { readMarks } from '../support/marked';

let folder: Folder | undefined;
afterEach(() => folder?.remove());

/** A text with marks as text and sidecar of one issue; the labels are those of the marks in their order. */
function annotated(
  name: string,
  source: string,
  labels: readonly string[],
  layers: readonly string[] = [],
): Record<string, string> {
  const { text, spans } = readMarks(source);
  const annotations = spans.map((span, at) => ({
    id: `a_${String(at)}`,
    label: labels[at],
    ...(layers[at] === undefined ? {} : { layer: layers[at] }),
    target: targetOf(text, span),
  }));
  return { [`${name}.txt`]: text, [`${name}.galley.json`]: JSON.stringify({ version: 1, annotations }) };
}

describe('galley agree', () => {
  const FIRST = annotated('first', '市长⟦沈知远⟧在⟦云川⟧和⟦青桐镇⟧调研。', ['person', 'place', 'place']);

  test('compares two copies of an issue', () => {
    folder = folderWith({
      ...FIRST,
      ...annotated('second', '市长⟦沈知远⟧在⟦云川⟧和青桐镇⟦调研⟧。', ['person', 'work', 'event']),
    });
    const { code, output } = folder.galley(['agree', '--format', 'json', 'first.txt', 'second.txt']);
    expect(code).toBe(0);
    const { pairs } = JSON.parse(output) as { pairs: { scores: object; disagreements: unknown[] }[] };
    expect(pairs[0]?.scores).toMatchObject({
      strict: { correct: 1, incorrect: 1, missed: 1, spurious: 1 },
      exact: { correct: 2, incorrect: 0, missed: 1, spurious: 1 },
    });
    expect(pairs[0]?.disagreements).toMatchObject([
      { first: { text: '云川', label: 'place', line: 1 }, second: { label: 'work' } },
      { first: { text: '青桐镇' } },
      { second: { text: '调研', label: 'event' } },
    ]);
  });

  test('shows a table and what differs', () => {
    folder = folderWith({
      ...FIRST,
      ...annotated('second', '市长⟦沈知远⟧在⟦云川⟧和青桐镇调研。', ['person', 'place']),
    });
    const { output } = folder.galley(['agree', 'first.txt', 'second.txt']);
    expect(output).toContain('first.txt and second.txt');
    expect(output).toMatch(/F1 of all +0\.8000 +0\.8000 +0\.8000 +0\.8000/);
    expect(output).toContain('line 1: place “青桐镇” | –');
  });

  test('compares the layers of one issue', () => {
    folder = folderWith(annotated('page', '⟦沈知远⟧⟦在⟧云川。', ['person', 'person'], ['甲', '乙']));
    expect(folder.galley(['agree', 'page.txt']).output).toContain('甲 and 乙');
  });

  test('anchors the annotations of a copy whose text was corrected', () => {
    folder = folderWith({
      ...FIRST,
      ...annotated('second', '第一行\n市长⟦沈知远⟧在⟦云川⟧和⟦青桐镇⟧考察调研。', ['person', 'place', 'place']),
    });
    const { code, output, errors } = folder.galley(['agree', 'first.txt', 'second.txt']);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toContain('The annotations agree everywhere.');
  });

  test('says when there is nothing to compare', () => {
    folder = folderWith(FIRST);
    expect(folder.galley(['agree', 'first.txt'])).toMatchObject({ code: 2, errors: /nothing to compare/ });
  });
});

describe('galley merge', () => {
  const version = (...ids: readonly string[]): string =>
    JSON.stringify(
      {
        version: 1,
        annotations: ids.map((id) => ({
          id,
          label: 'place',
          target: { start: 0, end: 1, exact: '云', prefix: '', suffix: '川' },
        })),
      },
      null,
      2,
    );

  test('writes what two versions have added, each annotation on a line', () => {
    folder = folderWith({ base: version('a_1'), ours: version('a_1', 'a_2'), theirs: version('a_1', 'a_3') });
    expect(folder.galley(['merge', 'base', 'ours', 'theirs', 'page.galley.json'])).toMatchObject({
      code: 0,
      errors: '',
    });
    const merged = readFileSync(join(folder.path, 'ours'), 'utf8');
    expect((JSON.parse(merged) as { annotations: { id: string }[] }).annotations.map(({ id }) => id)).toEqual([
      'a_1',
      'a_2',
      'a_3',
    ]);
    expect(merged).toMatch(/^ *\{ "id": "a_3", .*\}$/m);
  });

  test('ends with 1 where both have changed the same thing, and the file is valid', () => {
    const labelled = (label: string): string => version('a_1').replace('place', label);
    folder = folderWith({ base: version('a_1'), ours: labelled('person'), theirs: labelled('work') });
    expect(folder.galley(['merge', 'base', 'ours', 'theirs', 'page.galley.json'])).toMatchObject({ code: 1 });
    expect(JSON.parse(readFileSync(join(folder.path, 'ours'), 'utf8'))).toMatchObject({
      annotations: [{ label: 'person', conflicts: [{ field: 'label', value: 'work' }] }],
    });
  });

  test('takes an empty ancestor, and writes nothing where a version cannot be read', () => {
    folder = folderWith({ base: '', ours: version('a_1'), theirs: version('a_2'), broken: '{' });
    expect(folder.galley(['merge', 'base', 'ours', 'theirs'])).toMatchObject({ code: 0 });
    const before = readFileSync(join(folder.path, 'ours'), 'utf8');
    expect(folder.galley(['merge', 'base', 'ours', 'broken'])).toMatchObject({ code: 2, errors: /broken/ });
    expect(readFileSync(join(folder.path, 'ours'), 'utf8')).toBe(before);
    expect(folder.galley(['merge', 'base', 'ours'])).toMatchObject({ code: 2 });
  });

  test('does not write files that are too large to be read again', () => {
    const large = (id: string): string => version(id).replace('"云"', `"${'云'.repeat(3_000_000)}"`);
    folder = folderWith({ base: '', ours: large('a_1'), theirs: large('a_2') });
    expect(folder.galley(['merge', 'base', 'ours', 'theirs'])).toEqual({
      code: 2,
      output: '',
      errors: 'galley: ours: It would be larger than 16 MiB; nothing was written.\n',
    });
    expect(readFileSync(join(folder.path, 'ours'), 'utf8') === large('a_1')).toBe(true);
  });

  test.skipIf(process.platform === 'win32')('leaves only the old file if the disk is full', () => {
    const large = version('a_1').replace('"云"', `"${'云'.repeat(3000)}"`);
    folder = folderWith({ base: '', ours: version('a_2'), theirs: large });
    const limited = ['ulimit -f 8; exec "$@"', 'sh', process.execPath, GALLEY, 'merge', 'base', 'ours', 'theirs'];
    const { status, stderr } = spawnSync('sh', ['-c', ...limited], { cwd: folder.path, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'galley: ours: The disk is full.\n' });
    expect(readFileSync(join(folder.path, 'ours'), 'utf8')).toBe(version('a_2'));
    expect(readdirSync(folder.path)).toEqual(['base', 'ours', 'theirs']);
  });
});

describe('galley export', () => {
  const FORMATS = ['web-annotation', 'doccano', 'conll', 'label-studio'];

  test.each(FORMATS)('--format %s reports how many annotations it omits', (format) => {
    const { 'page.txt': text = '', ...sidecar } = annotated(
      'page',
      '⟦云川⟧\n市长⟦沈知远⟧在⟦青桐镇⟧调研，又到林场看望职工。\n',
      ['place', 'person', 'place'],
    );
    folder = folderWith({ ...sidecar, 'page.txt': text.replace(/^市长.*$/m, '') });
    const { code, output, errors } = folder.galley(['export', '--format', format, 'page.txt']);
    expect({ code, errors }).toEqual({
      code: 0,
      errors: 'galley: page.txt: Some annotations were not exported: 2 whose words are no longer in the text.\n',
    });
    expect(output).not.toContain('青桐镇');
  });

  const LABELS =
    '{ "version": 1, "labels": [{ "id": "ship", "title": { "en": "Ship", "zh-cn": "轮船" }, "key": "s" }] }';

  test('takes the labels of the workspace, or of the folder of the issues', () => {
    folder = folderWith({ ...annotated('a/page', '⟦云川号⟧进港。\n', ['ship']), 'a/.galley/labels.json': LABELS });
    for (const [format, name, within] of [
      ['label-studio', 'label-studio.xml', '.'],
      ['brat', 'visual.conf', 'a'],
    ] as const) {
      const issue = within === 'a' ? 'page.txt' : 'a/page.txt';
      const run = folder.galley(['export', '--format', format, '--out', 'made', issue], { within });
      expect(run).toMatchObject({ code: 0, errors: '' });
      expect(readFileSync(join(folder.path, within, 'made', name), 'utf8')).toMatch(/Ship/);
    }
  });

  test('labels with a fault are reported, and the others are used', () => {
    folder = folderWith({
      'page.txt': '云川号进港。\n',
      '.galley/labels.json': LABELS.replace('"labels": [', '"labels": [{ "id": "a b", "title": "A" }, '),
    });
    const run = folder.galley(['export', '--format', 'brat', '--out', 'made', 'page.txt']);
    expect(run).toMatchObject({ code: 0, errors: /labels\.json: “labels\.0\.id”/ });
    expect(readFileSync(join(folder.path, 'made', 'annotation.conf'), 'utf8')).toContain('[entities]\nship\n\n');
  });

  test('an annotation that ends before it begins is reported, and the sidecar is unchanged', () => {
    const files = annotated('page', '市长⟦沈知远⟧说。', ['person']);
    const sidecar = (files['page.galley.json'] ?? '').replace('"end":5', '"end":1');
    folder = folderWith({ ...files, 'page.galley.json': sidecar });
    for (const command of [['check'], ['export'], ['agree', 'page.txt']])
      expect(folder.galley([...command, 'page.txt'])).toMatchObject({
        code: 2,
        errors: /^(galley: page\.galley\.json: “annotations\[0\]\.target\.end”: It must not be before its start\.\n)+$/,
      });
    expect(readFileSync(join(folder.path, 'page.galley.json'), 'utf8')).toBe(sidecar);
  });
});
