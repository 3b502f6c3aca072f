import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { zipOf } from '../support/archives';
import { folderWith } from '../support/commandLine';
import { DAMAGED_PAGE } from '../support/issues';

const PAGES = Array.from({ length: 9 }, (_, at) => ({
  name: `甲-1998-05-0${at + 1}.txt`,
  // The first is the slowest.
  content: DAMAGED_PAGE.repeat(at === 0 ? 12 : 1 + (at % 2)),
}));
const SIDECAR = JSON.stringify({
  version: 1,
  annotations: [
    {
      id: 'a',
      label: 'person',
      attributes: { role: 'x' },
      target: { start: 7, end: 9, exact: '# ', prefix: '', suffix: '' },
    },
  ],
  dismissed: [1],
});
const folder = folderWith({
  'in/pages.zip': zipOf([...PAGES, { name: '../a.txt', content: '' }, { name: 'bad.txt', content: '\0' }]),
  ...Object.fromEntries(PAGES.map(({ name, content }) => [`in/${name}`, content])),
  'in/甲-1998-05-03.galley.json': SIDECAR,
  'in/gbk.txt': Buffer.from('bbe1d2e9d4dad4c6b4a8d5d9bfaaa1a3', 'hex'),
});
afterAll(folder.remove);

describe.each([
  ...['pretty', 'json', 'sarif', 'github'].map((format) => ['check', '--format', format]),
  ...['pretty', 'json'].map((format) => ['entities', '--format', format]),
  ...['json', 'ndjson', 'tei', 'csv-findings', 'conll'].map((format) => ['export', '--format', format]),
  ['fix'],
  ['fix', '--diff', '--suggested'],
  ['report'],
])('galley %s %s %s', (...args) => {
  test('prints and reports the same with any number of threads', () => {
    const words = [...args.filter(Boolean), 'in', 'in/pages.zip'];
    const one = folder.galley([...words, '--jobs', '1']);
    expect(one.errors).toContain('galley: in/pages.zip/../a.txt: ');
    expect(folder.galley([...words, '--jobs', '2'])).toEqual(one);
  });
});

test('fix --write repairs the same files with threads', () => {
  const files = Object.fromEntries(PAGES.map(({ name, content }) => [name, content]));
  const [one, three] = [folderWith(files), folderWith(files)];
  const runs = [
    one.galley(['fix', '--write', '--jobs', '1', '.']),
    three.galley(['fix', '--write', '--jobs', '3', '.']),
  ];
  expect(runs[1]).toEqual(runs[0]);
  const texts = [one, three].map((made) => made.galley(['fix', '.']).output);
  expect(texts[1]).toBe(texts[0]);
  expect(runs[0]?.output.split('\n')).toHaveLength(PAGES.length + 1);
  one.remove();
  three.remove();
});

test('export --out writes the same files with threads, those of the folder too', () => {
  const folders = ['1', '3'].map((jobs) => {
    const made = folderWith({
      ...Object.fromEntries(PAGES.map((page) => [page.name, page.content])),
      '甲-1998-05-03.galley.json': SIDECAR,
    });
    made.galley(['export', '--format', 'brat', '--out', 'out', '--jobs', jobs, '.']);
    const files = readdirSync(join(made.path, 'out')).map((name) => [
      name,
      readFileSync(join(made.path, 'out', name), 'utf8'),
    ]);
    made.remove();
    return files;
  });
  expect(folders[0]).toHaveLength(2 * PAGES.length + 2);
  expect(folders[1]).toEqual(folders[0]);
});

test('a wrong number of threads is refused', () => {
  for (const jobs of ['0', 'x', '1.5'])
    expect(folder.galley(['check', `--jobs=${jobs}`, 'in'])).toEqual({
      code: 2,
      output: '',
      errors: 'galley: The option --jobs requires a positive integer.\n',
    });
});

test('--fail-fast stops at the first problem in the order of the inputs', () => {
  const runs = ['1', '3'].map((jobs) =>
    folder.galley(['check', '--format', 'json', '--fail-fast', '--jobs', jobs, 'in/pages.zip', 'none.txt']),
  );
  expect(runs[1]).toEqual(runs[0]);
  expect(runs[0]?.code).toBe(2);
  expect(runs[0]?.errors).toBe('galley: none.txt: No such file or folder.\n');
  const run = folder.galley(['check', '--format', 'json', '--fail-fast', '--jobs', '2', 'in/pages.zip', 'in']);
  expect(run.errors).toBe('galley: in/pages.zip/../a.txt: Its path points outside the archive.\n');
  expect((JSON.parse(run.output) as { files: unknown[] }).files).toHaveLength(PAGES.length);
});

test('many issues with problems give a summary at the end', () => {
  const many = folderWith(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at + 10}.txt`, '\0'])));
  const { errors, code } = many.galley(['check', '.']);
  many.remove();
  const lines = errors.trimEnd().split('\n');
  expect(code).toBe(2);
  expect(lines.slice(30)).toEqual(['galley: Issues: 30. Problems: 30.', ...lines.slice(0, 10), 'galley: And 20 more.']);
});
