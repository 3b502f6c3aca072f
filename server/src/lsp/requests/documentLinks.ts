import type { DocumentLink } from 'vscode-languageserver';
import { documentLinks, type IssueLink } from '../../features/documentLinks';
import { folderOf } from '../../index/fileUri';
import type { FileSystem } from '../../ports/fileSystem';
import type { OpenIssue } from '../session/openIssues';
import { pictureTarget } from './pictureUri';
import { rangeOf } from '../ranges';
import { fileNameOf } from '../session/sidecars';

/** Links from jump lines to their page, in this file or in the file of that page beside it, and to the files of pictures. */
export async function issueLinks(issue: OpenIssue, files: FileSystem): Promise<DocumentLink[]> {
  const { analysis } = issue;
  const links = documentLinks(analysis);
  const names = links.some(({ target }) => 'page' in target) ? await files.namesBeside(issue.uri) : [];
  const around: Surroundings = {
    pageFiles: pageFilesAmong(names, fileNameOf(issue.uri)),
    pictures: await picturesOf(links, issue.uri, files),
  };
  return links.flatMap((link) => {
    const target = targetOf(link, issue, around);
    return target ? [{ range: rangeOf(analysis.document.lines, link.span), target }] : [];
  });
}

/** What links lead to: the files with the other pages of an issue, by page, and pictures, by their address in the text. */
interface Surroundings {
  readonly pageFiles: ReadonlyMap<number, string>;
  readonly pictures: ReadonlyMap<string, string>;
}

/** Pictures on the web, and picture files that are in the folder of the issue even after all links on the disk. */
async function picturesOf(
  links: readonly IssueLink[],
  issue: string,
  files: FileSystem,
): Promise<ReadonlyMap<string, string>> {
  const addresses = new Set(links.flatMap(({ target }) => ('uri' in target ? [target.uri] : [])));
  const pictures = new Map<string, string>();
  // One after the other: a folder that does not answer must not hold up the reading of other files.
  for (const address of addresses) {
    const target = pictureTarget(address, issue);
    if (!target) continue;
    if ('web' in target) pictures.set(address, target.web);
    else if (await files.isBelow(target.file, folderOf(issue))) pictures.set(address, target.file);
  }
  return pictures;
}

function targetOf({ target }: IssueLink, { uri, analysis }: OpenIssue, around: Surroundings): string | undefined {
  if ('offset' in target) return `${uri}#L${analysis.document.lines.positionAt(target.offset).line + 1}`;
  if ('uri' in target) return around.pictures.get(target.uri);
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
