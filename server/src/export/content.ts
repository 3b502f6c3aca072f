import { joinedBytes } from '../core/joinedBytes';
import type { ExportFile, ExportFormat, FileContent } from './format';

/** A whole file with what its format puts at the beginning of all. Files that only go along with others are text without it. */
export function contentOf(format: ExportFormat, file: ExportFile, header: string): FileContent {
  return file.isCompanion ? textOf(file) : encoded(format, header + textOf(file));
}

/** The text of a whole file. */
export function textOf({ chunks }: ExportFile): string {
  return [...chunks].join('');
}

/** What a format makes of the text of a whole file: bytes, or the text itself. */
export function encoded({ encoder: start }: ExportFormat, text: string): FileContent {
  if (!start) return text;
  const encoder = start();
  return joinedBytes([encoder.add(text), encoder.end()]);
}
