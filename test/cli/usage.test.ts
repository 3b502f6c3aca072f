import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import packageJson from '../../package.json';
import { COMMANDS } from '../../server/src/cli/commands/index';
import { RULES } from '../../server/src/lint/rules/index';
import { folderWith, GALLEY } from '../support/commandLine';
import { DAMAGED_PAGE } from '../support/issues';

const folder = folderWith({
  'page.txt': DAMAGED_PAGE,
  'zero.txt': 'a\0b',
  'locked.txt': DAMAGED_PAGE,
  'notes/readme.md': 'no issue',
  'broken.txt': DAMAGED_PAGE,
  'broken.galley.json': '{ "version": 1,',
  'off.json': '{ "rules": { "stray-latin-word": { "severity": "off" } } }',
  'flat.json': '{ "rules": { "stray-latin-word": "off" } }',
  'typed.json': '{ "rules": { "stray-latin-word": 3, "no-such-rule": "off" } }',
  'list.json': '[]',
  'torn.json': '{ "rules": ',
  'inherits/.galley/settings.json': '{ "rules": { "stray-latin-word": "off" } }',
  'inherits/deep/page.txt': DAMAGED_PAGE,
});
chmodSync(join(folder.path, 'locked.txt'), 0);
afterAll(folder.remove);

const isRoot = process.getuid?.() === 0;

test.each([
  { args: [], cause: 'No command given' },
  { args: ['chekc'], cause: 'Unknown command chekc' },
  { args: ['check'], cause: 'needs a file' },
  { args: ['check', '--colour', 'page.txt'], cause: 'Unknown option --colour' },
  { args: ['check', '--format', 'xml', 'page.txt'], cause: '--format cannot be xml' },
  { args: ['check', '--format'], cause: '--format requires a value' },
  { args: ['check', '--lines=yes', 'page.txt'], cause: '--lines does not take a value' },
  { args: ['check', '--min-severity', 'loud', 'page.txt'], cause: '--min-severity cannot be loud' },
  { args: ['check', '--rule', 'no-such-rule', 'page.txt'], cause: 'Unknown rule no-such-rule' },
  { args: ['check', 'missing.txt'], cause: 'missing.txt: No such file' },
  { args: ['check', 'zero.txt'], cause: 'zero.txt: Not a text file' },
  { args: ['check', 'notes'], cause: 'notes: There are no .txt files' },
  { args: ['check', 'notes/*.txt'], cause: 'notes/*.txt: No file matches' },
  { args: ['check', 'page.txt/inside.txt'], cause: 'page.txt/inside.txt: ' },
  { args: ['check', '--settings', 'missing.json', 'page.txt'], cause: 'missing.json: No such file' },
  { args: ['check', '--settings', 'torn.json', 'page.txt'], cause: 'torn.json: It is not JSON' },
  { args: ['check', '--settings', 'list.json', 'page.txt'], cause: 'list.json: ' },
  { args: ['fix', '--write', '--diff', 'page.txt'], cause: 'either --write or --diff' },
  { args: ['fix', '--write', '-'], cause: '-: Cannot write to standard input' },
  { args: ['export', '--format', 'docx', 'page.txt'], cause: '--format cannot be docx' },
  { args: ['export', '--offsets', 'bytes', 'page.txt'], cause: '--offsets cannot be bytes' },
  { args: ['export', '--out', 'page.txt', 'page.txt'], cause: 'page.txt: ' },
  { args: ['rules', 'page.txt'], cause: 'does not accept page.txt' },
  { args: ['lsp'], cause: 'needs --stdio' },
])('galley $args says why it cannot, in one line', ({ args, cause }) => {
  const { code, errors } = folder.galley(args);
  expect(code).toBe(2);
  expect(errors).toMatch(/^galley: .*\n$/);
  expect(errors).toContain(cause);
});

test('every error of a settings file has its line', () => {
  const { code, errors } = folder.galley(['check', '--settings', 'typed.json', 'page.txt']);
  expect(code).toBe(2);
  expect(errors.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^galley: typed\.json: .*stray-latin-word/),
    expect.stringMatching(/^galley: typed\.json: .*no-such-rule/),
  ]);
});

