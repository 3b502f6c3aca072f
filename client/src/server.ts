import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { visible } from '../../server/src/core/visible';
import { AnnotationMethod, type AnnotationsParams } from '../../server/src/lsp/annotationProtocol';
import { LANGUAGE_ID, Method, type OccurrencesParams, type StatusParams } from '../../server/src/lsp/protocol';
import { StructureMethod } from '../../server/src/lsp/structureProtocol';

/** The language server as the rest of the extension sees it. */
export interface Server {
  readonly output: vscode.LogOutputChannel;
  /** Asks the server, which is started where it does not run yet. */
  request<Result>(method: string, params: unknown, token?: vscode.CancellationToken): Promise<Result>;
  notify(method: string, params: unknown): Promise<void>;
  /** After each analysis of an issue: how much is in it, and where grouped findings occur. */
  readonly onStatus: vscode.Event<StatusParams>;
  readonly onOccurrences: vscode.Event<OccurrencesParams>;
  /** Where the annotations of an issue are, if that is not where the editor has moved their marks. */
  readonly onAnnotations: vscode.Event<AnnotationsParams>;
  readonly onLabelsChanged: vscode.Event<void>;
  /** The index of the workspace may answer otherwise now. */
  readonly onIndexChanged: vscode.Event<void>;
  /** Something else than its text has changed how an issue is read. */
  readonly onStructureChanged: vscode.Event<void>;
  restart(): Promise<void>;
  dispose(): void;
}

/** Makes the client of a server. */
export type Connect = (output: vscode.LogOutputChannel) => Promise<BaseLanguageClient>;

/** Starts the server with the first issue that is open or opened; other text files cost nothing. */
export function createServer(connect: Connect): Server {
  const output = vscode.window.createOutputChannel('Galley', { log: true });
  const status = new vscode.EventEmitter<StatusParams>();
  const occurrences = new vscode.EventEmitter<OccurrencesParams>();
  const annotations = new vscode.EventEmitter<AnnotationsParams>();
  const labelsChanged = new vscode.EventEmitter<void>();
  const indexChanged = new vscode.EventEmitter<void>();
  const structureChanged = new vscode.EventEmitter<void>();
  let starting: Promise<BaseLanguageClient> | undefined;

  const start = async (): Promise<BaseLanguageClient> => {
    const client = await connect(output);
    client.onNotification(Method.status, (params: StatusParams) => status.fire(params));
    client.onNotification(Method.occurrences, (params: OccurrencesParams) => occurrences.fire(params));
    client.onNotification(AnnotationMethod.annotations, (params: AnnotationsParams) => annotations.fire(params));
    client.onNotification(AnnotationMethod.labelsChanged, () => labelsChanged.fire());
    client.onNotification(Method.indexChanged, () => indexChanged.fire());
    client.onNotification(StructureMethod.changed, () => structureChanged.fire());
    await client.start();
    return client;
  };
  const running = (): Promise<BaseLanguageClient> => (starting ??= start());
  const startFor = ({ languageId }: vscode.TextDocument): void => {
    if (languageId === LANGUAGE_ID)
      running().catch((error: unknown) => {
        output.error(visible(String(error)));
        void vscode.window.showErrorMessage(
          vscode.l10n.t('Galley could not start its language server. See the “Galley” output channel.'),
        );
      });
  };

  const opened = vscode.workspace.onDidOpenTextDocument(startFor);
  vscode.workspace.textDocuments.forEach(startFor);

  return {
    output,
    async request(method, params, token) {
      const client = await running();
      // A token that is undefined would be sent as a separate parameter.
      return token ? client.sendRequest(method, params, token) : client.sendRequest(method, params);
    },
    async notify(method, params) {
      await (await running()).sendNotification(method, params);
    },
    onStatus: status.event,
    onOccurrences: occurrences.event,
    onAnnotations: annotations.event,
    onLabelsChanged: labelsChanged.event,
    onIndexChanged: indexChanged.event,
    onStructureChanged: structureChanged.event,
    async restart() {
      const client = await starting?.catch(() => undefined);
      if (client) {
        await client.stop();
        await client.start();
      } else {
        starting = undefined;
        await running();
      }
    },
    dispose() {
      opened.dispose();
      status.dispose();
      occurrences.dispose();
      annotations.dispose();
      labelsChanged.dispose();
      indexChanged.dispose();
      structureChanged.dispose();
      output.dispose();
      void starting?.then((client) => client.dispose());
    },
  };
}
