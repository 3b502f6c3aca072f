import { afterEach, expect, test } from 'vitest';
import { folderWith, type Folder } from '../support/commandLine';

const PAGE = `# 云川市召开河道整治推进会

本报讯(记者 沈知远)市委书记林一舟出席会议。林一舟强调,要抓紧。
`;

let folder: Folder | undefined;
afterEach(() => folder?.remove());

interface Listed {
  readonly path: string;
  readonly entities: readonly {
    type: string;
    text: string;
    start: number;
    end: number;
    name: string;
    office?: string;
  }[];
}

function entitiesOf(args: readonly string[], files: Readonly<Record<string, string>>): readonly Listed[] {
  folder = folderWith(files);
  const { code, output, errors } = folder.galley(['entities', '--format', 'json', ...args]);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  const { version, files: listed } = JSON.parse(output) as { version: number; files: Listed[] };
  expect(version).toBe(1);
  return listed;
}

test('every mention has its type, words and position, and a person the office on the page', () => {
  const [listed] = entitiesOf(['page.txt'], { 'page.txt': PAGE });
  expect(listed?.path).toBe('page.txt');
  const people = listed?.entities.filter(({ type }) => type === 'person') ?? [];
  expect(people).toMatchObject([
    { text: '沈知远', name: '沈知远' },
    { text: '林一舟', office: '市委书记' },
    { text: '林一舟', office: '市委书记' },
  ]);
  for (const { text, start, end } of listed?.entities ?? []) expect(PAGE.slice(start, end)).toBe(text);
});

test('with --lines each line is read by itself, and ranges count from the start of the file', () => {
  const lines = '市长沈知远出席。\n\n县委书记林一舟主持会议。\n';
  const [listed] = entitiesOf(['--lines', 'lines.txt'], { 'lines.txt': lines });
  const people = listed?.entities
    .filter(({ type }) => type === 'person')
    .map(({ start, end }) => lines.slice(start, end));
  expect(people).toEqual(['沈知远', '林一舟']);
});

test('the list for people counts each name, by type', () => {
  folder = folderWith({ 'page.txt': PAGE });
  const { code, output } = folder.galley(['entities', 'page.txt']);
  expect(code).toBe(0);
  expect(output).toMatch(/Person +2× +3:\d+ +林一舟 +市委书记/);
});

test('an unreadable file is reported, and the others are listed', () => {
  folder = folderWith({ 'page.txt': PAGE });
  const { code, output, errors } = folder.galley(['entities', '--format', 'json', 'missing.txt', 'page.txt']);
  expect(code).toBe(2);
  expect(errors).toContain('missing.txt');
  expect((JSON.parse(output) as { files: unknown[] }).files).toHaveLength(1);
});
