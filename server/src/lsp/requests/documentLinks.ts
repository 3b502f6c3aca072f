import type { DocumentLink } from 'vscode-languageserver';
import { documentLinks, type IssueLink } from '../../features/documentLinks';
import type { FileSystem } from '../../ports/fileSystem';
import type { OpenIssue } from '../session/openIssues';
import { pictureUri } from './pictureUri';
import { rangeOf } from '../ranges';
import { fileNameOf } from '../session/sidecars';
import type { WorkspaceFolders } from '../session/workspaceFolders';

/** Links from jump lines to their page, in this file or in the file of that page beside it, and to the files of pictures. */
export async function jumpLinks(
  issue: OpenIssue,
  { files, folders }: { readonly files: FileSystem; readonly folders: WorkspaceFolders },
): Promise<DocumentLink[]> {
  const { analysis } = issue;
  const links = documentLinks(analysis);
  const names = links.some(({ target }) => 'page' in target) ? await files.namesBeside(issue.uri) : [];
  const around: Surroundings = {
    pageFiles: pageFilesAmong(names, fileNameOf(issue.uri)),
    folders: links.some(({ target }) => 'uri' in target) ? await folders() : [],
  };
  return links.flatMap((link) => {
    const target = targetOf(link, issue, around);
    return target ? [{ range: rangeOf(analysis.document.lines, link.span), target }] : [];
  });
}

/** The names of the files with the other pages of an issue, by page, and the URIs of the workspace's folders. */
interface Surroundings {
  readonly pageFiles: ReadonlyMap<number, string>;
  readonly folders: readonly string[];
}

function targetOf({ target }: IssueLink, { uri, analysis }: OpenIssue, around: Surroundings): string | undefined {
  if ('offset' in target) return `${uri}#L${analysis.document.lines.positionAt(target.offset).line + 1}`;
  if ('uri' in target) return pictureUri(target.uri, uri, around.folders);
  const name = around.pageFiles.get(target.page);
  return name === undefined ? undefined : new URL(encodeURIComponent(name), uri).href;
}

/** Names that differ from `own` only in their last number, which is the page: `qz-20210722-01.txt`, `qz-20210722-07.txt`. */
function pageFilesAmong(names: readonly string[], own: string): Map<number, string> {
  const [, ownStem, ownPage, ownEnd] = LAST_NUMBER.exec(own) ?? [];
  const files = new Map<number, string>();
  if (ownPage === undefined) return files;
  for (const name of names) {
    const [, stem, number, end] = LAST_NUMBER.exec(name) ?? [];
    if (stem !== ownStem || end !== ownEnd || name === own) continue;
    if (!files.has(Number(number))) files.set(Number(number), name);
  }
  return files;
}

const LAST_NUMBER = /^(|.*\D)(\d+)(\D*)$/;
