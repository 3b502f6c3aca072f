import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import type { Analysis } from '../../server/src/analysis/analysis';
import { huggingFace } from '../../server/src/export/formats/huggingFace';
import { parquet } from '../../server/src/export/formats/parquet/parquet';
import { exportSingle, filesOfIssue, writeToStream } from '../../server/src/export/write';
import { analysisOf, OPTIONS, written } from '../support/exported';
import { WHOLE_PAGE } from '../support/wholePage';

/** What several issues are in one stream. */
async function together(...analyses: readonly Analysis[]): Promise<ArrayBuffer> {
  const parts: (string | Uint8Array<ArrayBuffer>)[] = [];
  const writer = writeToStream(parquet, (part) => Promise.resolve(void parts.push(part)));
  for (const analysis of analyses) await writer.add(filesOfIssue(parquet, analysis, OPTIONS), OPTIONS.labels);
  await writer.end();
  return new Blob(parts).arrayBuffer();
}

/** The rows that the JSONL has of issues. */
const rowsOf = (...analyses: readonly Analysis[]): unknown[] =>
  analyses
    .flatMap((analysis) => written(huggingFace, analysis).split('\n').slice(0, -1))
    .map((line) => JSON.parse(line) as unknown);

const read = (file: ArrayBuffer): Promise<unknown[]> => parquetReadObjects({ file });

test.each([
  ['a page with names and several headlines', WHOLE_PAGE],
  ['an article without anything', '# 标题\n\n正文没有日期。\n'],
  ['characters beyond the basic plane', '# 𠮷野家开业\n\n本报讯（记者 沈知远）𪚥𠀀店主𡈽昨日到云川市。🎈\n'],
  ['half a character', '# 云川\n\n前\ud842后。\n'],
  ['nothing', ''],
])('%s has the rows of the JSONL', async (_what, text) => {
  const analysis = analysisOf(text);
  const { content } = exportSingle(parquet, analysis, OPTIONS);
  expect(content).toBeInstanceOf(Uint8Array);
  const rows = await read((content as Uint8Array<ArrayBuffer>).buffer);
  // UTF-8 has no half characters.
  expect(rows).toEqual(JSON.parse(JSON.stringify(rowsOf(analysis)).replace(/\\ud842/g, '\ufffd')));
});

test('several issues are one table', async () => {
  const [one, other] = [analysisOf(WHOLE_PAGE), analysisOf('# 标题\n\n正文没有日期。\n')];
  const file = await together(one, analysisOf(''), other);
  expect(await read(file)).toEqual(rowsOf(one, other));
  expect(parquetMetadata(file).row_groups).toHaveLength(1);
  expect(new Uint8Array(await together(one, analysisOf(''), other))).toEqual(new Uint8Array(file));
});

test('no issues are a table without rows, with the same columns', async () => {
  const file = await together();
  expect(await read(file)).toEqual([]);
  expect(parquetMetadata(file).schema).toEqual(parquetMetadata(await together(analysisOf(WHOLE_PAGE))).schema);
});

test('many rows are written in groups, each as soon as it is full', async () => {
  const line = (id: number): string =>
    `${JSON.stringify({ ...(rowsOf(analysisOf(WHOLE_PAGE))[0] as object), id: String(id), text: '云川'.repeat(400_000) })}\n`;
  const encoder = parquet.encoder?.();
  if (!encoder) throw new Error('It is text.');
  const parts = Array.from({ length: 12 }, (_, id) => encoder.add(line(id)));
  expect(parts.filter(({ length }) => length > 0).length).toBeGreaterThan(1);
  const file = await new Blob([...parts, encoder.end()]).arrayBuffer();
  const groups = parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows));
  expect(groups).toEqual([6, 6]);
  expect((await read(file)).map((row) => (row as { id: string }).id)).toEqual(
    Array.from({ length: 12 }, (_, id) => String(id)),
  );
});
