/** Whether a path names another computer, `\\host\share` or `//host/share`: Windows logs in there when it is read. */
export function isNetworkPath(path: string): boolean {
  return /^\s*[\\/]{2}/.test(path);
}

/** Whether a path or a pattern of paths may lead out of the folder to which it is relative. */
export function mayLeaveFolder(path: string): boolean {
  return path.includes('..') || /^\s*(?:[\\/]|[A-Za-z]:)/.test(path);
}

/** Equal for two names that some file system treats as the same. */
export function sameFileKey(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
