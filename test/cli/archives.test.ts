import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { tarOf, zipOf, type TestEntry } from '../support/archives';
import { folderWith, type Folder } from '../support/commandLine';

const PAGE = '# 会议召开\n\n本报讯 昨日,会议在云川召开。\n';
const ENTRIES: readonly TestEntry[] = [
  { name: './1998/云川日报-1998-05-01.txt', content: PAGE },
  { name: './1998/甲-1998-05-02.galley.json', content: '{"version":1,"issue":{"title":"甲报"}}' },
  { name: './1998/甲-1998-05-02.txt', content: PAGE },
  { name: './1998/乙-1998-05-03.txt', content: PAGE },
  { name: './1998/乙-1998-05-03.galley.json', content: '{"version":1,"issue":{"title":"乙报"}}' },
  { name: './readme.md', content: 'no issue' },
  { name: './.hidden/a.txt', content: PAGE },
  { name: './__MACOSX/1998/a.txt', content: PAGE },
];
const NDJSON = [
  { id: '1998/云川日报-1998-05-01', text: PAGE, more: [1] },
  { id: '1998/甲', text: PAGE, date: '1998-05-02', newspaper: '甲报' },
  { id: '1998/乙', text: PAGE, date: '1998-05-03', newspaper: '乙报' },
]
  .map((line) => `${JSON.stringify(line)}\r\n\n`)
  .join('');

const made: Folder[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) folder.remove();
});

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const folder = folderWith(files);
  made.push(folder);
  return folder;
}

/** The path, newspaper and date of each issue that is exported, with the code and messages. */
function read(folder: Folder, args: readonly string[], input = ''): unknown {
  const { output, code, errors } = folder.galley(['export', '--format', 'ndjson', ...args], { input });
  const issues = output.split('\n').flatMap((line) => {
    if (line === '') return [];
    const { issue } = JSON.parse(line) as {
      issue: { source: { path: string }; title: string; date: { value: string } };
    };
    return `${issue.source.path} ${issue.title} ${issue.date.value}`;
  });
  return { issues, code, errors };
}

