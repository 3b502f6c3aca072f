import { afterAll, expect, test } from 'vitest';
import { SEVERITIES } from '../../server/src/core/diagnostic';
import { RULES } from '../../server/src/lint/rules/index';
import { folderWith } from '../support/commandLine';
import { DAMAGED_PAGE } from '../support/issues';
import { analysed } from '../support/analysed';

const CLEAN_PAGE = '# 云川市召开会议\n\n会议听取了工作情况和下一步安排。\n';

const folder = folderWith({
  'damaged.txt': DAMAGED_PAGE,
  'clean.txt': CLEAN_PAGE,
  'marked.txt': `\uFEFF${DAMAGED_PAGE}`,
  'years/1998/a.txt': CLEAN_PAGE,
  'years/1999/b.txt': DAMAGED_PAGE,
  'years/notes.md': DAMAGED_PAGE,
});
afterAll(folder.remove);

interface CheckedFiles {
  readonly version: number;
  readonly files: readonly { readonly path: string; readonly diagnostics: readonly CheckedDiagnostic[] }[];
}
interface CheckedDiagnostic {
  readonly rule: string;
  readonly severity: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

function checkJson(...args: readonly string[]): CheckedFiles {
  return JSON.parse(folder.galley(['check', '--format', 'json', ...args]).output) as CheckedFiles;
}

test('json contains what the engine finds, with 1-based lines and columns', () => {
  const expected = analysed(DAMAGED_PAGE)
    .diagnostics()
    .map(({ span, occurrences, ...diagnostic }) => {
      const before = DAMAGED_PAGE.slice(0, span.start).split('\n');
      const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
      return {
        ...diagnostic,
        ...span,
        ...place,
        ...(occurrences && { occurrences: occurrences.map((one) => one.span) }),
      };
    });
  expect(expected.length).toBeGreaterThan(2);
  expect(checkJson('damaged.txt')).toEqual({ version: 1, files: [{ path: 'damaged.txt', diagnostics: expected }] });
});

test('offsets count the byte order mark, as the raw file has it', () => {
  const starts = (name: string): number[] =>
    checkJson(name).files.flatMap((file) => file.diagnostics.map(({ start }) => start));
  expect(starts('marked.txt')).toEqual(starts('damaged.txt').map((start) => start + 1));
});

test.each([
  { args: ['clean.txt'], code: 0 },
  { args: ['damaged.txt'], code: 1 },
  { args: ['clean.txt', 'damaged.txt'], code: 1 },
  { args: ['--min-severity', 'error', 'damaged.txt'], code: 0 },
  { args: ['missing.txt'], code: 2 },
  { args: ['missing.txt', 'damaged.txt'], code: 2 },
])('exit code of check $args', ({ args, code }) => {
  expect(folder.galley(['check', ...args]).code).toBe(code);
});

test.each([
  { args: ['years'], paths: ['years/1998/a.txt', 'years/1999/b.txt'] },
  { args: ['years/*/?.txt'], paths: ['years/1998/a.txt', 'years/1999/b.txt'] },
  { args: ['years/1999/b.txt', 'years'], paths: ['years/1999/b.txt', 'years/1998/a.txt'] },
  { args: ['years/notes.md'], paths: ['years/notes.md'] },
  { args: ['clean.txt', 'missing.txt', 'damaged.txt'], paths: ['clean.txt', 'damaged.txt'] },
])('files of $args', ({ args, paths }) => {
  expect(checkJson(...args).files.map(({ path }) => path)).toEqual(paths);
});

test('standard input is read for -', () => {
  const { code, output } = folder.galley(['check', '--format', 'json', '-'], { input: DAMAGED_PAGE });
  const [file] = (JSON.parse(output) as CheckedFiles).files;
  expect(file).toEqual({ path: '-', diagnostics: checkJson('damaged.txt').files[0]?.diagnostics });
  expect(code).toBe(1);
});

test('--rule reports these rules only', () => {
  const rules = checkJson('--rule', 'stray-latin-word', 'damaged.txt').files.flatMap((file) =>
    file.diagnostics.map(({ rule }) => rule),
  );
  expect(rules).toEqual(['stray-latin-word', 'stray-latin-word']);
});

test('--min-severity omits findings of lower severity', () => {
  const all = checkJson('damaged.txt').files.flatMap((file) => file.diagnostics);
  for (const [rank, severity] of SEVERITIES.entries())
    expect(checkJson('--min-severity', severity, 'damaged.txt').files[0]?.diagnostics).toEqual(
      all.filter((diagnostic) => SEVERITIES.slice(0, rank + 1).some((kept) => kept === diagnostic.severity)),
    );
});

test('--lines reads each line as a paragraph', () => {
  const lines = '会议听取了工作情况 and 下一步安排。\n# 送技术到 and 田间地头。\n';
  const run = folder.galley(['check', '--lines', '--rule', 'stray-latin-word', '--format', 'json', '-'], {
    input: lines,
  });
  const places = (JSON.parse(run.output) as CheckedFiles).files[0]?.diagnostics.map(({ line, column }) => [
    line,
    column,
  ]);
  expect(places).toEqual([
    [1, 10],
    [2, 7],
  ]);
});

test('pretty shows the wrong words in their line, without colours if the output is not a terminal', () => {
  const { output } = folder.galley(['check', '--rule', 'stray-latin-word', 'damaged.txt']);
  expect(output).toBe(`damaged.txt
  5:36     warning English “and” between Chinese words  stray-latin-word
           …3月8日,云川市召开河道整治推进会,听取工作情况⟦ and ⟧下一步安排。会议要求,各地要压实责任。
  9:26     warning English “with” between Chinese words  stray-latin-word
           …报讯(通讯员 林一舟)连日来,青桐镇组织农技人员⟦ with ⟧农户对接,送技术到田间地头。

Found: warning 2. Files: 1.
`);
});

test('a CI server is not a terminal either', () => {
  const { output } = folder.galley(['check', 'damaged.txt'], { environment: { CI: 'true' } });
  expect(output).not.toContain('\u001b');
});

test('pretty shows control characters as pictures, so that a text cannot command the terminal', () => {
  const { output } = folder.galley(['check', '-'], { input: '听取工作\u001b[31m情况 and 下一步安排。\n' });
  expect(output).not.toContain('\u001b');
  expect(output).toContain('␛[31m');
});

test('github writes one workflow command a finding', () => {
  const { output } = folder.galley(['check', '--format', 'github', '--rule', 'stray-latin-word', 'damaged.txt']);
  expect(output).toBe(
    '::warning file=damaged.txt,line=5,endLine=5,col=36,endColumn=41,title=stray-latin-word::English “and” between Chinese words\n' +
      '::warning file=damaged.txt,line=9,endLine=9,col=26,endColumn=32,title=stray-latin-word::English “with” between Chinese words\n',
  );
});

test('sarif is valid, lists every rule and locates every finding', () => {
  const { output } = folder.galley(['check', '--format', 'sarif', 'years', 'missing.txt']);
  const { version, runs } = JSON.parse(output) as Sarif;
  expect(version).toBe('2.1.0');
  expect(runs).toHaveLength(1);
  const run = runs[0];
  expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(RULES.map(({ meta }) => meta.id));
  expect(run?.columnKind).toBe('utf16CodeUnits');
  expect(run?.invocations).toEqual([{ executionSuccessful: false }]);
  const found = checkJson('years/1999/b.txt').files[0]?.diagnostics ?? [];
  expect(
    run?.results.map(({ ruleId, ruleIndex, level, locations: [location] }) => ({
      ruleId,
      indexed: run.tool.driver.rules[ruleIndex]?.id,
      level,
      uri: location?.physicalLocation.artifactLocation.uri,
      start: location?.physicalLocation.region.charOffset,
      length: location?.physicalLocation.region.charLength,
      line: location?.physicalLocation.region.startLine,
    })),
  ).toEqual(
    found.map(({ rule, severity, start, end, line }) => ({
      ruleId: rule,
      indexed: rule,
      level: severity === 'error' || severity === 'warning' ? severity : 'note',
      uri: 'years/1999/b.txt',
      start,
      length: end - start,
      line,
    })),
  );
});

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly columnKind: string;
    readonly invocations: unknown;
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly charOffset: number; readonly charLength: number; readonly startLine: number };
        };
      }[];
    }[];
  }[];
}
