import * as vscode from 'vscode';
import { IMPORT_FORMATS } from '../../../server/src/annotations/import/index';
import { Method, type ImportAnnotationsParams, type ImportAnnotationsResult } from '../../../server/src/lsp/protocol';
import type { Command } from './command';

/** Takes a file of another annotation tool into the sidecars of the issues that it belongs to, and says what has no place. */
export const importAnnotations: Command = {
  id: 'galley.importAnnotations',
  async run({ server }, given) {
    const [source] =
      (await vscode.window.showOpenDialog({
        title: vscode.l10n.t('Import annotations'),
        filters: {
          [vscode.l10n.t('Files of annotation tools')]: [
            ...new Set(IMPORT_FORMATS.flatMap(({ extensions }) => extensions)),
          ],
        },
      })) ?? [];
    if (!source) return;
    const params: ImportAnnotationsParams = {
      source: source.toString(),
      ...(given instanceof vscode.Uri ? { uri: given.toString() } : {}),
    };
    const result = await server.request<ImportAnnotationsResult | null>(Method.importAnnotations, params);
    if (!result) return;
    const { added, problems, problemCount } = result;
    for (const problem of problems) server.output.warn(problem);
    if (problemCount === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Annotations added: {0}.', added));
      return;
    }
    const output = vscode.l10n.t('Show Output');
    const message = vscode.l10n.t(
      'Annotations added: {0}. Problems: {1}. The first: {2}',
      added,
      problemCount,
      problems[0] ?? '',
    );
    if ((await vscode.window.showWarningMessage(message, output)) === output) server.output.show();
  },
};
