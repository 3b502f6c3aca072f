import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '../sources/csv';

/** The rows of a file of comma-separated values, by the names of its columns. */
export function readTable(folder: string, name: string): Record<string, string>[] {
  return readCsv(readFileSync(join(folder, name), 'utf8'));
}

/** The words of a file that has comments after `#`. */
export function readWords(file: string): Set<string> {
  const text = readFileSync(file, 'utf8');
  return new Set(text.replace(/^#.*$/gm, '').split(/\s+/).filter(Boolean));
}
