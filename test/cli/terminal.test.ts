import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { targetOf } from '../../server/src/annotations/model';
import { EXPORT_FORMATS } from '../../server/src/export/formats/index';
import { folderWith, GALLEY } from '../support/commandLine';
import { ALL, UNSAFE } from '../support/escapes';

const PAGE = `# 会议${ALL}召开

本报讯（记者 沈知${ALL}远）昨日,市委书记林${ALL}一舟听取${ALL}工作情况 and 下一步安排${ALL}%0A::error::injected。

“云川的${ALL}山“绿，《规${ALL}定》出台。
::error::page
`;
const NAME = `::error file=x::名\n::error::二${ALL.replaceAll('/', '')}%0A.txt`;
const DICTIONARY = `type\tname\t${ALL}\nwrong${ALL.replaceAll('\r', '')}\t林${ALL.replaceAll('\r', '')}\nperson\t\n`;
const SETTINGS = JSON.stringify({
  rules: { [`none${ALL}\n::error::key`]: 'off' },
  options: { 'unpunctuated-run': { [`x${ALL}`]: 1 } },
});

const folder = folderWith({
  [NAME]: PAGE,
  [NAME.replace('.txt', '.galley.json')]: JSON.stringify({
    version: 1,
    dismissed: [{ [ALL]: 1 }],
    issue: { date: ALL },
    annotations: ['甲', ALL].map((layer, at) => ({
      id: ALL + layer,
      label: ALL,
      layer,
      by: ALL,
      attributes: { [ALL]: ALL },
      target: targetOf(PAGE, { start: 0, end: 5 + ALL.length * at }),
    })),
  }),
  '.galley/dictionary.tsv': DICTIONARY,
  'settings.json': SETTINGS,
  'torn.json': `{"${ALL}`,
});
afterAll(folder.remove);

function expectSafe(text: string): void {
  expect(UNSAFE.exec(text)?.[0]).toBeUndefined();
}

function expectNoInjection(text: string): void {
  const commands = text.split('\n').filter((line) => line.trimStart().startsWith('::'));
  expect(commands.filter((line) => !/^::(?:error|warning|notice) file=%3A%3Aerror file=x/.test(line))).toEqual([]);
}

/** Formats whose lines may begin with words of the issue. */
const RAW_LINES = /^csv-|^(?:text|markdown|html|tei)$/;

describe.each([
  ['check'],
  ['check', '--format', 'json'],
  ['check', '--format', 'sarif'],
  ['check', '--format', 'github'],
  ['check', '--lines'],
  ['entities'],
  ['entities', '--format', 'json'],
  // What is no text is never written to one: see parquet.test.ts.
  ...EXPORT_FORMATS.filter(({ encoder }) => !encoder).map(({ id }) => ['export', '--format', id]),
  ['rules'],
  ['check', '--language', 'zh-cn'],
  ['check', '--format', 'github', '--language', 'zh-cn'],
  ['entities', '--language', 'zh-cn'],
  ['export', '--format', 'html', '--language', 'zh-cn'],
])('galley %s %s %s %s %s', (...args) => {
  test('is safe for a terminal', () => {
    const run = folder.galley([...args, ...(args[0] === 'rules' ? [] : [NAME])]);
    // impresso refuses an issue without a date.
    if (!args.some((arg) => arg.startsWith('impresso'))) expect(run.output).not.toBe('');
    // Columns are separated by tabs, and lines of CSV end in \r\n.
    const hasColumns = args.includes('conll') || args.includes('brat');
    expectSafe(hasColumns ? run.output.replaceAll('\t', '') : run.output.replaceAll('\r\n', '\n'));
    expectSafe(run.errors);
    // What is written for people and tables has lines and names of the issue as they are.
    if (!args.some((arg) => RAW_LINES.test(arg))) expectNoInjection(run.output);
    expectNoInjection(run.errors);
  });
});

test.each(['pretty', 'json'])('what people disagree on is safe as %s', (format) => {
  const labels = ['甲', ALL].map((layer, at) => ({
    id: layer,
    label: ALL + layer,
    layer,
    target: targetOf(PAGE, { start: 0, end: 5 + ALL.length * at }),
  }));
  const page = folderWith({
    'page.txt': PAGE,
    'page.galley.json': JSON.stringify({ version: 1, annotations: labels }),
  });
  const run = page.galley(['agree', '--format', format, 'page.txt']);
  page.remove();
  expect(run.code).toBe(0);
  expectSafe(run.output + run.errors);
});

test('a message of GitHub has no escape that the workflow would turn into a line end', () => {
  const { output } = folder.galley(['check', '--format', 'github', NAME]);
  expect(output).not.toMatch(/%0[AD]/i);
  expect(output).toContain('%250A');
});

test.each([
  ['check', '--settings', 'settings.json', NAME],
  ['check', '--settings', 'torn.json', NAME],
  ['check', '--settings', `missing${ALL}\n::error::x`, NAME],
  ['check', '--rule', `none${ALL}\n::error::x`, NAME],
  ['check', '--format', `none${ALL}`, NAME],
  ['check', `--none${ALL}\n::error::x`, NAME],
  [`none${ALL}\n::error::x`],
  ['check', `missing${ALL}\n::error::x`],
  ['export', '--out', NAME, NAME],
  ['fix', '--write', '--rule', 'half-width-punctuation', NAME],
])('messages of galley %j are safe, one line each', (...args) => {
  const run = folder.galley(args);
  expectSafe(run.errors);
  expectSafe(run.output);
  expectNoInjection(run.errors);
  expectNoInjection(run.output);
  expect(run.errors.split('\n').filter((line) => line !== '' && !line.startsWith('galley: '))).toEqual([]);
});

describe('the repaired text', () => {
  test.each([['fix'], ['fix', '--diff']])('%s %s is as it is in a file or a pipe', (...args) => {
    const { output } = folder.galley([...args.filter(Boolean), '--rule', 'half-width-punctuation', '-'], {
      input: PAGE,
    });
    expect(output).toContain('\u001b[31m');
  });

  test('the name in a diff cannot begin another change', () => {
    const { output } = folder.galley(['fix', '--diff', NAME]);
    expect(output.split('\n').filter((line) => line.startsWith('::'))).toEqual([]);
  });

  test.skipIf(!existsSync('/usr/bin/script')).each([['fix'], ['fix --diff']])('%s is safe on a terminal', (args) => {
    const page = folderWith({ 'page.txt': PAGE });
    const { stdout } = spawnSync(
      'script',
      ['-qec', `'${process.execPath}' '${GALLEY}' ${args} --rule half-width-punctuation page.txt`, '/dev/null'],
      { cwd: page.path, encoding: 'utf8' },
    );
    page.remove();
    expect(stdout).toContain('␛[31m');
    expectSafe(stdout.replaceAll('\r\n', '\n'));
  });
});
