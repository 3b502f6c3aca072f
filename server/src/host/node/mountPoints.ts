import { readFileSync } from 'node:fs';
import { parse, resolve, sep } from 'node:path';

/**
 * The drive that a path is on, as far as names say: the folder where it is mounted, or the root of a drive or share. Nothing
 * on the drive is read, because a drive that has gone does not answer.
 */
export function mountPointOf(path: string): string {
  const whole = resolve(path);
  let longest = parse(whole).root;
  for (const point of mountPoints()) if (point.length > longest.length && isAtOrBelow(point, whole)) longest = point;
  return longest;
}

function isAtOrBelow(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

/** The folders where drives are mounted. Linux lists them in a file; elsewhere none is known. */
function mountPoints(): readonly string[] {
  const now = Date.now();
  if (now > readAt + LONGEST_AGE) {
    readAt = now;
    known = readMountPoints();
  }
  return known;
}

let known: readonly string[] = [];
let readAt = -Infinity;

/** Milliseconds after which the list is read again. */
const LONGEST_AGE = 5000;

function readMountPoints(): readonly string[] {
  try {
    const lines = readFileSync('/proc/self/mountinfo', 'utf8').split('\n');
    return lines.flatMap((line) => line.split(' ')[4] ?? []).map(unescaped);
  } catch {
    return [];
  }
}

/** Spaces and the like are written as octal numbers. */
function unescaped(name: string): string {
  return name.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));
}
