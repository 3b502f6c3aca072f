import { canonicalUri } from '../../index/fileUri';

/**
 * The URI of a picture that an issue names, where it may be made a link: on the web, or in the workspace folder in which
 * the issue lies. An issue comes from anywhere, so it cannot name a file outside that folder, and none on another
 * computer. Takes the URIs of the issue and of all folders; an issue in no folder may name any file of its own computer.
 */
export function pictureUri(address: string, issue: string, folders: readonly string[]): string | undefined {
  if (!URL.canParse(address, issue)) return undefined;
  const { href, protocol, host, pathname } = new URL(address, issue);
  if (protocol === 'https:' || protocol === 'http:') return href;
  const own = new URL(issue);
  // An escaped slash would become one only in the editor, behind this check; two at the start name another computer.
  if (protocol !== own.protocol || host !== own.host || /^\/\/|%2f|%5c/i.test(pathname)) return undefined;
  const isWithin = (uri: string, folder: string): boolean => canonicalUri(uri).startsWith(`${canonicalUri(folder)}/`);
  const around = folders.filter((folder) => isWithin(issue, folder));
  return around.length === 0 || around.some((folder) => isWithin(href, folder)) ? href : undefined;
}
