/**
 * The one form in which an index names a file, whichever way a program writes its URI: every character that may be
 * escaped is escaped, and the letter of a drive is small. It is the form of VS Code. Other URIs stay as they are.
 */
export function canonicalUri(uri: string): string {
  if (!uri.startsWith(SCHEME)) return uri;
  try {
    return SCHEME + uri.slice(SCHEME.length).split('/').map(escaped).join('/').replace(DRIVE, smallDrive);
  } catch {
    return uri; // An escape that is none: the program that made it still recognises it.
  }
}

/** The URI of the folder of a file, without a slash at the end. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

const SCHEME = 'file://';
const DRIVE = /^\/[A-Z]%3A/;

function escaped(part: string): string {
  return encodeURIComponent(decodeURIComponent(part)).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function smallDrive(drive: string): string {
  return `/${drive.charAt(1).toLowerCase()}%3A`;
}
