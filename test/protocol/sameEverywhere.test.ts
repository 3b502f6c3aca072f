import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DiagnosticSeverity, type Diagnostic as Published } from 'vscode-languageserver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linesOf } from '../../server/src/core/lines';
import type { IssueExport } from '../../server/src/export/schema';
import type { Named } from '../../server/src/index/queries/named';
import type { IssueMentionsOf } from '../../server/src/index/queries/mentions';
import { Method, type ExportResult, type MetadataResult } from '../../server/src/lsp/protocol';
import { folderWith, type Folder } from '../support/commandLine';
import { startSession, type Session } from '../support/session';

/** The issues of test/corpus, and one that only its sidecar dates. */
const CORPUS = fileURLToPath(new URL('../corpus/', import.meta.url));
const DATED = {
  'dated.txt':
    '# 云川市河道整治完工\n\n本报讯（记者 沈知远）昨日，副市长程望山到工地。工程去年11月开工,投入8.47亿元 and 三台设备。\n',
  'dated.galley.json': '{"version":1,"issue":{"date":"2021-07-22","title":"云川日报"}}',
};
const FILES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    readdirSync(CORPUS)
      .filter((name) => name.startsWith('ycrb-'))
      .map((name) => [name, readFileSync(join(CORPUS, name), 'utf8')]),
  ),
  ...DATED,
};
const ISSUES = Object.keys(FILES).filter((name) => name.endsWith('.txt'));

interface CheckedFile {
  readonly path: string;
  readonly diagnostics: readonly { rule: string; severity: string; message: string; start: number; end: number }[];
}
interface ListedFile {
  readonly path: string;
  readonly entities: readonly { type: string; text: string; start: number; end: number }[];
}

let folder: Folder;
let session: Session;
let checked: readonly CheckedFile[];
let listed: readonly ListedFile[];
let exported: readonly IssueExport[];
let indexed: ReadonlyMap<string, readonly string[]>;
let indexedDates: ReadonlyMap<string, string | undefined>;

beforeAll(async () => {
  folder = folderWith(FILES);
  const output = (command: string): unknown =>
    JSON.parse(folder.galley([command, '--format', 'json', ...ISSUES]).output);
  checked = (output('check') as { files: CheckedFile[] }).files;
  listed = (output('entities') as { files: ListedFile[] }).files;
  exported = (output('export') as { issues: IssueExport[] }).issues;
  session = await startSession({ workspace: folder.path });
  await session.request(Method.indexUpdate, {});
  [indexed, indexedDates] = await readIndex();
});
afterAll(async () => {
  expect(await session.end()).toBe(0);
  folder.remove();
});

/** What the index knows, by file: each mention as “line:column spelling”, and the date of the issue. */
async function readIndex(): Promise<[Map<string, string[]>, Map<string, string | undefined>]> {
  const mentions = new Map<string, string[]>();
  const dates = new Map<string, string | undefined>();
  for (const { key } of await session.request<readonly Named[]>(Method.indexNamed, {}))
    for (const { uri, date, places } of await session.request<readonly IssueMentionsOf[]>(Method.indexMentions, {
      key,
    })) {
      const name = basename(fileURLToPath(uri));
      dates.set(name, date);
      const known = mentions.get(name) ?? [];
      known.push(...places.map(({ start, spelling }) => `${start.line}:${start.column} ${spelling}`));
      mentions.set(name, known);
    }
  return [mentions, dates];
}

const SEVERITIES: Readonly<Record<string, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

describe.each(ISSUES)('%s', (name) => {
  const text = FILES[name] ?? '';
  const { positionAt } = linesOf(text);
  const only = <One>(all: readonly One[], nameOf: (one: One) => string): One => {
    const [found, ...others] = all.filter((one) => nameOf(one) === name);
    if (!found || others.length > 0) throw new Error(`${name} is there ${found ? 'twice' : 'not'}`);
    return found;
  };
  const exportedIssue = (): IssueExport => only(exported, ({ issue }) => issue.source.path);

  test('has the same diagnostics in the check, the export and the editor', async () => {
    const { diagnostics } = only(checked, ({ path }) => path);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(
      exportedIssue().diagnostics.map(({ rule, severity, message, range }) => ({ rule, severity, message, ...range })),
    ).toEqual(diagnostics.map(({ rule, severity, message, start, end }) => ({ rule, severity, message, start, end })));

    const uri = session.open(name, text);
    await session.completeStatus(uri);
    const published = await session.diagnostics(uri);
    const shown = ({ code, severity, message, range }: Published) => [code, severity, message, range.start.line];
    const expected = diagnostics.map(({ rule, severity, message, start }) => [
      rule,
      SEVERITIES[severity],
      message,
      positionAt(visibleStart(text, start)).line,
    ]);
    expect(published.map(shown)).toEqual(expected);
  });

  test('is exported alike by the command line and the editor', async () => {
    const params = {
      uri: pathToFileURL(join(folder.path, name)).href,
      path: name,
      format: 'json',
      offsetUnit: 'utf16',
    };
    const { text: fromEditor = '' } = await session.request<ExportResult>(Method.export, params);
    expect(JSON.parse(fromEditor)).toEqual(exportedIssue());
  });

  test('has the same metadata in the export, the editor and the index', async () => {
    const { date, title } = exportedIssue().issue;
    const uri = session.open(name, text);
    const metadata = await session.request<MetadataResult>(Method.metadata, { uri });
    expect({ date: metadata.date?.value, certainty: metadata.date?.certainty, title: metadata.title }).toEqual({
      date: date?.value,
      certainty: date?.certainty,
      title,
    });
    expect(indexedDates.get(name)).toBe(date?.value);
  });

  test('has the same mentions in the list, the export and the index', () => {
    const { entities } = only(listed, ({ path }) => path);
    expect(entities.length).toBeGreaterThan(0);
    const { articles } = exportedIssue();
    const isWithin = (start: number, end: number): boolean =>
      articles.some(({ range }) => start < range.end && end > range.start);
    expect(
      articles
        .flatMap((article) => article.entities)
        .map(({ type, range }) => `${type} ${range.start}–${range.end}`)
        .sort(),
    ).toEqual(
      entities
        .filter(({ start, end }) => isWithin(start, end))
        .map(({ type, start, end }) => `${type} ${start}–${end}`)
        .sort(),
    );
    const named = entities.filter(({ type }) => ['person', 'place', 'organisation'].includes(type));
    expect([...(indexed.get(name) ?? [])].sort()).toEqual(
      named
        .map(({ start, end }) => {
          const { line, column } = positionAt(start);
          return `${line}:${column} ${text.slice(start, end)}`;
        })
        .sort(),
    );
  });
});

test('a date relative to the date in the sidecar is listed and exported', () => {
  const dated = listed.find(({ path }) => path === 'dated.txt');
  const dates = dated?.entities.filter(({ type }) => type === 'date').map((entity) => entity.text);
  expect(dates).toEqual(['昨日', '去年11月']);
});

/** A gap is published with the character before it, which may be on an earlier line. */
function visibleStart(text: string, start: number): number {
  return /\s/.test(text.charAt(start)) && start > 0 ? start - 1 : start;
}
