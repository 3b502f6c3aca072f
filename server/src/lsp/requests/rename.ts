import { t } from '@vscode/l10n';
import {
  LSPErrorCodes,
  ResponseError,
  type PrepareRenameResult,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { visible } from '../../core/visible';
import { checkedName, renamedIn, renamingAt, type Refusal, type Renaming } from '../../features/rename';
import { canonicalUri } from '../../index/fileUri';
import { unpackOccurrences, type IssueOccurrences } from '../../index/queries/occurrences';
import type { OpenIssue } from '../session/openIssues';
import { rangeOf, rangeOfExtent } from '../ranges';
import type { ClientFolders } from '../session/workspaceFolders';
import type { WorkspaceIndex } from '../session/workspaceIndex';

/** What renaming would need of the client and the server beside the issue. */
export interface RenameContext {
  readonly index: WorkspaceIndex;
  readonly folders: Pick<ClientFolders, 'isOfWorkspace'>;
  /** Whether the client lets the user confirm each change. */
  readonly canPreview: boolean;
  warn(message: string): void;
}

/** The name at an offset. Throws a refusal that says why there is nothing to rename. */
export function prepareRename(
  issue: OpenIssue,
  offset: number,
  folders: RenameContext['folders'],
): PrepareRenameResult {
  const { span, spelling } = renamingOf(issue, offset, folders);
  return { range: rangeOf(issue.analysis.document.lines, span), placeholder: spelling };
}

/**
 * The edits that repair one spelling of a name in every issue of the workspace, each to be confirmed where the client can
 * do that. Throws a refusal where the new name is none, or while the workspace is still being read.
 */
export async function rename(
  issue: OpenIssue,
  offset: number,
  newName: string,
  context: RenameContext,
): Promise<WorkspaceEdit> {
  const { index, folders, canPreview, warn } = context;
  const renaming = renamingOf(issue, offset, folders);
  const name = accepted(checkedName(newName, renaming));
  if (index.isReading())
    throw refused(
      t('Galley is still reading the workspace. Rename after it has finished, so that no issue is left out.'),
    );
  // Files may have changed a moment ago, and a change at a wrong place would do harm.
  await index.refresh();
  const elsewhere = unpackOccurrences(await index.ask('occurrences', renaming.key, renaming.spelling)).filter(
    ({ uri }) => uri !== canonicalUri(issue.uri),
  );
  const unreadable = elsewhere.filter(({ uri, isUtf8 }) => !isUtf8 && !index.openIssue(uri));
  if (unreadable.length > 0)
    warn(t('Files left out, because they are not in UTF-8: {0}. Open them, or save them as UTF-8.', unreadable.length));
  const changes = [
    changeOf(issue, rangesIn(issue, renaming)),
    ...elsewhere
      .filter((one) => !unreadable.includes(one))
      .map((one) => changeOf(index.openIssue(one.uri) ?? one, rangesOf(one))),
  ].filter(({ ranges }) => ranges.length > 0);
  return canPreview ? annotatedEdit(changes, renaming.spelling, name) : plainEdit(changes, name);
}

/** The places in one file; `version` is null where it is not open. */
interface Change {
  readonly uri: string;
  readonly version: number | null;
  readonly ranges: readonly Range[];
}

function changeOf(file: OpenIssue | IssueOccurrences, ranges: readonly Range[]): Change {
  return { uri: file.uri, version: 'version' in file ? file.version : null, ranges };
}

function rangesIn({ analysis }: OpenIssue, renaming: Renaming): Range[] {
  return renamedIn(analysis, renaming).map((span) => rangeOf(analysis.document.lines, span));
}

/** A name across the end of a line is left alone: to replace it would join the lines. */
function rangesOf({ extents }: IssueOccurrences): Range[] {
  return extents.filter(({ start, end }) => start.line === end.line).map(rangeOfExtent);
}

function annotatedEdit(changes: readonly Change[], spelling: string, newText: string): WorkspaceEdit {
  const annotationId = 'rename';
  return {
    documentChanges: changes.map(({ uri, version, ranges }): TextDocumentEdit => ({
      textDocument: { uri, version },
      edits: ranges.map((range) => ({ range, newText, annotationId })),
    })),
    changeAnnotations: {
      [annotationId]: { label: visible(t('“{0}” becomes “{1}”', spelling, newText)), needsConfirmation: true },
    },
  };
}

function plainEdit(changes: readonly Change[], newText: string): WorkspaceEdit {
  return {
    changes: Object.fromEntries(changes.map(({ uri, ranges }) => [uri, ranges.map((range) => ({ range, newText }))])),
  };
}

function renamingOf({ uri, analysis }: OpenIssue, offset: number, folders: RenameContext['folders']): Renaming {
  if (!folders.isOfWorkspace(uri)) throw refused(t('This document cannot be changed.'));
  return accepted(renamingAt(analysis, offset));
}

function accepted<Result>(result: Result | Refusal): Result {
  if (isRefusal(result)) throw refused(result.refusal);
  return result;
}

function isRefusal(result: unknown): result is Refusal {
  return typeof result === 'object' && result !== null && 'refusal' in result;
}

function refused(message: string): ResponseError<undefined> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
