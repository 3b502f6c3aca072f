import * as vscode from 'vscode';
import { parseIsoDate } from '../../../server/src/core/calendarDate';
import { issueCommand } from './command';
import { askForFact } from '../issueFacts';

/** Sets the date of the issue in its sidecar. */
export const setIssueDate = issueCommand('galley.setIssueDate', (document, { server }) =>
  askForFact(document, server, {
    fact: 'date',
    prompt: vscode.l10n.t('The date of this issue. Leave empty to use the date from the file name or the page.'),
    placeHolder: '2021-07-22',
    refuse: (answer) =>
      parseIsoDate(answer) ? undefined : vscode.l10n.t('Enter the year, month and day, for example 2021-07-22.'),
  }),
);
