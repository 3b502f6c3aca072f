import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderWith, type Folder } from '../support/commandLine';

let folder: Folder;
beforeEach(() => {
  folder = folderWith({
    'sound.tsv': 'type\tname\twikidata\tcbdb\tviaf\nperson\t沈知远\tQ4242\t1762\t123456\n',
    'faulty.tsv':
      'type\tname\twikidata\tviaf\tfrom\nperson\t沈知远\t4242\t\t\nplace\t云川区\t\tQ1\t五月\nthing\t物\nperson\t沈知远\n',
    '.galley/dictionary.tsv': 'type\tname\twikidata\tcbdb\tviaf\nperson\t沈知远\tQ4242\t1762\t123456\n',
    'issue.txt': '# 开会\n\n沈知远在会上讲话。沈知远说，要办好学校。\n',
  });
});
afterEach(() => folder.remove());

test('a valid dictionary gives no line', () => {
  expect(folder.galley(['dictionary', 'check', 'sound.tsv'])).toEqual({ output: '', errors: '', code: 0 });
});

test('each problem is one line with its place', () => {
  const { output, errors, code } = folder.galley(['dictionary', 'check', 'sound.tsv', 'faulty.tsv']);
  expect(output.split('\n')).toEqual([
    'faulty.tsv:2:12: “4242” is not an id of wikidata. Write it like Q42.',
    expect.stringMatching(/^faulty\.tsv:3:\d+: “Q1” is not an id of viaf\. Write it like 12345\.$/),
    expect.stringMatching(/^faulty\.tsv:3:\d+: “五月” is not a date\./),
    expect.stringMatching(/^faulty\.tsv:4:1: “thing” is not a valid type\./),
    '',
  ]);
  expect(errors).toBe('');
  expect(code).toBe(1);
});

test.each([
  [['dictionary', 'check', 'gone.tsv'], 'gone.tsv: No such file or folder.'],
  [['dictionary'], 'Use galley dictionary check FILE... or galley dictionary build FILE...'],
  [['dictionary', 'mend', 'sound.tsv'], 'Use galley dictionary check FILE... or galley dictionary build FILE...'],
])('%j is a problem', (args, cause) => {
  expect(folder.galley(args)).toEqual({ output: '', errors: `galley: ${cause}\n`, code: 2 });
});

test('exports contain the ids of a person in authority files', () => {
  const exported = (format: string): string => folder.galley(['export', '--format', format, 'issue.txt']).output;
  const uris = [
    'http://www.wikidata.org/entity/Q4242',
    'https://cbdb.fas.harvard.edu/cbdbapi/person.php?id=1762',
    'https://viaf.org/viaf/123456',
  ];
  for (const uri of uris) {
    expect(exported('json')).toContain(uri);
    expect(exported('csv-entities')).toContain(uri);
  }
  expect(exported('ninjs')).toContain(uris[0]);
  expect(exported('tei')).toContain(
    '<idno type="wikidata">Q4242</idno><idno type="cbdb">1762</idno><idno type="viaf">123456</idno>',
  );
});
