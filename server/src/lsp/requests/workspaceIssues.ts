import { visible } from '../../core/visible';
import { canonicalUri, folderOf } from '../../index/fileUri';
import type { Recognition } from '../../index/recognition';
import { looksLikeIssue } from '../../issue/recognise';
import type { FileSystem, IssueCandidate } from '../../ports/fileSystem';

/** A file of the workspace that is or may be an issue, with its path for the user. */
export interface WorkspaceIssue extends IssueCandidate {
  readonly path: string;
}

/** What finding the issues of a workspace needs of the server. */
export interface WorkspaceSurroundings {
  readonly files: FileSystem;
  /** URIs of the workspace's folders, without a slash at the end. */
  readonly folders: readonly string[];
  readonly recognition: Recognition;
  readonly open: { uris(): readonly string[] };
}

/** The files that are or may be issues, by path, and a line on each folder that cannot be read. */
export interface FoundWorkspaceIssues {
  readonly items: readonly WorkspaceIssue[];
  readonly unread: readonly string[];
}

/**
 * Finds the files of a workspace that are or may be issues. An issue that is open goes
 * by the URI that the editor has for it.
 */
export async function workspaceIssues({
  folders,
  recognition,
  files,
  open,
}: WorkspaceSurroundings): Promise<FoundWorkspaceIssues> {
  const shown = new Map(open.uris().map((uri) => [canonicalUri(uri), uri]));
  const found = await files.findIssues(folders, recognition);
  const unread = [...found.unreadable].map(([folder, cause]) => visible(`${folder}: ${cause}`));
  const items = found.files
    .map((candidate) => ({
      ...candidate,
      uri: shown.get(candidate.uri) ?? candidate.uri,
      path: pathWithin(folders, candidate.uri),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { items, unread };
}

/** Whether a file is an issue, judged by its text where its name does not say so. */
export function isIssueText({ isCertain }: IssueCandidate, text: string): boolean {
  return isCertain || looksLikeIssue(text.slice(0, SAMPLE));
}

/** Characters at the beginning of a file by which it is recognised. */
const SAMPLE = 20_000;

/** Relative to the folder of the workspace, and with the name of that folder where there are several, as VS Code shows it. */
export function pathWithin(folders: readonly string[], given: string): string {
  const uri = canonicalUri(given);
  const folder = folders.map(canonicalUri).findLast((around) => uri.startsWith(`${around}/`));
  const above = folders.length > 1 && folder !== undefined ? folderOf(folder) : folder;
  return decodeURIComponent(uri.slice((above ?? folderOf(uri)).length + 1));
}
