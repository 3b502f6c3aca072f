import { t } from '@vscode/l10n';
import { version } from '../../../../package.json';
import { visible } from '../../core/visible';
import { leftOutSentence } from '../../export/annotations/leftOut';
import { EXPORT_FORMATS } from '../../export/formats/index';
import { exportNameOf, exportSingle } from '../../export/write';
import { analyseFile, prepareFor, readFile, type ExportSurroundings } from './exportedFile';
import type { ExportParams, ExportResult } from '../protocol';
import { messageOf } from '../../core/problems';

/** Exports one issue, open or not, with what its sidecar says, when it is its turn. A failure is part of the answer. */
export async function exportIssueFile(
  { uri, path, format: id, article, offsetUnit, spreadsheet, text = 'corrected' }: ExportParams,
  surroundings: ExportSurroundings,
  signal: AbortSignal,
): Promise<ExportResult> {
  const format = EXPORT_FORMATS.find((known) => known.id === id);
  if (!format) return { problem: visible(t('Unknown export format “{0}”.', id)) };
  await surroundings.turns.next(signal);
  try {
    const file = await readFile(uri, surroundings);
    await prepareFor(format, surroundings);
    const { analysis, sha256 } = await analyseFile({ uri, path, file }, format, text, surroundings, signal);
    const labels = await surroundings.labels.of(uri);
    const name = exportNameOf(path);
    const options = { name, article, sha256, offsetUnit, spreadsheet, labels, version };
    const exported = exportSingle(format, analysis, options);
    const beside = exported.beside.map((one) => ({ ...one, replaceable: one.replaceable.source }));
    const leftOut = leftOutSentence(format, analysis, { article, path });
    return {
      ...(typeof exported.content === 'string' ? { text: exported.content } : { bytes: base64Of(exported.content) }),
      ...(beside.length > 0 ? { beside } : {}),
      ...(leftOut === undefined ? {} : { leftOut }),
    };
  } catch (error) {
    signal.throwIfAborted();
    return { problem: visible(messageOf(error)) };
  }
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
