import * as vscode from 'vscode';
import { AnnotationMethod } from '../../../../server/src/lsp/annotationProtocol';
import { annotationCommand } from '../../annotations/annotationCommand';
import { ORIGINAL_SCHEME } from '../../annotations/originalText';
import { fileNameOf } from '../../fileName';
import { say } from '../../say';

/** Compares the issue with its original OCR text, as far as its corrections are logged. */
export const compareOriginal = annotationCommand('galley.compareOriginal', async ({ document }, { server }) => {
  const uri = document.uri.toString();
  const original = await server.request<string | null>(AnnotationMethod.original, { uri });
  if (original === null || original === document.getText()) {
    say(vscode.l10n.t('No corrections are logged for this issue.'));
    return;
  }
  const shown = document.uri.with({ scheme: ORIGINAL_SCHEME, query: uri });
  const title = vscode.l10n.t('{0}: OCR text ↔ corrected', fileNameOf(document.uri));
  await vscode.commands.executeCommand('vscode.diff', shown, document.uri, title);
});
