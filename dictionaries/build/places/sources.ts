import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The lines of a file of comma-separated values, its header and quotation marks left out. */
export function readTable(folder: string, name: string): string[][] {
  const lines = readFileSync(join(folder, name), 'utf8').split(/\r?\n/).slice(1);
  return lines.filter(Boolean).map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')));
}

/** The words of a file that has comments behind `#`. */
export function readWords(file: string): Set<string> {
  const text = readFileSync(file, 'utf8');
  return new Set(text.replace(/^#.*$/gm, '').split(/\s+/).filter(Boolean));
}
