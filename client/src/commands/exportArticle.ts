import * as vscode from 'vscode';
import { EXPORT_ARTICLE_COMMAND } from '../../../server/src/lsp/protocol';
import { exportTo } from '../exporting';
import type { Command } from './command';

/** Exports one article, named by the lens above it. */
export const exportArticle: Command = {
  id: EXPORT_ARTICLE_COMMAND,
  async run(galley, uri, article) {
    if (typeof uri === 'string' && typeof article === 'string')
      await exportTo(galley.server, vscode.Uri.parse(uri), article);
  },
};
