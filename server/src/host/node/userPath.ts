import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The path that a user has written in a setting, where `~/` is the user's home. */
export function userPath(path: string): string {
  return path.startsWith('~/') ? join(homedir(), path.slice(2)) : resolve(path);
}
