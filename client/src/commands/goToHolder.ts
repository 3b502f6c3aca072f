import * as vscode from 'vscode';
import { Method } from '../../../server/src/lsp/protocol';
import type { IssueMentionsOf } from '../../../server/src/index/queries/mentions';
import type { Command } from './command';

/** Goes to the first place where the workspace gives somebody an office; the view of posts names them by their key. */
export const goToHolder: Command = {
  id: 'galley.goToHolder',
  async run({ server }, key) {
    const issues = await server.request<readonly IssueMentionsOf[]>(Method.indexMentions, { key });
    const places = issues.flatMap(({ uri, places: all }) => all.map((place) => ({ uri, place })));
    const first = places.find(({ place }) => place.office !== undefined) ?? places[0];
    if (!first) return;
    const { start, end } = first.place;
    const selection = new vscode.Range(start.line, start.column, end.line, end.column);
    await vscode.window.showTextDocument(vscode.Uri.parse(first.uri), { selection, preview: true });
  },
};
