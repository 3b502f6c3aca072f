import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Output } from '../../ports/output';
import type { WorkspaceWork } from '../requests/workspaceWork';
import type { Recognition } from '../../index/recognition';
import { signalOf } from '../session/abortSignal';
import type { ExportSurroundings } from '../requests/exportedFile';
import {
  Method,
  type ExportParams,
  type ExportWorkspaceParams,
  type ImportAnnotationsParams,
  type ReportWorkspaceParams,
} from '../protocol';
import { exportIssueFile } from '../requests/exportIssueFile';
import { exportWorkspace } from '../requests/exportWorkspace';
import { importAnnotations } from '../requests/importAnnotations';
import { reportWorkspace } from '../requests/reportWorkspace';
import type { ErrorHandling } from '../session/errors';
import type { WorkspaceFolders } from '../session/workspaceFolders';

/** What the exports and the import of annotations need of the server. */
export interface ExportRequests extends ExportSurroundings {
  readonly connection: Connection;
  readonly output: Output;
  readonly workers: WorkspaceWork['workers'];
  readonly inForce: WorkspaceWork['inForce'];
  readonly folders: WorkspaceFolders;
  recognition(): Recognition;
  /** For what the user has ordered: an error is shown. */
  readonly withErrorsShown: ErrorHandling;
  /** Puts in force what the sidecar of an open issue says now. */
  sidecarChanged(uri: string): Promise<void>;
}

/** Serves the exports of one issue and of the workspace, and the import of annotations. */
export function serveExports(requests: ExportRequests): void {
  const { connection, folders, recognition, open, withErrorsShown, sidecarChanged } = requests;
  connection.onRequest(Method.export, (params: ExportParams, token: CancellationToken) =>
    exportIssueFile(params, requests, signalOf(token)),
  );
  connection.onRequest(Method.exportWorkspace, async (params: ExportWorkspaceParams, token: CancellationToken) =>
    exportWorkspace(params, { ...requests, folders: await folders(), recognition: recognition() }, signalOf(token)),
  );
  connection.onRequest(Method.reportWorkspace, async (params: ReportWorkspaceParams, token: CancellationToken) =>
    reportWorkspace(params, { ...requests, folders: await folders(), recognition: recognition() }, signalOf(token)),
  );
  connection.onRequest(Method.importAnnotations, (params: ImportAnnotationsParams) =>
    withErrorsShown('Import', null, async () =>
      importAnnotations(params, {
        ...requests,
        folders: await folders(),
        recognition: recognition(),
        open: [...open.uris()],
        sidecarChanged: async (uri) => (open.get(uri) ? sidecarChanged(uri) : undefined),
      }),
    ),
  );
}
