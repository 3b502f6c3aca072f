import type { Span } from '../core/span';
import type { Block, Paragraph, Seam } from './model';
import { readSeam } from './seams';

/** Joins the blocks that column ends tore apart. A weak seam does not join: it is a doubt for the reader. */
export function paragraphsOf(text: string, blocks: readonly Block[]): Paragraph[] {
  const paragraphs: Draft[] = [];
  for (const block of blocks) {
    const last = paragraphs.at(-1);
    const before = last?.parts.at(-1);
    const seam = before && readSeam(text, before, block, paragraphs.length === 1);
    if (last && seam && seam.strength !== 'weak') {
      last.parts.push(block);
      last.seams.push(seam);
      continue;
    }
    if (last && seam) last.doubtfulEnd = seam;
    paragraphs.push({ role: block.kind === 'crosshead' ? 'crosshead' : 'body', parts: [block], seams: [] });
  }
  return paragraphs.map((paragraph) => ({ ...paragraph, span: spanOf(paragraph.parts) }));
}

interface Draft {
  readonly role: Paragraph['role'];
  readonly parts: Block[];
  readonly seams: Seam[];
  doubtfulEnd?: Seam;
}

function spanOf(blocks: readonly Block[]): Span {
  return { start: blocks[0]?.span.start ?? 0, end: blocks.at(-1)?.span.end ?? 0 };
}
