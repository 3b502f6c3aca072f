import * as vscode from 'vscode';
import { AnnotationMethod } from '../../../../server/src/lsp/annotationProtocol';
import { annotationCommand, say } from '../../annotations/annotationCommand';
import { ORIGINAL_SCHEME } from '../../annotations/originalText';

/** Compares the issue with the text that was recognised, as far as its corrections are logged. */
export const compareOriginal = annotationCommand('galley.compareOriginal', async ({ document }, { server }) => {
  const uri = document.uri.toString();
  const original = await server.request<string | null>(AnnotationMethod.original, { uri });
  if (original === null || original === document.getText()) {
    say(vscode.l10n.t('No correction of this issue is logged.'));
    return;
  }
  const shown = document.uri.with({ scheme: ORIGINAL_SCHEME, query: uri });
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  const title = vscode.l10n.t('{0}: as recognised ↔ corrected', name);
  await vscode.commands.executeCommand('vscode.diff', shown, document.uri, title);
});
