import type { DocumentLink } from 'vscode-languageserver';
import { documentLinks, type IssueLink } from '../../features/documentLinks';
import type { ServerHost } from '../host';
import type { OpenIssue } from '../openIssues';
import { rangeOf } from '../ranges';
import { fileNameOf } from '../sidecars';

/** Links from jump lines to their page, in this file or in the file of that page beside it. */
export async function jumpLinks(issue: OpenIssue, host: ServerHost): Promise<DocumentLink[]> {
  const { document } = issue.snapshot;
  const links = documentLinks(document);
  const elsewhere = links.some(({ target }) => 'page' in target);
  const names = elsewhere ? await host.namesBeside(issue.uri) : [];
  return links.flatMap((link) => {
    const target = targetOf(link, issue, names);
    return target ? [{ range: rangeOf(document.lines, link.span), target }] : [];
  });
}

function targetOf({ target }: IssueLink, { uri, snapshot }: OpenIssue, names: readonly string[]): string | undefined {
  if ('offset' in target) return `${uri}#L${snapshot.document.lines.positionAt(target.offset).line + 1}`;
  const name = names.find((candidate) => isPageFile(candidate, fileNameOf(uri), target.page));
  return name === undefined ? undefined : new URL(encodeURIComponent(name), uri).href;
}

/** Whether two file names differ only in their last number, which is the page: `qz-20210722-01.txt`, `qz-20210722-07.txt`. */
function isPageFile(candidate: string, own: string, page: number): boolean {
  const pattern = /^(.*?)(\d+)(\D*)$/;
  const [, ownStem, ownPage, ownEnd] = pattern.exec(own) ?? [];
  const [, stem, number, end] = pattern.exec(candidate) ?? [];
  return ownPage !== undefined && stem === ownStem && end === ownEnd && Number(number) === page && candidate !== own;
}
