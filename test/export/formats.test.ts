import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../server/src/analysis/analysis';
import { exportIssue } from '../../server/src/export/exportIssue';
import type { ExportFormat, ExportNeed } from '../../server/src/export/format';
import { EXPORT_FORMATS } from '../../server/src/export/formats/index';
import { json } from '../../server/src/export/formats/json';
import { ndjson } from '../../server/src/export/formats/ndjson';
import { filesOfIssue, writeToStream } from '../../server/src/export/write';
import { analysisOf, OPTIONS, written } from '../support/exported';
import chinese from '../../l10n/bundle.l10n.zh-cn.json';

const PAGE = `# 云川新桥今日通车

云川新桥昨日通车，市民从此不必绕行 and 排队。

# 青桐镇春耕有序展开

本报讯（记者 沈知远）农技人员到田间指导农户。
`;

/** What several issues are in one stream. */
async function together(format: ExportFormat, ...analyses: readonly Analysis[]): Promise<string> {
  let text = '';
  const writer = writeToStream(format, (chunk) => Promise.resolve(void (text += String(chunk))));
  for (const analysis of analyses) await writer.add(filesOfIssue(format, analysis, OPTIONS), OPTIONS.labels);
  await writer.end();
  return text;
}

describe('JSON', () => {
  const analysis = analysisOf(PAGE);
  const issue = exportIssue(analysis, OPTIONS);

  test('can be read back, with a range on one line', () => {
    expect(JSON.parse(written(json, analysis))).toEqual(issue);
    expect(written(json, analysis)).toMatch(/^ +"range": \{ "start": 0, "end": \d+ \},?$/m);
  });

  test('has a list of issues in one stream, which may be empty', async () => {
    expect(JSON.parse(await together(json, analysis, analysis))).toEqual({ issues: [issue, issue] });
    expect(JSON.parse(await together(json))).toEqual({ issues: [] });
  });

  test('of one article has only what belongs to it', () => {
    const { articles, diagnostics } = JSON.parse(written(json, analysis, { article: 'article-2' })) as typeof issue;
    expect(articles).toEqual([issue.articles[1]]);
    expect(issue.diagnostics).toHaveLength(1);
    expect(diagnostics).toEqual([]);
  });
});

describe('NDJSON', () => {
  const analysis = analysisOf(PAGE);
  const { issue, articles } = exportIssue(analysis, OPTIONS);
  const lines = articles.map((article) => ({ schema: 'urn:galley:article:1', offsetUnit: 'utf16', issue, article }));
  const read = (text: string): unknown[] =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as unknown);

  test('has an article a line, with the facts of its issue', async () => {
    expect(read(written(ndjson, analysis))).toEqual(lines);
    expect(read(await together(ndjson, analysis, analysis))).toEqual([...lines, ...lines]);
    expect(written(ndjson, analysisOf(''))).toBe('');
  });

  test('of one article is its line', () => {
    expect(read(written(ndjson, analysis, { article: 'article-2' }))).toEqual([lines[1]]);
  });

  test('is written as a stream: an article is read when its line is asked for', () => {
    const [file] = [...ndjson.files(analysis, OPTIONS)];
    const [first] = file?.chunks ?? [];
    expect(JSON.parse(first ?? '')).toEqual(lines[0]);
  });
});

/** A page with a date: some formats refuse one without. */
const dated = (): Analysis => analysisOf(PAGE, { path: 'issue-20240518.txt' });

describe.each(EXPORT_FORMATS)('$id', (format) => {
  test('reads nothing of an analysis beyond what it declares', () => {
    const analysis = withOnly(format.needs, dated());
    expect(written(format, analysis)).toBe(written(format, dated()));
  });

  test('knows its own files again, and no others', () => {
    expect(written(format, dated())).toMatch(format.signature);
    for (const other of [
      PAGE,
      '{"version":1,"dismissed":[]}\n',
      ...EXPORT_FORMATS.filter((one) => one !== format).map((one) => written(one, dated())),
    ].filter((content) => content !== ''))
      expect(other).not.toMatch(format.signature);
  });

  test('names its files after the issue', () => {
    for (const { name } of format.files(dated(), { ...OPTIONS, name: '1998/a' }))
      expect([`1998/a${format.extension}`, '1998/a.brat.txt']).toContain(name);
  });

  test('has a title in both languages', () => {
    expect(chinese).toHaveProperty([format.title]);
  });
});

/** The analysis, with every part that takes time and is not among the needs in a state that fails when it is read. */
function withOnly(needs: readonly ExportNeed[], analysis: Analysis): Analysis {
  const parts = {
    diagnostics: ['diagnostics', 'diagnosticsInSteps'],
    mentions: ['mentions'],
    annotations: ['annotations'],
    text: [],
  };
  const closed = (Object.keys(parts) as ExportNeed[])
    .filter((need) => !needs.includes(need))
    .flatMap((need) => parts[need]);
  return new Proxy(analysis, {
    get(target, name, receiver) {
      if (closed.includes(String(name))) throw new Error(`It reads ${String(name)}.`);
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}
