import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
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
  expect(errors).toMatch(
    /made\/1998\/a\.json: The file is a link to a location outside its folder; nothing was written\.\n$/,
  );
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

describe('--out-file', () => {
  const pages = { 'in/a.txt': DAMAGED_PAGE, 'in/b.txt': DAMAGED_PAGE };
  const written = (name: string): Buffer => readFileSync(join(folder?.path ?? '', name));

  test.each(['ndjson', 'csv-articles', 'json'])('has all issues, as they are printed in %s', (format) => {
    const { galley } = openFolder(pages);
    const printed = galley(['export', '--format', format, 'in']).output;
    expect(galley(['export', '--format', format, '--out-file', 'new.out', 'in'])).toEqual({
      code: 0,
      output: '',
      errors: '',
    });
    expect(written('new.out').toString()).toBe(printed);
  });

  test('overwrites what an export of the same format wrote, and nothing else unless forced', () => {
    const { galley } = openFolder({ ...pages, 'mine.ndjson': 'a note\n' });
    const run = (...args: string[]) => galley(['export', '--format', 'ndjson', '--out-file', ...args]);
    expect(run('new.ndjson', 'in/a.txt').code).toBe(0);
    expect(run('new.ndjson', 'in').code).toBe(0);
    expect(run('mine.ndjson', 'in')).toEqual({
      code: 2,
      output: '',
      errors: 'galley: mine.ndjson already exists and was not written by an export in this format.\n',
    });
    expect(run('in/a.txt', 'in').errors).toBe('galley: in/a.txt is one of the issues being exported.\n');
    expect(written('in/a.txt').toString()).toBe(DAMAGED_PAGE);
    expect(run('mine.ndjson', '--force', 'in').code).toBe(0);
    expect(written('mine.ndjson')).toEqual(written('new.ndjson'));
    expect(readdirSync(join(folder?.path ?? '')).sort()).toEqual(['in', 'mine.ndjson', 'new.ndjson']);
  });

  test('is refused beside --out', () => {
    const { galley } = openFolder(pages);
    expect(galley(['export', '--out', 'out', '--out-file', 'a.json', 'in'])).toMatchObject({
      code: 2,
      errors: 'galley: Use either --out or --out-file, not both.\n',
    });
  });

  test('is not started in a missing folder', () => {
    const { galley } = openFolder(pages);
    expect(galley(['export', '--out-file', 'no-such-folder/a.json', 'in'])).toMatchObject({ code: 2 });
    expect(readdirSync(folder?.path ?? '')).toEqual(['in']);
  });
});

describe('--out', () => {
  const namesIn = ({ path }: Folder, name = '.'): string[] => readdirSync(join(path, name)).sort();
  const contentOf = ({ path }: Folder, name: string): string => readFileSync(join(path, name), 'utf8');

  test.each([
    ['case', ['a.txt', 'A.txt']],
    ['the case of the extension', ['a.txt', 'a.TXT']],
    ['normalisation', ['caf\u00e9.txt', 'cafe\u0301.txt']],
  ])('refuses inputs that differ only in %s before it writes anything', (_what, names) => {
    const open = openFolder({
      'b.txt': DAMAGED_PAGE,
      ...Object.fromEntries(names.map((name) => [name, DAMAGED_PAGE])),
    });
    const { code, errors } = open.galley(['export', '--out', 'made', 'b.txt', ...names]);
    expect(code).toBe(2);
    expect(errors).toMatch(/^galley: .* and .* would both be exported to .*\.json\.\n$/);
    expect(namesIn(open)).not.toContain('made');
  });

  test('refuses a file, standard input and a file without extension of one name', () => {
    const open = openFolder({ 'stdin.txt': DAMAGED_PAGE });
    expect(open.galley(['export', '--out', 'made', 'stdin.txt', '-'], { input: DAMAGED_PAGE })).toMatchObject({
      code: 2,
      errors: 'galley: stdin.txt and - would both be exported to stdin.json.\n',
    });
  });

  test('replaces what it has written before', () => {
    const open = openFolder({ 'a.txt': DAMAGED_PAGE });
    for (const format of ['json', 'ndjson'])
      for (let time = 0; time < 2; time++)
        expect(open.galley(['export', '--format', format, '--out', 'made', 'a.txt'])).toMatchObject({
          code: 0,
          errors: '',
        });
    expect(namesIn(open, 'made')).toEqual(['a.json', 'a.ndjson']);
  });

  test('never overwrites a sidecar, and exports the other inputs', () => {
    const sidecar = JSON.stringify({ version: 1, dismissed: [], annotations: [], corrections: [] });
    const open = openFolder({ 'p.txt': DAMAGED_PAGE, 'p.galley.txt': DAMAGED_PAGE, 'p.galley.json': sidecar });
    expect(open.galley(['export', '--out', '.', '.'])).toMatchObject({
      code: 2,
      errors: 'galley: p.galley.txt: p.galley.json is the name of a sidecar.\n',
    });
    expect(contentOf(open, 'p.galley.json')).toBe(sidecar);
    expect(namesIn(open)).toEqual(['p.galley.json', 'p.galley.txt', 'p.json', 'p.txt']);
  });

  test('never overwrites an input, even one that looks like an export', () => {
    const open = openFolder({ 'a.txt': DAMAGED_PAGE });
    open.galley(['export', '--out', '.', 'a.txt']);
    const before = contentOf(open, 'a.json');
    expect(open.galley(['export', '--out', '.', 'a.json', 'a.txt'])).toMatchObject({
      code: 2,
      errors: 'galley: a.txt: a.json is one of the issues being exported.\n',
    });
    expect(contentOf(open, 'a.json')).toBe(before);
  });

  test('overwrites files of other programs only with --force', () => {
    const open = openFolder({ 'a.txt': DAMAGED_PAGE, 'made/a.json': '{"mine":true}\n' });
    expect(open.galley(['export', '--out', 'made', 'a.txt'])).toMatchObject({
      code: 2,
      errors: 'galley: a.txt: made/a.json already exists and was not written by an export in this format.\n',
    });
    expect(contentOf(open, 'made/a.json')).toBe('{"mine":true}\n');
    expect(open.galley(['export', '--force', '--out', 'made', 'a.txt'])).toMatchObject({ code: 0, errors: '' });
    expect(JSON.parse(contentOf(open, 'made/a.json'))).toMatchObject({ issue: { id: 'a' } });
  });
});

test('--text original is the original OCR text', () => {
  const text = '# 云川新桥通车\n\n新桥昨日通车。\n';
  const start = text.indexOf('新桥通');
  const open = openFolder({
    'a.txt': text,
    'a.galley.json': JSON.stringify({
      version: 1,
      corrections: [
        {
          id: 'c',
          original: '新挢',
          corrected: '新桥',
          target: { start, end: start + 2, exact: '新桥', prefix: '# 云川', suffix: '通车' },
        },
      ],
    }),
  });
  const exported = (...args: string[]): string => open.galley(['export', '--format', 'text', ...args, 'a.txt']).output;
  expect(exported()).toContain('\n云川新桥通车\n');
  expect(exported('--text', 'original')).toContain('\n云川新挢通车\n');
});
