import { readFileSync, readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { json } from '../../server/src/export/formats/json';
import { ndjson } from '../../server/src/export/formats/ndjson';
import { printJsonSchemas } from '../../server/src/export/jsonSchemas';
import type { IssueExport, Range } from '../../server/src/export/schema';
import { analysisOf, exported, written } from '../support/exported';

const schemas = new URL('../../schemas/', import.meta.url);
const corpus = new URL('../corpus/', import.meta.url);

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
const [isIssue, isArticleLine] = ['galley-issue', 'galley-article'].map((name) =>
  ajv.compile(JSON.parse(readFileSync(new URL(`${name}.schema.json`, schemas), 'utf8')) as object),
);

const corpusFiles = readdirSync(corpus).filter((file) => file.endsWith('.txt'));
const texts: [string, string][] = [
  ...corpusFiles.map((file): [string, string] => [file, readFileSync(new URL(file, corpus), 'utf8')]),
  ...corpusFiles.map((file): [string, string] => [
    `${file} with CRLF`,
    readFileSync(new URL(file, corpus), 'utf8').replace(/\r?\n/g, '\r\n'),
  ]),
  ['nothing', ''],
  ['blank lines', '\n\n \r\n\r'],
  ['no article', '第1版\n\n云川日报\n'],
  ['lone surrogates', '# 云川\ud800通车\n\n本报讯（记者 沈知远）云川\udc00新桥\ud83d通车。\n\n\udfff'],
  [
    'characters beyond the basic plane',
    '# 云川𫠊桥通车😀\n\n本报讯（记者 沈𫠊远）云川𪚥新桥，𫠊,通车😀。\n\n(下转第三版)\n',
  ],
  ['NUL and a byte order mark', '\ufeff# 云川\u0000通车\n\n云川\u0000新桥通车。\n'],
  ['one long line', '云川新桥通车，'.repeat(20_000)],
];

test.each(Object.entries(printJsonSchemas()))('schemas/%s is up to date (npm run schema)', (name, printed) => {
  expect(readFileSync(new URL(name, schemas), 'utf8')).toBe(printed);
});

describe.each(texts)('%s', (_, text) => {
  test.each(['utf16', 'codepoint'] as const)('is valid with ranges that hold what they say (%s)', (offsetUnit) => {
    const path = 'papers/ycrb-20240518-01.txt';
    const analysis = analysisOf(text, { path });
    const issue = exported(text, { path, offsetUnit });
    expect(isIssue?.(JSON.parse(written(json, analysis, { offsetUnit }))), JSON.stringify(isIssue?.errors)).toBe(true);
    for (const line of written(ndjson, analysis, { offsetUnit }).split('\n').slice(0, -1))
      expect(isArticleLine?.(JSON.parse(line)), JSON.stringify(isArticleLine?.errors)).toBe(true);
    expect(issue.issue.source.length).toBe(offsetUnit === 'utf16' ? text.length : [...text].length);
    const units = offsetUnit === 'utf16' ? text.split('') : [...text];
    for (const { said, held } of claims(issue, ({ start, end }) => units.slice(start, end).join('')))
      expect(held).toBe(said);
  });
});

/** What every range of an export claims to hold, and what it does hold. */
function claims(issue: IssueExport, slice: (range: Range) => string): { said: string; held: string }[] {
  const oneLine = (range: Range): string => slice(range).replace(/\s*[\r\n]+\s*/g, ' ');
  const passages = issue.articles.flatMap(({ rubric, headlines, byline, dateline, images, jumps }) =>
    [
      rubric,
      ...headlines,
      byline,
      dateline,
      ...jumps,
      ...images.flatMap(({ caption, credit }) => [caption, credit]),
    ].flatMap((passage) => (passage ? [{ said: passage.text, held: oneLine(passage.range) }] : [])),
  );
  const people = issue.articles.flatMap(({ byline }) => byline?.people ?? []);
  const paragraphs = issue.articles.flatMap((article) => article.paragraphs);
  return [
    ...passages,
    // A name of two characters may be spaced out on the page.
    ...people.map(({ name, range }) => ({ said: name, held: slice(range).replace(/\s/g, '') })),
    ...paragraphs.map(({ text, range, joinedFrom = [range] }) => ({
      said: text,
      held: joinedFrom.map(slice).join(''),
    })),
    ...issue.articles.map(({ text, paragraphs: own }) => ({
      said: text,
      held: own.map((paragraph) => paragraph.text).join('\n'),
    })),
  ];
}
