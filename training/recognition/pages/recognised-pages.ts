import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { similarity } from './differences';

/** A paragraph of a page as it was read, with where it is in the page, and as it was printed. UTF-16 offsets. */
export interface Paragraph {
  readonly start: number;
  readonly read: string;
  readonly printed: string;
}

/** A page as it was recognised, with those of its paragraphs whose right text is known. */
export interface RecognisedPage {
  readonly file: string;
  /** What it is counted with: `made`, its typeface and its damage; or `real`. */
  readonly groups: readonly string[];
  readonly paragraphs: readonly Paragraph[];
}

/** The pages that training/recognition/pages.ts made. */
export function madePages(folder: string): RecognisedPage[] {
  if (!existsSync(folder)) return [];
  const golds = readdirSync(folder).filter((name) => name.endsWith('.gold.txt'));
  return golds.sort().map((gold) => {
    const name = gold.replace('.gold.txt', '');
    const file = join(folder, `${name}.txt`);
    const read = paragraphsOf(readFileSync(file, 'utf8'));
    const printed = linesOf(readFileSync(join(folder, gold), 'utf8'));
    return {
      file,
      groups: ['made', ...name.split('-').slice(1)],
      paragraphs: read.map((paragraph, index) => ({ ...paragraph, printed: printed[index] ?? '' })),
    };
  });
}

/** A page that was really printed and recognised. Of some paragraphs the right text is known; they are found by likeness. */
export function realPage(file: string, goldFile: string): RecognisedPage | undefined {
  if (!existsSync(file) || !existsSync(goldFile)) return undefined;
  const read = paragraphsOf(readFileSync(file, 'utf8'));
  const paragraphs = linesOf(readFileSync(goldFile, 'utf8')).map((printed) => {
    const likeness = ({ read: text }: { readonly read: string }): number =>
      similarity(text.slice(0, COMPARED), printed.slice(0, COMPARED));
    const likest = read.reduce((best, other) => (likeness(other) > likeness(best) ? other : best));
    return { ...likest, printed };
  });
  return { file, groups: ['real'], paragraphs };
}

/** Characters that identify a paragraph. */
const COMPARED = 200;

function linesOf(text: string): string[] {
  return text.trim().split('\n');
}

function paragraphsOf(text: string): Omit<Paragraph, 'printed'>[] {
  const paragraphs: Omit<Paragraph, 'printed'>[] = [];
  let from = 0;
  for (const part of text.split(/(\n\s*\n)/)) {
    const read = part.trim();
    if (read) paragraphs.push({ start: from + part.indexOf(read), read });
    from += part.length;
  }
  return paragraphs;
}
