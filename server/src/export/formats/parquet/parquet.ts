import type { ExportFormat } from '../../format';
import { CORPUS_FIELDS, corpusLines } from '../corpusLines';
import { articleTable } from './articleTable';

/** The rows of the JSONL for corpora as a file of columns, which DuckDB, pandas, Polars and `datasets` read in part and without a schema. */
export const parquet: ExportFormat = {
  id: 'parquet',
  title: 'Parquet: one article per row, for corpora',
  extension: '.parquet',
  mimeType: 'application/vnd.apache.parquet',
  needs: ['mentions', 'text'],
  workspaceTarget: 'file',
  fields: CORPUS_FIELDS,
  signature: /^PAR1galley/,
  *files(analysis, options) {
    yield { name: `${options.name}.parquet`, chunks: corpusLines(analysis, options) };
  },
  encoder: articleTable,
};
