import { canonicalUri, folderOf } from '../../index/fileUri';

/** Where a picture lies that an issue names: on the web, or in a file, which a link may still lead elsewhere. */
export type PictureTarget = { readonly web: string } | { readonly file: string };

/**
 * The target of a picture that an issue names; undefined where it may not be made a link. An issue comes from anywhere,
 * so it can name files in and below its own folder only, and none on another computer.
 */
export function pictureTarget(address: string, issue: string): PictureTarget | undefined {
  if (!URL.canParse(address, issue)) return undefined;
  const { href, protocol, host, pathname } = new URL(address, issue);
  if (protocol === 'https:' || protocol === 'http:') return { web: href };
  const own = new URL(issue);
  // An escaped slash would become one only in the editor, behind this check; two at the start name another computer.
  if (protocol !== own.protocol || host !== own.host || /^\/\/|%2f|%5c/i.test(pathname)) return undefined;
  return canonicalUri(href).startsWith(`${folderOf(canonicalUri(issue))}/`) ? { file: href } : undefined;
}
