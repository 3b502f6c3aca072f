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
  const around: Surroundings = {
    names: links.some(({ target }) => 'page' in target) ? await files.namesBeside(issue.uri) : [],
    folders: links.some(({ target }) => 'uri' in target) ? await folders() : [],
  };
  return links.flatMap((link) => {
    const target = targetOf(link, issue, around);
    return target ? [{ range: rangeOf(analysis.document.lines, link.span), target }] : [];
  });
}

/** The names of the files beside an issue, and the URIs of the workspace's folders. */
interface Surroundings {
  readonly names: readonly string[];
  readonly folders: readonly string[];
}

function targetOf({ target }: IssueLink, { uri, analysis }: OpenIssue, around: Surroundings): string | undefined {
  if ('offset' in target) return `${uri}#L${analysis.document.lines.positionAt(target.offset).line + 1}`;
  if ('uri' in target) return pictureUri(target.uri, uri, around.folders);
  const name = around.names.find((candidate) => isPageFile(candidate, fileNameOf(uri), target.page));
  return name === undefined ? undefined : new URL(encodeURIComponent(name), uri).href;
}

/** Whether two file names differ only in their last number, which is the page: `qz-20210722-01.txt`, `qz-20210722-07.txt`. */
function isPageFile(candidate: string, own: string, page: number): boolean {
  const pattern = /^(.*?)(\d+)(\D*)$/;
  const [, ownStem, ownPage, ownEnd] = pattern.exec(own) ?? [];
  const [, stem, number, end] = pattern.exec(candidate) ?? [];
  return ownPage !== undefined && stem === ownStem && end === ownEnd && Number(number) === page && candidate !== own;
}
