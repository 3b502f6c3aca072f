import type { DocumentLink } from 'vscode-languageserver';
import { documentLinks, type IssueLink } from '../../features/documentLinks';
import type { FileSystem } from '../../ports/fileSystem';
import type { OpenIssue } from '../openIssues';
import { rangeOf } from '../ranges';
import { fileNameOf } from '../sidecars';

/** Links from jump lines to their page, in this file or in the file of that page beside it, and to the files of pictures. */
export async function jumpLinks(issue: OpenIssue, files: FileSystem): Promise<DocumentLink[]> {
  const { document } = issue.snapshot;
  const links = documentLinks(document);
  const elsewhere = links.some(({ target }) => 'page' in target);
  const names = elsewhere ? await files.namesBeside(issue.uri) : [];
  return links.flatMap((link) => {
    const target = targetOf(link, issue, names);
    return target ? [{ range: rangeOf(document.lines, link.span), target }] : [];
  });
}

function targetOf({ target }: IssueLink, { uri, snapshot }: OpenIssue, names: readonly string[]): string | undefined {
  if ('offset' in target) return `${uri}#L${snapshot.document.lines.positionAt(target.offset).line + 1}`;
  if ('uri' in target) return pictureUri(target.uri, uri);
  const name = names.find((candidate) => isPageFile(candidate, fileNameOf(uri), target.page));
  return name === undefined ? undefined : new URL(encodeURIComponent(name), uri).href;
}

/** A picture beside the issue or on the web. An issue comes from anywhere, so no other kind of address is made a link. */
function pictureUri(address: string, issue: string): string | undefined {
  if (!URL.canParse(address, issue)) return undefined;
  const { href, protocol } = new URL(address, issue);
  return protocol === new URL(issue).protocol || protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** Whether two file names differ only in their last number, which is the page: `qz-20210722-01.txt`, `qz-20210722-07.txt`. */
function isPageFile(candidate: string, own: string, page: number): boolean {
  const pattern = /^(.*?)(\d+)(\D*)$/;
  const [, ownStem, ownPage, ownEnd] = pattern.exec(own) ?? [];
  const [, stem, number, end] = pattern.exec(candidate) ?? [];
  return ownPage !== undefined && stem === ownStem && end === ownEnd && Number(number) === page && candidate !== own;
}
