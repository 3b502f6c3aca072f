import { spawnSync } from 'node:child_process';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../server/src/analysis/analysis';
import { targetOf } from '../../server/src/annotations/model';
import type { ExportFormat } from '../../server/src/export/format';
import { csvAnnotations } from '../../server/src/export/formats/csv/annotations';
import { csvArticles } from '../../server/src/export/formats/csv/articles';
import { csvCorrections } from '../../server/src/export/formats/csv/corrections';
import { csvEntities } from '../../server/src/export/formats/csv/entities';
import { csvFindings } from '../../server/src/export/formats/csv/findings';
import { CSV_FORMATS } from '../../server/src/export/formats/csv/index';
import { csvFormat } from '../../server/src/export/formats/csv/table';
import { filesOfIssue, writeToStream } from '../../server/src/export/write';
import { EMPTY_SIDECAR } from '../../server/src/source/sidecar/model';
import type { ExportOptions } from '../../server/src/export/exportIssue';
import { analysisOf, OPTIONS, written } from '../support/exported';

const PAGE = `云川日报 2024年5月18日 星期六

# 云川新桥今日通车

——市民不必绕行

本报讯（记者 沈知远）昨日，𫠊桥通车，市民说：“好”，and 拍照留念。

+会上，市长陆见川讲话。

# 青桐镇春耕

农技人员到田间指导农户。
`;

/** The rows of a table as objects, as a reader that has nothing to do with the writer gives them. */
function rowsOf(format: ExportFormat, analysis: Analysis, options: Partial<ExportOptions> = {}) {
  return parse<Record<string, string>>(written(format, analysis, options), { bom: true, columns: true });
}

const at = (words: string) => {
  const start = PAGE.indexOf(words);
  return { start, end: start + words.length };
};

test('a table of articles has their headlines and texts, and where they are', () => {
  const [first, second, ...others] = rowsOf(csvArticles, analysisOf(PAGE));
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    issue: 'issue',
    newspaper: '云川日报',
    date: '2024-05-18',
    article: 'article-1',
    kind: 'article',
    headline: '云川新桥今日通车',
    subhead: '——市民不必绕行',
    authors: '沈知远',
    text: '本报讯（记者 沈知远）昨日，𫠊桥通车，市民说：“好”，and 拍照留念。\n+会上，市长陆见川讲话。',
    start_utf16: String(PAGE.indexOf('# 云川')),
  });
  expect(second).toMatchObject({ headline: '青桐镇春耕', characters: '12' });
});

test('one article is its rows alone, in every table', () => {
  const analysis = analysisOf(PAGE);
  for (const format of CSV_FORMATS) {
    const rows = rowsOf(format, analysis, { article: 'article-2' });
    expect(rows.map(({ article }) => article).filter((article) => article !== 'article-2')).toEqual([]);
  }
});

test('offsets say in the names of their columns what they count', () => {
  const [units] = rowsOf(csvFindings, analysisOf(PAGE)).filter(({ text }) => text?.trim() === 'and');
  const [points] = rowsOf(csvFindings, analysisOf(PAGE), { offsetUnit: 'codepoint' }).filter(
    ({ text }) => text?.trim() === 'and',
  );
  expect(Number(units?.['start_utf16'])).toBe(Number(points?.['start_codepoint']) + 1);
});

test('names have their office, dates their value', () => {
  const rows = rowsOf(csvEntities, analysisOf(PAGE));
  expect(rows).toContainEqual(
    expect.objectContaining({ type: 'person', name: '陆见川', title: '市长', article: 'article-1' }),
  );
  expect(rows).toContainEqual(expect.objectContaining({ type: 'date', text: '昨日', from: '2024-05-17' }));
});

test('each place of a grouped finding has its row', () => {
  const text = '# 云川新桥通车\n\n昨日,新桥通车,市民高兴,孩子们唱歌,老人们跳舞。\n';
  const rows = rowsOf(csvFindings, analysisOf(text)).filter(({ rule }) => rule === 'half-width-punctuation');
  expect(rows.map((row) => row['start_utf16'])).toEqual([...text.matchAll(/,/g)].map(({ index }) => String(index)));
  expect(rows[0]).toMatchObject({ line: '3', column: '3', text: ',' });
});

