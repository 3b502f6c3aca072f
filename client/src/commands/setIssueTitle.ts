import * as vscode from 'vscode';
import { issueCommand } from './command';
import { askForFact } from '../issueFacts';

/** Characters that no newspaper's name exceeds. */
const LONGEST = 100;

/** Sets the name of the newspaper in the issue's sidecar. */
export const setIssueTitle = issueCommand('galley.setIssueTitle', (document, { server }) =>
  askForFact(document, server, {
    fact: 'title',
    prompt: vscode.l10n.t('The name of the newspaper. Leave empty to use the name from the file name or the page.'),
    placeHolder: vscode.l10n.t('For example: Yunchuan Daily'),
    refuse: (answer) => (answer.length <= LONGEST ? undefined : vscode.l10n.t('The newspaper name is too long.')),
  }),
);
