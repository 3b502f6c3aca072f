import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderWith, type Folder, type Run } from '../support/commandLine';

const PEOPLE = '姓名,职务,任职地,任职时间\n沈知远,院长,衢州市,1990年\n';

let folder: Folder;
beforeEach(() => {
  folder = folderWith({
    'people.csv': PEOPLE,
    'places.csv': '类型,名称,备注,颜色\n地名,东岭村,水库之下,绿\n',
    'faulty.csv': '姓名,任职时间\n沈知远,五月\n',
    'own.tsv': 'type\tname\nword\t甚好\n',
  });
});
afterEach(() => folder.remove());

const build = (...args: string[]): Run => folder.galley(['dictionary', 'build', ...args]);
const textOf = (name: string): string => readFileSync(join(folder.path, name), 'utf8');

test('tables become a dictionary that check accepts and exports use', () => {
  const about = ['--source', '医院职工名册', '--licence', 'CC0-1.0', '--date', '2024-05'];
  const run = build('people.csv', 'places.csv', 'own.tsv', '--type', 'person', ...about, '--out', 'dictionary.tsv');
  expect(run).toEqual({
    output: 'places.csv:1:10: The column “颜色” was skipped.\ndictionary.tsv: 3 entries, 1 posts.\n',
    errors: '',
    code: 0,
  });
  expect(textOf('dictionary.tsv')).toBe(
    [
      '# format: galley-dictionary 1',
      '# source: 医院职工名册',
      '# licence: CC0-1.0',
      '# date: 2024-05',
      'type\tname\toffice\tplace\tfrom\tnote',
      'person\t沈知远',
      'post\t沈知远\t院长\t330800\t1990',
      'place\t东岭村\t\t\t\t水库之下',
      'word\t甚好',
      '',
    ].join('\n'),
  );
  expect(folder.galley(['dictionary', 'check', 'dictionary.tsv'])).toEqual({ output: '', errors: '', code: 0 });
});

test('a table in another encoding is read', () => {
  // 姓名,备注 / 沈知远,医生 in GB18030
  const bytes = 'd0d5c3fb2cb1b8d7a20ac9f2d6aad4b62cd2bdc9fa0a';
  writeFileSync(join(folder.path, 'gbk.csv'), Buffer.from(bytes, 'hex'));
  expect(build('gbk.csv', '--type', 'person', '--out', 'd.tsv').code).toBe(0);
  expect(textOf('d.tsv')).toContain('person\t沈知远\t医生\n');
});

describe('nothing is written', () => {
  test('of tables with problems, each of which is one line', () => {
    expect(build('people.csv', 'faulty.csv', '--type', 'person', '--out', 'd.tsv')).toEqual({
      output: 'faulty.csv:2:5: “五月” is not a date. Write 2021, 2021-07 or 2021-07-21.\n',
      errors: 'galley: d.tsv was not written, because the tables have problems.\n',
      code: 1,
    });
    expect(existsSync(join(folder.path, 'd.tsv'))).toBe(false);
  });

  test.each([
    ['without --out', ['people.csv'], 'galley dictionary build needs --out FILE.'],
    ['without tables', ['--out', 'd.tsv'], 'Use galley dictionary check FILE... or galley dictionary build FILE...'],
    ['of a table that is not there', ['gone.csv', '--out', 'd.tsv'], 'gone.csv: No such file or folder.'],
    ['of empty tables', ['empty.csv', '--type', 'person', '--out', 'd.tsv'], 'There are no entries in these files.'],
    [
      'of a spreadsheet',
      ['people.xlsx', '--out', 'd.tsv'],
      'people.xlsx: Not a text file. Save spreadsheets as CSV (UTF-8) first.',
    ],
    [
      'with a date that is none',
      ['people.csv', '--out', 'd.tsv', '--date', 'May'],
      '“May” is not a date. Write 2021, 2021-07 or 2021-07-21.',
    ],
    [
      'over a table',
      ['own.tsv', '--out', 'own.tsv', '--date', '2024'],
      'own.tsv is one of the input files. Use --force to overwrite it.',
    ],
    [
      'over another dictionary',
      ['places.csv', '--out', 'own.tsv'],
      'own.tsv already exists. Use --force to overwrite it.',
    ],
  ])('%s', (_, args, cause) => {
    writeFileSync(join(folder.path, 'people.xlsx'), 'PK\u0003\u0004\0\0');
    writeFileSync(join(folder.path, 'empty.csv'), '姓名\n');
    const { errors, code } = build(...args);
    expect(errors).toBe(`galley: ${cause}\n`);
    expect(code).toBe(2);
    expect(existsSync(join(folder.path, 'd.tsv'))).toBe(false);
    expect(textOf('own.tsv')).toBe('type\tname\nword\t甚好\n');
  });
});

test('a dictionary is overwritten with --force, even if it is one of the tables, and without it if its content stays the same', () => {
  expect(build('own.tsv', 'places.csv', '--out', 'own.tsv', '--force').code).toBe(0);
  expect(textOf('own.tsv')).toBe(
    '# format: galley-dictionary 1\ntype\tname\tnote\nplace\t东岭村\t水库之下\nword\t甚好\n',
  );
  expect(build('places.csv', '--out', 'd.tsv').code).toBe(0);
  expect(build('places.csv', '--out', 'd.tsv').code).toBe(0);
});
