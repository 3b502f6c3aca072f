import * as vscode from 'vscode';
import { Method, type ImportDictionaryParams, type ImportDictionaryResult } from '../../../server/src/lsp/protocol';
import { pickEntryType } from '../entryTypes';
import type { Command } from './command';

/** Takes a CSV file or a user dictionary of jieba into the dictionary of the workspace, and says what was left out. */
export const importDictionary: Command = {
  id: 'galley.importDictionary',
  async run({ server }) {
    const [source] =
      (await vscode.window.showOpenDialog({
        title: vscode.l10n.t('Import names and words'),
        filters: { [vscode.l10n.t('CSV files and user dictionaries of jieba')]: ['csv', 'tsv', 'txt', 'dict'] },
      })) ?? [];
    if (!source) return;
    const type = await pickEntryType(
      vscode.l10n.t('What kind of entries does the file contain, where it does not say so itself?'),
    );
    if (!type) return;
    const params: ImportDictionaryParams = { source: source.toString(), type };
    const result = await server.request<ImportDictionaryResult | null>(Method.importDictionary, params);
    if (!result) return;
    const { dictionary, rows, problems, problemCount } = result;
    for (const problem of problems) server.output.warn(problem);
    const show = vscode.l10n.t('Show Dictionary');
    const output = vscode.l10n.t('Show Output');
    const message =
      problems.length === 0
        ? vscode.l10n.t('Rows imported: {0}.', rows)
        : vscode.l10n.t('Rows imported: {0}. Problems: {1}. The first: {2}', rows, problemCount, problems[0] ?? '');
    const chosen = await vscode.window.showInformationMessage(message, show, ...(problems.length > 0 ? [output] : []));
    if (chosen === show) await vscode.window.showTextDocument(vscode.Uri.parse(dictionary));
    if (chosen === output) server.output.show();
  },
};
