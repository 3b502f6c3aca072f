import * as vscode from 'vscode';
import { changeStructure, chooseArticle, selectionIn, structureAt } from '../structure';
import { issueCommand } from './command';

/** Marks where the article at the cursor continues, or where it comes from. */
export const markContinuation = issueCommand('galley.markContinuation', async (document, { server }) => {
  const range = selectionIn(document);
  const known = await structureAt(server, document);
  if (!known) return;
  const others = known.articles.filter(({ id }) => id !== known.article);
  if (known.article === undefined || others.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Place the cursor in an article. The issue must have more than one article.'),
    );
    return;
  }
  const directions = [
    { label: vscode.l10n.t('This article continues at…'), isFrom: false },
    { label: vscode.l10n.t('This article is continued from…'), isFrom: true },
  ];
  const direction = await vscode.window.showQuickPick(directions);
  const other = direction && (await chooseArticle(others, direction.label));
  if (!other) return;
  const there = { start: other.position, end: other.position };
  await changeStructure(
    server,
    document,
    direction.isFrom
      ? { kind: 'continuation', range: there, to: range.start }
      : { kind: 'continuation', range, to: other.position },
  );
});
