import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderWith, type Folder, type Run } from '../support/commandLine';

/** Invented sentences on a craft of which newspapers say little. */
const CRAFT = [
  '工人把榫头敲进卯眼，榫卯就咬住了。',
  '老匠人说，榫卯结构不用一根钉子。',
  '徒弟学了三年才会开榫卯。',
  '这座木桥全靠榫卯连接。',
];
const LESSON = `# 木作\n\n${Array.from({ length: 240 }, (_, day) => `第${day}天，${CRAFT[day % 4]}`).join('\n\n')}\n`;

/** 桦 and 没 are wrong; the model that ships finds only 没. */
const ISSUE = '# 木桥修好了\n\n徒弟学了三年才会开桦卯。\n\n全市建没了一批工程。\n';
const FOUND = '“桦卯” is unusual here';

let folder: Folder;
beforeEach(() => {
  folder = folderWith({
    'archive/1.txt': LESSON,
    'archive/2.txt': LESSON,
    'issue.txt': ISSUE,
    'settings.json': '{"context": {"languageModel": "own.ngrams"}}',
  });
});
afterEach(() => folder.remove());

const train = (...args: string[]): Run => folder.galley(['train', ...args]);
const check = (): Run => folder.galley(['check', '--settings', 'settings.json', 'issue.txt']);
const bytesOf = (name: string): Buffer => readFileSync(join(folder.path, name));

test('the counts of the user’s texts are used', () => {
  expect(folder.galley(['check', 'issue.txt']).output).not.toContain(FOUND);
  const { output, errors, code } = train('archive', '--out', 'own.ngrams', '--about', 'lessons, 2024, CC0');
  expect([output, errors, code]).toEqual(['own.ngrams: 2 issues, 9384 characters.\n', '', 0]);
  expect(bytesOf('own.ngrams').toString('latin1')).toContain(
    '"provenance":{"madeBy":"galley 0.1.0","issues":2,"characters":9384,"about":"lessons, 2024, CC0"}',
  );
  expect(check()).toMatchObject({ output: expect.stringContaining(FOUND) as string, errors: '', code: 1 });
});

test('the same texts give the same bytes, from files, an archive, standard input, and in threads', () => {
  const records = ['1', '2'].map((id) => JSON.stringify({ id, text: LESSON })).join('\n');
  writeFileSync(join(folder.path, 'archive.ndjson'), records);
  train('archive', '--out', 'files.ngrams');
  train('archive', '--out', 'threads.ngrams', '--jobs', '2');
  train('archive.ndjson', '--out', 'archive.ngrams');
  folder.galley(['train', '--stdin-format', 'ndjson', '-', '--out', 'stdin.ngrams'], { input: records });
  for (const name of ['threads', 'archive', 'stdin'])
    expect(Buffer.compare(bytesOf(`${name}.ngrams`), bytesOf('files.ngrams'))).toBe(0);
});

test('traditional characters are compared as simplified ones', () => {
  writeFileSync(join(folder.path, 'traditional.txt'), '# 木作\n\n這座木橋全靠榫卯連接，徒弟學了三年。\n\n'.repeat(9));
  train('traditional.txt', '--out', 'own.ngrams');
  expect(bytesOf('own.ngrams').toString('latin1')).toContain('\\u8fde');
  expect(bytesOf('own.ngrams').toString('latin1')).not.toContain('\\u9023');
});

describe('nothing is written', () => {
  test.each([
    ['without --out', ['archive'], 'galley train needs --out FILE.'],
    [
      'over another file',
      ['archive', '--out', 'settings.json'],
      'settings.json already exists and is not a language model. Use --force to overwrite it.',
    ],
    [
      'over an issue, though it is asked for',
      ['issue.txt', '--out', 'issue.txt'],
      'issue.txt is one of the input files. Use --force to overwrite it.',
    ],
    ['without text', ['empty.txt', '--out', 'own.ngrams'], 'These issues contain no text to count.'],
  ])('%s', (_, args, cause) => {
    writeFileSync(join(folder.path, 'empty.txt'), '');
    const { errors, code } = train(...args);
    expect(errors).toBe(`galley: ${cause}\n`);
    expect(code).toBe(2);
    expect(existsSync(join(folder.path, 'own.ngrams'))).toBe(false);
    expect(bytesOf('issue.txt').toString()).toBe(ISSUE);
  });

  test('of an issue that cannot be read; the others are counted', () => {
    const { output, errors, code } = train('archive/1.txt', 'gone.txt', '--out', 'own.ngrams');
    expect(output).toBe('own.ngrams: 1 issues, 4692 characters.\n');
    expect(errors).toBe('galley: gone.txt: No such file or folder.\n');
    expect(code).toBe(2);
    expect(readdirSync(folder.path).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('a model is overwritten, and any file with --force', () => {
    expect(train('archive', '--out', 'own.ngrams').code).toBe(0);
    expect(train('archive', '--out', 'own.ngrams').code).toBe(0);
    expect(train('archive', '--out', 'settings.json', '--force').code).toBe(0);
  });
});

describe('an unusable file is reported in one line, and the bundled model is used', () => {
  test.each([
    ['none', undefined, 'No such file or folder.'],
    ['another file', Buffer.from('text'), 'The file is damaged or was not written by galley train.'],
    ['half a file', 'half', 'The file is damaged or was not written by galley train.'],
  ])('%s', (_, content, cause) => {
    train('archive', '--out', 'own.ngrams');
    const file = join(folder.path, 'own.ngrams');
    const bytes = content === 'half' ? bytesOf('own.ngrams').subarray(0, 2000) : content;
    if (bytes === undefined)
      writeFileSync(join(folder.path, 'settings.json'), '{"context": {"languageModel": "none"}}');
    else writeFileSync(file, bytes);
    const { output, errors } = check();
    const path = bytes === undefined ? join(folder.path, 'none') : file;
    expect(errors).toBe(`galley: The language model ${path} is not used: ${cause}\n`);
    expect(output).toContain('“建设” is common');
    expect(output).not.toContain(FOUND);
  });
});

test('settings that come with an archive can name a file beside them, and none on another computer', () => {
  train('archive', '--out', 'own.ngrams');
  mkdirSync(join(folder.path, '.galley'));
  const settings = join(folder.path, '.galley/settings.json');
  writeFileSync(settings, '{"context": {"languageModel": "own.ngrams"}}');
  expect(folder.galley(['check', 'issue.txt']).output).toContain(FOUND);
  writeFileSync(settings, '{"context": {"languageModel": "//host/share/own.ngrams"}}');
  expect(folder.galley(['check', 'issue.txt']).errors).toContain(
    'is on another computer, so workspace settings cannot refer to it.',
  );
});
