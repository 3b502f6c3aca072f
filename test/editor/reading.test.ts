import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { FRONT_PAGE, openIssue, PAGE_THREE, THREE_PAGES, until } from './support';

suite('reading', () => {
  test('the outline shows pages, articles and their headlines', async () => {
    const { document } = await openIssue(THREE_PAGES);
    const outline = await until('there is an outline', async () => {
      const items = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return items?.length ? items : undefined;
    });
    const names = flatten(outline).map(({ name }) => name);
    for (const headline of ['第七届青溪河龙舟邀请赛今日开桨', '用好一江清水', '故乡的桐油灯'])
      assert.ok(
        names.some((name) => name.includes(headline)),
        `${headline} in ${names.join(' | ')}`,
      );
  });

  test('articles fold', async () => {
    const { document } = await openIssue(FRONT_PAGE);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const headline = lineOf(document, '# 云川至南屏城际铁路全线铺轨');
    assert.ok(folds.some(({ start, end }) => start === headline && end > headline + 4));
  });

  test('a jump line links to its page in the neighbouring file', async () => {
    const { document } = await openIssue(FRONT_PAGE);
    const jump = lineOf(document, '(下转第三版)');
    const link = await linkAt(document, jump);
    assert.ok(link.target?.path.endsWith(PAGE_THREE), String(link.target));
  });

  test('a jump line links to its page in the same file', async () => {
    const { document } = await openIssue(THREE_PAGES);
    const link = await linkAt(document, lineOf(document, '详见A3版'));
    assert.ok(link.target?.path.endsWith(THREE_PAGES), String(link.target));
  });

  test('expanding the selection goes from the word to the article', async () => {
    const { document } = await openIssue(FRONT_PAGE);
    const line = lineOf(document, '这条铁路正线全长');
    const [chain] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [new vscode.Position(line, 3)],
    );
    const steps = [];
    for (let step = chain; step; step = step.parent) steps.push(document.getText(step.range));
    assert.ok(steps.includes('铁路'), steps.join(' | '));
    assert.ok(steps.some((step) => step.startsWith('# 云川至南屏') && step.includes('30多万人')));
  });
});

function flatten(items: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return items.flatMap((item) => [item, ...flatten(item.children)]);
}

function lineOf(document: vscode.TextDocument, text: string): number {
  return document.positionAt(document.getText().indexOf(text)).line;
}

async function linkAt(document: vscode.TextDocument, line: number): Promise<vscode.DocumentLink> {
  return until(`line ${String(line + 1)} is a link`, async () => {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
      100,
    );
    return links.find(({ range }) => range.start.line === line);
  });
}