describe('archives', () => {
  test.each([
    ['a.zip', () => zipOf(ENTRIES)],
    ['a.tar', () => tarOf(ENTRIES)],
    ['a.tar.gz', async () => gzipSync(await tarOf(ENTRIES))],
    ['A.TGZ', async () => gzipSync(await tarOf(ENTRIES))],
  ])('%s is read with its sidecars', async (name, make) => {
    const folder = folderOf({ [name]: await make() });
    expect(read(folder, [name])).toEqual({
      issues: [
        `${name}/1998/云川日报-1998-05-01.txt 云川日报 1998-05-01`,
        `${name}/1998/甲-1998-05-02.txt 甲报 1998-05-02`,
        `${name}/1998/乙-1998-05-03.txt 乙报 1998-05-03`,
      ],
      code: 0,
      errors: '',
    });
  });

  test.each([
    ['a file', 'a.jsonl', ['a.jsonl'], 'a.jsonl/'],
    ['standard input', 'unused.txt', ['--stdin-format', 'ndjson', '-'], ''],
  ])('NDJSON is read from %s', (_, name, args, prefix) => {
    const folder = folderOf({ [name]: NDJSON });
    expect(read(folder, args, NDJSON)).toEqual({
      issues: [
        `${prefix}1998/云川日报-1998-05-01 云川日报 1998-05-01`,
        `${prefix}1998/甲 甲报 1998-05-02`,
        `${prefix}1998/乙 乙报 1998-05-03`,
      ],
      code: 0,
      errors: '',
    });
  });

  test('a pattern finds archives, and a folder only its .txt files', () => {
    const folder = folderOf({ 'in/a.zip': zipOf(ENTRIES.slice(0, 1)), 'in/甲-1998-05-02.txt': PAGE });
    const page = 'in/甲-1998-05-02.txt';
    expect(read(folder, ['in'])).toMatchObject({ issues: [expect.stringContaining(page)] });
    expect(read(folder, ['in/*'])).toMatchObject({
      issues: [expect.stringContaining('in/a.zip/1998/'), expect.stringContaining(page)],
    });
  });

  test('exports are written to a folder of the name of the archive', () => {
    const folder = folderOf({ 'a.zip': zipOf(ENTRIES), 'b.jsonl': NDJSON, 'c.txt': PAGE });
    const { code, errors } = folder.galley(['export', '--out', 'out', 'a.zip', 'b.jsonl', 'c.txt']);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(filesBelow(join(folder.path, 'out'))).toEqual([
      'a.zip/1998/乙-1998-05-03.json',
      'a.zip/1998/云川日报-1998-05-01.json',
      'a.zip/1998/甲-1998-05-02.json',
      'b.jsonl/1998/乙.json',
      'b.jsonl/1998/云川日报-1998-05-01.json',
      'b.jsonl/1998/甲.json',
      'c.json',
    ]);
  });

  test('every command reads them', () => {
    const folder = folderOf({ 'a.zip': zipOf(ENTRIES.slice(0, 1)) });
    const path = 'a.zip/1998/云川日报-1998-05-01.txt';
    expect(folder.galley(['check', 'a.zip']).output).toContain(path);
    expect(folder.galley(['check', '--format', 'sarif', 'a.zip']).output).toContain(encodeURI(path));
    expect(folder.galley(['entities', 'a.zip']).output).toContain(path);
    expect(folder.galley(['fix', '--diff', 'a.zip']).output).toContain('a.zip/1998/');
    expect(folder.galley(['fix', 'a.zip']).output).toBe(PAGE.replace(',', '，'));
    expect(folder.galley(['report', 'a.zip']).output).toContain(path);
  });

  test('nothing is written into them', () => {
    const folder = folderOf({ 'a.zip': zipOf(ENTRIES), 'b.jsonl': NDJSON, 'c.txt': PAGE });
    const before = readFileSync(join(folder.path, 'a.zip'));
    const { code, errors } = folder.galley(['fix', '--write', 'a.zip', 'b.jsonl', 'c.txt']);
    const line = 'Galley does not modify archives. Extract it first.\n';
    expect({ code, errors }).toEqual({ code: 2, errors: `galley: a.zip: ${line}galley: b.jsonl: ${line}` });
    expect(readFileSync(join(folder.path, 'a.zip'))).toEqual(before);
    expect(readFileSync(join(folder.path, 'c.txt'), 'utf8')).toBe(PAGE.replace(',', '，'));
  });

  test('names in GB18030, as Chinese Windows writes them, are read', () => {
    // 云川日报-1998-05-01.txt
    const name = Buffer.concat([Buffer.from('d4c6b4a8c8d5b1a8', 'hex'), Buffer.from('-1998-05-01.txt')]);
    const folder = folderOf({ 'a.zip': zipOf([{ name, content: PAGE }]) });
    expect(read(folder, ['a.zip'])).toMatchObject({
      issues: ['a.zip/云川日报-1998-05-01.txt 云川日报 1998-05-01'],
    });
  });
});

const GOOD: TestEntry = { name: '甲-1998-05-02.txt', content: PAGE };
const OUT = 'Its path points outside the archive.';

