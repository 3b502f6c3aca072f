/** The URI of something in a folder. The name is as a person writes it; a `/` in it parts folders. */
export function childOf(folderUri: string, name: string): string {
  const { start, query } = parted(folderUri);
  return `${start.replace(/\/$/, '')}/${name.split('/').map(encodeURIComponent).join('/')}${query}`;
}

/** The URI of the folder of a file. */
export function parentOf(uri: string): string {
  const { start, query } = parted(uri);
  return start.slice(0, start.lastIndexOf('/')) + query;
}

/** What a message calls a file: its path as a person writes it, without scheme and host. */
export function pathIn(uri: string): string {
  const path = parted(uri).start.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Whether a URI is below that of a folder, which it is not if it climbs out again. */
export function liesBelow(uri: string, folderUri: string): boolean {
  const folder = `${parted(folderUri).start.replace(/\/$/, '')}/`;
  return parted(uri).start.startsWith(folder) && !pathIn(uri).split('/').includes('..');
}

/** Some file systems have a query in each of their URIs. */
function parted(uri: string): { readonly start: string; readonly query: string } {
  const at = uri.search(/[?#]/);
  return at < 0 ? { start: uri, query: '' } : { start: uri.slice(0, at), query: uri.slice(at) };
}
