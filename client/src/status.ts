import * as vscode from 'vscode';
import { visible } from '../../server/src/core/visible';
import { LANGUAGE_ID, type StatusParams } from '../../server/src/lsp/protocol';
import type { Server } from './server';
import { spoken } from './spoken';

/** Milliseconds for which checks must run after an edit before the icon says so: it would flicker with every key otherwise. */
const PATIENCE = 400;

/**
 * Shows, for the issue in the active editor, how many articles and findings it has, and whether checks still run; a click
 * opens the problems.
 */
export function showStatus(server: Server): vscode.Disposable {
  const known = new Map<string, StatusParams>();
  const onceChecked = new Set<string>();
  const item = vscode.window.createStatusBarItem('galley.status', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Galley';
  item.command = 'workbench.actions.view.problems';
  let isShownBusy = false;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const update = (): void => {
    clearTimeout(patience);
    const document = vscode.window.activeTextEditor?.document;
    const status = document?.languageId === LANGUAGE_ID ? known.get(document.uri.toString()) : undefined;
    if (!document || !status) {
      item.hide();
      return;
    }
    const isBusy = status.isChecking || status.version !== document.version;
    const isSaidAtOnce = isShownBusy || !onceChecked.has(document.uri.toString());
    if (isBusy && !isSaidAtOnce) patience = setTimeout(() => show(status, true), PATIENCE);
    show(status, isBusy && isSaidAtOnce);
  };
  const show = (status: StatusParams, isBusy: boolean): void => {
    isShownBusy = isBusy;
    item.text = isBusy
      ? vscode.l10n.t('$(loading~spin) {0} articles · {1} findings', status.articles, status.findings)
      : vscode.l10n.t('$(book) {0} articles · {1} findings', status.articles, status.findings);
    const tooltip = tooltipOf(status, isBusy);
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: `${spoken(item.text)}\n${tooltip}` };
    item.show();
  };

  return vscode.Disposable.from(
    item,
    server.onStatus((status) => {
      const uri = vscode.Uri.parse(status.uri).toString();
      // Newspaper and date stay as they were until the checks have ended.
      known.set(uri, status.isChecking ? { ...known.get(uri), ...status } : status);
      if (!status.isChecking) onceChecked.add(uri);
      update();
    }),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidChangeTextDocument(update),
    vscode.workspace.onDidOpenTextDocument(update),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      known.delete(uri.toString());
      onceChecked.delete(uri.toString());
      update();
    }),
    { dispose: () => clearTimeout(patience) },
  );
}

/** The newspaper and its date, what is found so far, whether more may follow, and what a click does. */
function tooltipOf({ title, date, articles, findings }: StatusParams, isBusy: boolean): string {
  const shownDate = date?.certainty === 'inferred' ? vscode.l10n.t('{0} (inferred)', date.value) : date?.value;
  return [
    visible([title, shownDate].filter((fact) => fact !== undefined).join(' · ')),
    vscode.l10n.t('{0} articles and {1} findings in this issue.', articles, findings),
    isBusy ? vscode.l10n.t('Checks are still running.') : '',
    vscode.l10n.t('Click to list the findings.'),
  ]
    .filter((line) => line !== '')
    .join('\n');
}
