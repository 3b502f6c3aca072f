import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler, type LanguageClientOptions } from 'vscode-languageclient';
import { COMPARE_COMMAND } from '../../server/src/lsp/agreementProtocol';
import { ANNOTATE_COMMAND } from '../../server/src/lsp/annotationProtocol';
import { ADD_TO_DICTIONARY_COMMAND, LANGUAGE_ID, SET_RULE_SEVERITY_COMMAND } from '../../server/src/lsp/protocol';
import { SET_BLOCK_ROLE_COMMAND } from '../../server/src/lsp/structureProtocol';
import { layerChoice } from './annotations/layerChoice';
import { createRestartLimit } from './restarts';
import { servedSchemes } from './served';
import { withoutNetworkFiles } from './workspaceSettings';

/** How the client of a language server behaves, wherever the server runs. */
export function clientOptions(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): LanguageClientOptions {
  return {
    documentSelector: servedSchemes().map((scheme) => ({ scheme, language: LANGUAGE_ID })),
    outputChannel: output,
    errorHandler: restartsAfterCrash(),
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/*.galley.json') },
    // Asked for again with each start.
    initializationOptions: () => ({
      // Where the index of the workspace is kept; undefined where no folder is open.
      storageUri: context.storageUri?.toString(),
      commands: [
        SET_RULE_SEVERITY_COMMAND,
        ADD_TO_DICTIONARY_COMMAND,
        SET_BLOCK_ROLE_COMMAND,
        ANNOTATE_COMMAND,
        COMPARE_COMMAND,
      ],
      layers: layerChoice(context),
    }),
    markdown: { isTrusted: false },
    middleware: {
      workspace: {
        async configuration(params, token, next) {
          const values: unknown = await next(params, token);
          return Array.isArray(values) ? values.map((value) => withoutNetworkFiles(value, output)) : [];
        },
      },
    },
  };
}

/** Restarts a server that has ended, says so, and gives up where it keeps ending. */
function restartsAfterCrash(): ErrorHandler {
  const decide = createRestartLimit();
  return {
    error: () => ({ action: ErrorAction.Continue }),
    closed() {
      const next = decide(Date.now());
      if (next === 'give up') {
        void offerRestart();
        return { action: CloseAction.DoNotRestart, handled: true };
      }
      if (next === 'tell and restart')
        void vscode.window.showWarningMessage(
          vscode.l10n.t('Galley’s language server stopped and has been started again. Your text is not affected.'),
        );
      return { action: CloseAction.Restart, handled: true };
    },
  };
}

async function offerRestart(): Promise<void> {
  const restart = vscode.l10n.t('Restart');
  const show = vscode.l10n.t('Show Output');
  const message = vscode.l10n.t(
    'Galley’s language server keeps stopping. Your text is not affected, but findings and outline are not up to date.',
  );
  const chosen = await vscode.window.showErrorMessage(message, restart, show);
  if (chosen === restart) await vscode.commands.executeCommand('galley.restartServer');
  if (chosen === show) await vscode.commands.executeCommand('galley.showOutput');
}
