import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { folderWith, type Folder } from '../support/commandLine';
import { DAMAGED_PAGE } from '../support/issues';

interface Exported {
  readonly issue: {
    readonly id: string;
    readonly title?: string;
    readonly date?: { readonly value: string; readonly certainty: string };
  };
  readonly articles: readonly { readonly range: { readonly start: number; readonly end: number } }[];
  readonly diagnostics: readonly unknown[];
}

let folder: Folder | undefined;
afterEach(() => folder?.remove());

function openFolder(files: Parameters<typeof folderWith>[0]): Folder {
  folder = folderWith(files);
  return folder;
}

test('one file is one JSON object with the facts of its source', () => {
  const run = openFolder({ 'ycrb-20240308-01.txt': DAMAGED_PAGE }).galley(['export', 'ycrb-20240308-01.txt']);
  expect(run).toMatchObject({ code: 0, errors: '' });
  expect(JSON.parse(run.output)).toMatchObject({
    offsetUnit: 'utf16',
    issue: {
      id: 'ycrb-20240308-01',
      date: { value: '2024-03-08', certainty: 'filename' },
      source: {
        path: 'ycrb-20240308-01.txt',
        sha256: createHash('sha256').update(DAMAGED_PAGE).digest('hex'),
        encoding: 'utf-8',
        length: DAMAGED_PAGE.length,
      },
    },
    articles: [{ order: 0 }, { order: 1 }],
  });
});

test('several files are one JSON object with a list of issues', () => {
  const run = openFolder({ 'a.txt': DAMAGED_PAGE, 'b.txt': DAMAGED_PAGE }).galley(['export', '--format', 'json', '.']);
  const { issues } = JSON.parse(run.output) as { issues: Exported[] };
  expect(issues.map(({ issue }) => issue.id)).toEqual(['a', 'b']);
});

test('ndjson is one article a line, of all files', () => {
  const run = openFolder({ 'a.txt': DAMAGED_PAGE, 'b.txt': DAMAGED_PAGE }).galley([
    'export',
    '--format',
    'ndjson',
    '.',
  ]);
  const lines = run.output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { issue: { id: string } });
  expect(lines.map(({ issue }) => issue.id)).toEqual(['a', 'a', 'b', 'b']);
});

test('--out writes a file for each issue, in folders as the issues are', () => {
  const open = openFolder({ 'in/1998/a.txt': DAMAGED_PAGE, 'in/1999/a.txt': DAMAGED_PAGE });
  expect(open.galley(['export', '--out', 'made/json', 'in'])).toEqual({ code: 0, output: '', errors: '' });
  const files = readdirSync(join(open.path, 'made'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );
  expect(files.map((name) => name.replaceAll('\\', '/')).sort()).toEqual(['json/1998/a.json', 'json/1999/a.json']);
  const { issue } = JSON.parse(readFileSync(join(open.path, 'made/json/1998/a.json'), 'utf8')) as Exported;
  expect(issue.id).toBe('a');
});

test('--out writes nothing through a link that leads out of its folder', () => {
  const open = openFolder({ 'in/1998/a.txt': DAMAGED_PAGE, 'in/1999/a.txt': DAMAGED_PAGE });
  for (const name of ['outside', 'made']) mkdirSync(join(open.path, name));
  symlinkSync('../outside', join(open.path, 'made/1998'));
  const { code, errors } = open.galley(['export', '--out', 'made', 'in']);
  expect(code).toBe(2);
  expect(errors).toMatch(/made\/1998\/a\.json: It is a link that leads out of its folder; nothing was written\.\n$/);
  expect(readdirSync(join(open.path, 'outside'))).toEqual([]);
  expect(readdirSync(join(open.path, 'made/1999'))).toEqual(['a.json']);
});

test('--offsets codepoint counts characters beyond the basic plane once', () => {
  const open = openFolder({ 'a.txt': '# 云川市召开会议\n\n𠮷家村开会。\n\n# 青桐镇春耕\n\n农技人员到田间。\n' });
  const ends = (unit: string): number | undefined =>
    (JSON.parse(open.galley(['export', '--offsets', unit, 'a.txt']).output) as Exported).articles[1]?.range.end;
  expect(ends('codepoint')).toBe((ends('utf16') ?? 0) - 1);
});

test('the sidecar gives facts of the issue and hides what was dismissed', () => {
  const page = '# 云川市召开会议\n\n会议听取了工作情况 and 下一步安排。\n';
  const fact = { title: '云川日报', date: '1998-03-08' };
  const half = { fingerprint: 'half-width-punctuation:*', rule: 'half-width-punctuation', text: ',' };
  const open = openFolder({
    'a.txt': page.replace('。', ',要求落实。'),
    'a.galley.json': JSON.stringify({ version: 1, issue: fact, dismissed: [half], annotations: [], corrections: [] }),
  });
  const { issue, diagnostics } = JSON.parse(open.galley(['export', 'a.txt']).output) as Exported;
  expect(issue).toMatchObject({ title: '云川日报', date: { value: '1998-03-08', certainty: 'given' } });
  expect(diagnostics).toMatchObject([{ rule: 'stray-latin-word' }]);
});
