import { afterAll, expect, test } from 'vitest';
import { folderWith } from '../support/commandLine';

const ISSUE = '# 春耕开始\n\n会议指出，今年入春以来，墒情较好。\n';

const folder = folderWith({
  'archive/.galley/dictionary.tsv': 'type\tname\nriver\t云江\nword\t甚好\n',
  'archive/1998/page.txt': ISSUE,
  'plain/page.txt': ISSUE,
  'plain/own.json': '{ "dictionaries": { "user": "own.tsv" } }',
  'plain/none.json': '{ "dictionaries": { "user": "none.tsv" } }',
  'untrusted/.galley/settings.json': '{ "dictionaries": { "user": "//host/share/own.tsv" } }',
  'untrusted/page.txt': ISSUE,
  'wide/.galley/settings.json': Buffer.from('\uFEFF{}', 'utf16le'),
  'wide/page.txt': ISSUE,
  'plain/own.tsv': Buffer.from([...Buffer.from('type\tname\nword\t'), 0xff, 0xfe, 0xfd, 0x0a]),
});
afterAll(folder.remove);

test.each([
  { what: 'above the folder of the run', args: ['check', 'page.txt'], within: 'archive/1998' },
  { what: 'above the input', args: ['check', '../archive/1998/page.txt'], within: 'plain' },
])('the errors of a dictionary $what are reported in one line each, and the run continues', ({ args, within }) => {
  const { code, errors } = folder.galley(args, { within });
  expect(code).toBe(0);
  expect(errors).toMatch(/^galley: \S+dictionary\.tsv:2:1: “river” is not a valid type. Use one of: .*\n$/);
});

test('a dictionary that the settings name is read, as far as it can be', () => {
  const { code, errors } = folder.galley(['check', '--settings', 'own.json', 'page.txt'], { within: 'plain' });
  expect(code).toBe(0);
  expect(errors).toMatch(/^galley: \S+own\.tsv:2:6: This is not UTF-8: a character cannot be read\.\n$/);
});

test('a missing dictionary is reported', () => {
  const { code, errors } = folder.galley(['check', '--settings', 'none.json', 'page.txt'], { within: 'plain' });
  expect(code).toBe(0);
  expect(errors).toMatch(/^galley: There is no dictionary \S+none\.tsv\.\n$/);
});

test('settings that come with an archive cannot name a dictionary on another computer', () => {
  const { code, errors } = folder.galley(['check', 'page.txt'], { within: 'untrusted' });
  expect(code).toBe(2);
  expect(errors).toMatch(
    /^galley: \S+settings\.json: The file \/\/host\/share\/own\.tsv is on another computer, so workspace settings cannot refer to it\.\n$/,
  );
});

test('settings that are not UTF-8 are not read in part', () => {
  const { code, errors } = folder.galley(['check', 'page.txt'], { within: 'wide' });
  expect(code).toBe(2);
  expect(errors).toMatch(/^galley: \S+settings\.json: It is not valid UTF-8\.\n$/);
});
