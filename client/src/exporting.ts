import * as vscode from 'vscode';
import type { OffsetUnit } from '../../server/src/export/schema';

/** How exports count: `galley.export.offsets`. */
export function offsetUnit(): OffsetUnit {
  return vscode.workspace.getConfiguration('galley').get('export.offsets') === 'codepoint' ? 'codepoint' : 'utf16';
}

/** A file's URI with another extension; `.issue.txt` is one extension. */
export function withExtension(uri: vscode.Uri, extension: string): vscode.Uri {
  return uri.with({ path: uri.path.replace(/(?:\.issue)?\.[^./]*$/, '') + extension });
}
