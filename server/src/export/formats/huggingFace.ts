import type { ExportFormat } from '../format';
import { CORPUS_FIELDS, corpusLines } from './corpusLines';

/**
 * A row for each article, for those who build corpora and train models: every line has the same columns with values of the same types,
 * so that `datasets.load_dataset("json", …)` and other readers of columns need no schema. Offsets are code points of `text`.
 */
export const huggingFace: ExportFormat = {
  id: 'hugging-face',
  title: 'Hugging Face JSONL: one article a line, for corpora',
  extension: '.dataset.jsonl',
  mimeType: 'application/jsonl',
  needs: ['mentions', 'text'],
  workspaceTarget: 'file',
  fields: CORPUS_FIELDS,
  signature: /^(?:$|\{"id":"[^"]*","newspaper":)/,
  *files(analysis, options) {
    yield { name: `${options.name}.dataset.jsonl`, chunks: corpusLines(analysis, options) };
  },
};
