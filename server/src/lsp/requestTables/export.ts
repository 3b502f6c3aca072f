import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Output } from '../../ports/output';
import type { Recognition } from '../../index/recognition';
import { signalOf } from '../session/abortSignal';
import type { ExportSurroundings } from '../requests/exportedFile';
import { Method, type ExportParams, type ExportWorkspaceParams } from '../protocol';
import { exportIssueFile } from '../requests/exportIssueFile';
import { exportWorkspace } from '../requests/exportWorkspace';
import type { WorkspaceFolders } from '../session/workspaceFolders';

/** What the exports need of the server. */
export interface ExportRequests extends ExportSurroundings {
  readonly connection: Connection;
  readonly output: Output;
  readonly folders: WorkspaceFolders;
  recognition(): Recognition;
}

/** Serves the exports of one issue and of the workspace. */
export function serveExports(requests: ExportRequests): void {
  const { connection, folders, recognition } = requests;
  connection.onRequest(Method.export, (params: ExportParams, token: CancellationToken) =>
    exportIssueFile(params, requests, signalOf(token)),
  );
  connection.onRequest(Method.exportWorkspace, async (params: ExportWorkspaceParams, token: CancellationToken) =>
    exportWorkspace(params, { ...requests, folders: await folders(), recognition: recognition() }, signalOf(token)),
  );
}
