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

/**
 * Whether all programs of Windows can open a file of a relative path with `/` between folders. Node.js would write any name, but a name of
 * a device, or one that ends in a dot or a space, means something else to other programs, and what follows a colon is hidden.
 */
export function isWindowsPath(path: string): boolean {
  return path.split('/').every((name) => !/[<>:"|?*\\\u0000-\u001f]|[. ]$/.test(name) && !DEVICE.test(name));
}

const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i;