test('an unreadable item does not block the others', () => {
  const { code, output, errors } = folder.galley(['check', 'missing.txt', 'zero.txt', 'page.txt']);
  expect(code).toBe(2);
  expect(errors.match(/^galley: /gm)).toHaveLength(2);
  expect(output).toContain('page.txt\n');
});

test.skipIf(isRoot)('a file without read permission is named', () => {
  expect(folder.galley(['check', 'locked.txt'])).toMatchObject({
    code: 2,
    errors: 'galley: locked.txt: Permission denied.\n',
  });
});

test('an invalid sidecar is reported, and its issue is still checked', () => {
  const { code, output, errors } = folder.galley(['check', 'broken.txt']);
  expect(code).toBe(2);
  expect(errors).toMatch(/^galley: broken\.galley\.json: .*\n$/);
  expect(output).toContain('stray-latin-word');
});

test.each([
  { name: 'a file named', args: ['--settings', 'off.json', 'page.txt'] },
  { name: 'the short form', args: ['--settings', 'flat.json', 'page.txt'] },
])('settings are read from $name', ({ args }) => {
  expect(folder.galley(['check', ...args]).output).not.toContain('stray-latin-word');
});

test('settings are found in the nearest folder above', () => {
  const { output } = folder.galley(['check', 'page.txt'], { within: 'inherits/deep' });
  expect(output).toContain('half-width-punctuation');
  expect(output).not.toContain('stray-latin-word');
});

test.each([
  { environment: { LC_ALL: 'zh_CN.UTF-8' }, args: [], chinese: true },
  { environment: { LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8' }, args: [], chinese: true },
  { environment: { LC_ALL: 'en_GB.UTF-8', LANG: 'zh_CN.UTF-8' }, args: [], chinese: false },
  { environment: { LC_ALL: 'en_GB.UTF-8' }, args: ['--language', 'zh-cn'], chinese: true },
  { environment: { LC_ALL: 'zh_CN.UTF-8' }, args: ['--language=en'], chinese: false },
])('messages with $environment and $args are Chinese: $chinese', ({ environment, args, chinese }) => {
  const { errors } = folder.galley([...args, 'check', 'missing.txt'], { environment });
  expect(errors).toBe(`galley: missing.txt: ${chinese ? '没有这个文件或文件夹。' : 'No such file or folder.'}\n`);
});

test('--version names the version of the package', () => {
  expect(folder.galley(['--version'])).toEqual({ code: 0, output: `galley ${packageJson.version}\n`, errors: '' });
});

test('--help names every command, and the help of each its options', () => {
  const { code, output } = folder.galley(['--help']);
  expect(code).toBe(0);
  for (const { name, options } of COMMANDS) {
    expect(output).toContain(`  ${name}`);
    const help = folder.galley([name, '--help']).output;
    for (const option of Object.keys(options)) expect(help).toContain(`--${option}`);
  }
});

test('rules lists every rule, as text and as JSON', () => {
  const ids = RULES.map(({ meta }) => meta.id);
  const lines = folder.galley(['rules']).output.trimEnd().split('\n');
  expect(lines.map((line) => line.split(' ')[0])).toEqual(ids);
  const { rules } = JSON.parse(folder.galley(['rules', '--format', 'json']).output) as { rules: { id: string }[] };
  expect(rules.map(({ id }) => id)).toEqual(ids);
});

test('a reader who has seen enough ends the run with one line', async () => {
  const long = folderWith({ 'long.txt': DAMAGED_PAGE.repeat(3000) });
  const run = spawn(process.execPath, [GALLEY, 'check', 'long.txt'], { cwd: long.path });
  let errors = '';
  run.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  run.stdout.once('data', () => run.stdout.destroy());
  await once(run, 'close');
  expect(errors).toBe('galley: Could not write the output: The reader closed the pipe.\n');
  expect(run.exitCode).toBe(2);
  long.remove();
});

test('a line of five million characters and a text of many lines are read', () => {
  const sentence = '会议听取了工作情况，要求抓好落实。';
  const large = folderWith({ 'line.txt': sentence.repeat(300_000), 'lines.txt': `${sentence}\n\n`.repeat(100_000) });
  expect(large.galley(['check', '--format', 'json', 'line.txt', 'lines.txt'])).toMatchObject({ errors: '' });
  large.remove();
});