describe('an error in an archive gives one line, and the rest is read', () => {
  test('entries of a ZIP', () => {
    const wrong: readonly (readonly [TestEntry, string])[] = [
      [{ name: '../../above.txt', content: PAGE }, `../../above.txt: ${OUT}`],
      [{ name: 'a/../../b.txt', content: PAGE }, `a/../../b.txt: ${OUT}`],
      [{ name: '..\\b.txt', content: PAGE }, `..\\b.txt: ${OUT}`],
      [{ name: '/tmp/b.txt', content: PAGE }, `/tmp/b.txt: ${OUT}`],
      [{ name: 'C:\\b.txt', content: PAGE }, `C:\\b.txt: ${OUT}`],
      [{ name: 'a\nb.txt', content: PAGE }, 'a⏎b.txt: Its name has a line end or another control character.'],
      [{ name: 'a\0b.txt', content: PAGE }, 'a␀b.txt: Its name has a line end or another control character.'],
      [{ name: 'a//b.txt', content: PAGE }, 'a//b.txt: Its name is not a valid file path.'],
      [{ name: 'secret.txt', content: PAGE, isEncrypted: true }, 'secret.txt: It is encrypted.'],
      [
        { name: 'link.txt', content: '/etc/passwd', isLink: true },
        'link.txt: It is a link; links in archives are not read.',
      ],
      [
        { name: 'method.txt', content: PAGE, method: 14 },
        'method.txt: It is compressed by method 14, which Galley cannot unpack.',
      ],
      [
        { name: 'checksum.txt', content: PAGE, crc: 1 },
        'checksum.txt: It is damaged: its checksum or its length is wrong.',
      ],
      [
        { name: 'bomb.txt', content: 'a'.repeat(2 << 20) },
        'bomb.txt: It expands to more than 200 times its size, which no text does.',
      ],
      [{ name: 'binary.txt', content: '\0\x01' }, 'binary.txt: Not a text file: it contains NUL bytes.'],
      [GOOD, `${String(GOOD.name)}: The archive has several entries with this name; only the first was read.`],
    ];
    const later: TestEntry = { name: '丙-1998-05-03.txt', content: PAGE };
    const folder = folderOf({ 'in/a.zip': zipOf([GOOD, ...wrong.map(([entry]) => entry), later]) });
    const { code, errors } = folder.galley(['export', '--out', 'out', 'in/a.zip']);
    expect(errors.split('\n').slice(0, wrong.length)).toEqual(wrong.map(([, line]) => `galley: in/a.zip/${line}`));
    expect(code).toBe(2);
    expect(filesBelow(folder.path)).toEqual([
      'in/a.zip',
      'out/a.zip/丙-1998-05-03.json',
      'out/a.zip/甲-1998-05-02.json',
    ]);
  });

  test('lines of NDJSON', () => {
    const wrong = [
      ['{"id":"../../above","text":"甲"}', `/../../above: ${OUT}`],
      ['{"id":"a\\u0000","text":"甲"}', '/a␀: Its name has a line end or another control character.'],
      ['{"id":"","text":"甲"}', '/: Its name is not a valid file path.'],
      ['{"id":"b"}', '/b: Line 5: “text” is missing.'],
      ['{"id":5,"text":"甲"}', ': Line 6: “id” must be a string.'],
      ['{"id":"c","text":"\\ud800"}', '/c: Line 7: “text” has an unpaired surrogate or a NUL.'],
      ['{"id":"d","text":"甲","date":"5.1"}', '/d: Line 8: “date” must be a date such as 2021-07-22.'],
      ['[]', ': Line 9: It is not a JSON object.'],
      [
        '{"id":"1998/云川日报-1998-05-01","text":"甲"}',
        '/1998/云川日报-1998-05-01: The archive has several entries with this name; only the first was read.',
      ],
    ] as const;
    const [first = '', ...others] = NDJSON.split('\r\n\n');
    const folder = folderOf({ 'a.ndjson': [first, ...wrong.map(([line]) => line), ...others].join('\n') });
    const { code, errors } = folder.galley(['export', '--out', 'out', 'a.ndjson']);
    expect(errors.split('\n').slice(0, wrong.length)).toEqual(wrong.map(([, line]) => `galley: a.ndjson${line}`));
    expect(code).toBe(2);
    expect(filesBelow(join(folder.path, 'out'))).toEqual([
      'a.ndjson/1998/乙.json',
      'a.ndjson/1998/云川日报-1998-05-01.json',
      'a.ndjson/1998/甲.json',
    ]);
  });

  test('a line that is not JSON, or too long', () => {
    const long = `{"id":"b","text":"${'a'.repeat(64 << 20)}"}`;
    const folder = folderOf({ 'a.ndjson': `nonsense\n${long}\n${NDJSON}` });
    const { code, errors, output } = folder.galley(['check', '--format', 'json', 'a.ndjson']);
    expect(errors).toMatch(
      /^galley: a\.ndjson: Line 1: It is not JSON: .*\ngalley: a\.ndjson: Line 2: It is larger than 64 MiB\.\n$/,
    );
    expect(code).toBe(2);
    expect((JSON.parse(output) as { files: unknown[] }).files).toHaveLength(3);
  });

  test('links and files of other kinds in a tar', async () => {
    const entries = [
      GOOD,
      { name: 'b.txt', content: '/etc/passwd', isLink: true },
      { name: '../c.txt', content: PAGE },
    ];
    const folder = folderOf({ 'a.tar': await tarOf(entries) });
    expect(read(folder, ['a.tar'])).toMatchObject({
      issues: [expect.any(String)],
      code: 2,
      errors: `galley: a.tar/b.txt: It is a link; links in archives are not read.\ngalley: a.tar/../c.txt: ${OUT}\n`,
    });
  });

  test('a gzip bomb', async () => {
    const bomb = gzipSync(await tarOf([{ name: 'a.txt', content: Buffer.alloc(40 << 20, 'a') }]));
    const folder = folderOf({ 'a.tgz': bomb });
    expect(read(folder, ['a.tgz'])).toEqual({
      issues: [],
      code: 2,
      errors: 'galley: a.tgz: It expands to more than 200 times its size, which no text does.\n',
    });
  });

  test('entries that share their bytes, each with a harmless compression ratio', () => {
    const content = '会议召开'.repeat(20_000);
    const archive = zipOf(
      Array.from({ length: 200 }, (_, at) => ({ name: `${at}.txt`, content: at === 0 ? content : '' })),
    );
    // Every entry of the directory becomes one of the first.
    const start = archive.indexOf('PK\x01\x02');
    for (let at = start; at >= 0; at = archive.indexOf('PK\x01\x02', at + 1)) {
      archive.copy(archive, at + 4, start + 4, start + 28);
      archive.writeUInt32LE(0, at + 42);
    }
    const folder = folderOf({ 'a.zip': archive });
    const { code, errors } = folder.galley(['check', '--rule', 'code-fence', 'a.zip']);
    expect(code).toBe(2);
    expect(errors).toContain('galley: a.zip: It expands to more than 200 times its size, which no text does.\n');
  });

  test('truncated and damaged archives', async () => {
    const entries = Array.from({ length: 15 }, (_, at) => ({ name: `${at}-1998-05-02.txt`, content: PAGE.repeat(20) }));
    const tarball = await tarOf(entries);
    const archive = zipOf(entries);
    const damaged = Buffer.from(archive);
    damaged.fill(0xff, 60, 80);
    const folder = folderOf({
      'cut.tar': tarball.subarray(0, 30_000),
      'endless.tar': tarball.subarray(0, -1024),
      'cut.tgz': gzipSync(tarball).subarray(0, -100),
      'cut.zip': archive.subarray(0, 600),
      'damaged.zip': damaged,
      'text.zip': PAGE,
      'empty.zip': zipOf([]),
      'empty.jsonl': '\n',
    });
    const names = readdirSync(folder.path).sort();
    const { code, errors } = folder.galley(['check', '--jobs', '1', '--rule', 'code-fence', ...names]);
    expect(code).toBe(2);
    const lines = errors.split('\n').slice(0, names.length);
    expect(lines.map((line) => line.replace(/:[^:]*$/, ''))).toEqual([
      'galley: cut.tar: It is damaged or truncated',
      'galley: cut.tgz: It is damaged or truncated',
      'galley: cut.zip: It is damaged or truncated',
      'galley: damaged.zip/0-1998-05-02.txt: It is damaged or truncated',
      'galley: empty.jsonl',
      'galley: empty.zip',
      'galley: endless.tar',
      'galley: text.zip: It is damaged or truncated',
    ]);
    expect(errors).toContain(`Problems: ${names.length}.`);
    expect(folder.galley(['check', '--format', 'json', 'cut.tar']).output).toContain('"path":"cut.tar/5-1998');
  });
});

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
