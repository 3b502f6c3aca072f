import * as vscode from 'vscode';
import type { Galley } from './commands/command';
import { COMMANDS } from './commands/index';
import { warnOfWrongEncoding } from './encoding';
import { createRecognition } from './recognition';
import { createServer } from './server';
import { showOccurrences } from './occurrences';
import { showStatus } from './status';
import { showNames } from './views/names';
import { showPosts } from './views/posts';

/** Starts Galley: recognition at once, the language server with the first issue that is opened. */
export function activate(context: vscode.ExtensionContext): void {
  const server = createServer(context);
  const recognition = createRecognition();
  const galley: Galley = { server, recognition };
  context.subscriptions.push(server, recognition, warnOfWrongEncoding(), showStatus(server), showOccurrences(server));
  context.subscriptions.push(showNames(server), showPosts(server));
  for (const { id, run } of COMMANDS)
    context.subscriptions.push(vscode.commands.registerCommand(id, (...given: unknown[]) => run(galley, ...given)));
}
