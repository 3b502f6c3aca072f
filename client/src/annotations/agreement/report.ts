import * as vscode from 'vscode';
import type { CompareResult } from '../../../../server/src/lsp/agreementProtocol';
import { fileNameOf } from '../../fileName';

const SCHEME = 'galley-agreement';

/** Shows figures of comparisons in documents that cannot be changed. */
export interface AgreementReports {
  show(issue: vscode.Uri, result: CompareResult): Promise<void>;
}

/** Makes what shows figures. A report that is shown again has the new figures. */
export function createAgreementReports(subscriptions: vscode.ExtensionContext['subscriptions']): AgreementReports {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  subscriptions.push(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString())),
  );
  return {
    async show(issue, { report, problems }) {
      const uri = vscode.Uri.from({
        scheme: SCHEME,
        // With the ending of a text file it would be taken for an issue.
        path: `/${vscode.l10n.t('Agreement: {0}', fileNameOf(issue).replace(/\.[^.]*$/, ''))}`,
        query: issue.toString(),
      });
      texts.set(uri.toString(), [...problems, report].join('\n'));
      changed.fire(uri);
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
    },
  };
}