describe('the data of the sidecar', () => {
  const gone = { start: 0, end: 2, exact: '无此', prefix: '甲', suffix: '乙' };
  const analysis = analysisOf(PAGE, {
    sidecar: {
      ...EMPTY_SIDECAR,
      annotations: [
        {
          id: 'a1',
          label: 'person',
          target: targetOf(PAGE, at('陆见川')),
          attributes: { role: '市长', note: 'a=b' },
          comments: [{ text: '查一下', by: '李' }, { text: '已查' }],
          resolved: true,
          by: '李',
        },
        { id: 'a2', label: 'place', target: gone },
      ],
      corrections: [
        {
          id: 'c1',
          original: '绕彳亍',
          corrected: '绕行',
          target: targetOf(PAGE, at('绕行')),
          rule: 'split-character',
        },
        { id: 'c2', original: '元', corrected: '无此', target: gone, by: '李' },
      ],
    },
  });

  test('of annotations has a row each, those that have lost their words too', () => {
    const { start, end } = at('陆见川');
    expect(rowsOf(csvAnnotations, analysis)).toEqual([
      expect.objectContaining({
        annotation: 'a1',
        article: 'article-1',
        text: '陆见川',
        state: 'anchored',
        attributes: 'role=市长\nnote=a=b',
        comments: '李：查一下\n已查',
        resolved: 'true',
        start_utf16: String(start),
        end_utf16: String(end),
      }),
      expect.objectContaining({ annotation: 'a2', text: '无此', state: 'orphaned', start_utf16: '', article: '' }),
    ]);
  });

  test('of corrections has a row each', () => {
    expect(rowsOf(csvCorrections, analysis)).toEqual([
      expect.objectContaining({
        correction: 'c1',
        original: '绕彳亍',
        corrected: '绕行',
        rule: 'split-character',
        start_utf16: String(at('绕行').start),
      }),
      expect.objectContaining({ correction: 'c2', original: '元', corrected: '无此', by: '李', start_utf16: '' }),
    ]);
  });
});

describe('a table', () => {
  const table = (cells: readonly string[]) =>
    csvFormat<string>({
      name: 'cells',
      title: '',
      needs: [],
      fields: {},
      columns: { cell: (cell) => cell },
      range: () => undefined,
      rows: () => cells,
    });
  const cellsOf = (cells: readonly string[], options: Partial<ExportOptions> = {}) =>
    rowsOf(table(cells), analysisOf(''), options).map(({ cell }) => cell);

  test('has its column names once in a stream of issues, and also if there are none', async () => {
    const stream = async (count: number): Promise<string> => {
      let text = '';
      const format = table(['甲']);
      const options = { ...OPTIONS, offsetUnit: 'codepoint' as const };
      const writer = writeToStream(format, (chunk) => Promise.resolve(void (text += String(chunk))));
      for (let issue = 0; issue < count; issue++)
        await writer.add(filesOfIssue(format, analysisOf(''), options), options.labels);
      await writer.end();
      return text;
    };
    const row = 'issue,,,甲,,\r\n';
    expect(await stream(2)).toBe(`issue,newspaper,date,cell,start_codepoint,end_codepoint\r\n${row}${row}`);
    expect(await stream(0)).toBe('issue,newspaper,date,cell,start_utf16,end_utf16\r\n');
  });

  test('keeps every cell as it is, so that nothing is lost', () => {
    const cell = fc
      .array(fc.constantFrom('"', ',', '\n', "'", '=', '-', '@', ' ', ';', '甲', '𫠊', 'a', '""'), { minLength: 1 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        expect(cellsOf(cells)).toEqual(cells);
      }),
    );
  });

  test('for a spreadsheet begins with a byte order mark, and no cell begins as a formula', () => {
    const text = written(csvFindings, analysisOf(PAGE), { spreadsheet: true });
    expect(text).toMatch(/^\uFEFFissue,/);
    expect(text).toMatch(csvFindings.signature);
    const begun = ['=HYPERLINK("http://x")', '+86', '-', '@SUM(A1)', '＝1', '＋1', '－1', '＠甲', '\t=1', '\r=1'];
    for (const cell of cellsOf(begun, { spreadsheet: true })) expect(cell).toMatch(/^'/);
    expect(cellsOf(['甲=1', '——市民'], { spreadsheet: true })).toEqual(['甲=1', '——市民']);
  });

  test('has controls as pictures', () => {
    expect(cellsOf(['甲\u001b[31m\u009b\u202e乙'])).toEqual(['甲␛[31m␦␦乙']);
  });

  test.skipIf(spawnSync('python3', ['--version']).status !== 0)('is read by Python as it was written', () => {
    const cells = ['a,"b"\n', ' 甲 ', '"', '\n\n', '𫠊'];
    const program =
      'import csv,io,json,sys;print(json.dumps([r[3] for r in csv.reader(io.TextIOWrapper(sys.stdin.buffer,"utf-8",newline=""),strict=True)][1:]))';
    const { stdout } = spawnSync('python3', ['-c', program], {
      input: written(table(cells), analysisOf('')),
      encoding: 'utf8',
    });
    expect(JSON.parse(stdout)).toEqual(cells);
  });
});
