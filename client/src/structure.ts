import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient';
import {
  StructureMethod,
  type ArticleItem,
  type ChangeStructureResult,
  type StructureChange,
  type StructureResult,
} from '../../server/src/lsp/structureProtocol';
import { protocolRange } from './ranges';
import type { Server } from './server';

/** The selection in a document; its beginning where the document is not in the active editor. */
export function selectionIn(document: vscode.TextDocument): Range {
  const editor = vscode.window.activeTextEditor;
  return protocolRange(editor?.document === document ? editor.selection : new vscode.Range(0, 0, 0, 0));
}

/** Asks the server to change the structure of an issue. Null where it could not; the server has said why. */
export function changeStructure(
  server: Server,
  { uri }: vscode.TextDocument,
  change: StructureChange,
): Promise<ChangeStructureResult | null> {
  return server.request(StructureMethod.change, { uri: uri.toString(), ...change });
}

/** What is at the selection, and what has been decided in the issue. */
export function structureAt(server: Server, document: vscode.TextDocument): Promise<StructureResult | null> {
  return server.request(StructureMethod.at, { uri: document.uri.toString(), range: selectionIn(document) });
}

/** Lets the user choose among articles; undefined where the user has given up. */
export async function chooseArticle(
  articles: readonly ArticleItem[],
  placeHolder: string,
): Promise<ArticleItem | undefined> {
  const items = articles.map((article) => ({ label: article.title, description: article.page ?? '', article }));
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.article;
}
