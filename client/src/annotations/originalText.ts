import * as vscode from 'vscode';
import { AnnotationMethod } from '../../../server/src/lsp/annotationProtocol';
import type { Server } from '../server';

/** The scheme of documents that show the original OCR text of an issue. Their query is the URI of the issue. */
export const ORIGINAL_SCHEME = 'galley-original';

/** Provides the original OCR text of issues for comparisons. */
export function provideOriginals(server: Server): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(ORIGINAL_SCHEME, {
    provideTextDocumentContent: async ({ query }) =>
      (await server.request<string | null>(AnnotationMethod.original, { uri: query })) ?? '',
  });
}
