import type { Span } from '../core/span';
import type { Block, Paragraph, Seam } from './model';
import { endsOpenly, readSeam, type SeamHabits } from './seams';

/** Joins the blocks that column ends tore apart. A weak seam does not join: the reader has to decide. */
export function paragraphsOf(blocks: readonly Block[], habits: SeamHabits): Paragraph[] {
  const paragraphs: Draft[] = [];
  for (const block of blocks) {
    const last = paragraphs.at(-1);
    const before = last?.parts.at(-1);
    const above = paragraphs.at(-2)?.parts.at(-1);
    const isTorn = (last?.parts.length ?? 0) > 1;
    const context = {
      opensBody: paragraphs.length === 1 && !isTorn,
      isTorn,
      isListed: above !== undefined && endsOpenly(above.line.text),
      habits,
    };
    const seam = before && (wrappedSeam(before, block) ?? readSeam(before, block, context));
    if (last && seam && seam.strength !== 'weak') {
      last.parts.push(block);
      last.span = { start: last.span.start, end: block.span.end };
      last.seams.push(seam);
      continue;
    }
    if (last && seam) last.doubtfulEnd = seam;
    paragraphs.push({ ...paragraphOf(block), parts: [block], seams: [] });
  }
  return paragraphs;
}

/** The line end between two lines of one paragraph in a text that is wrapped throughout. */
function wrappedSeam(line: Block, below: Block): Seam | undefined {
  if (!line.wraps || below.wraps !== 'on') return undefined;
  return { span: { start: line.span.end, end: below.span.start }, strength: 'wrapped' };
}

/** A block that is a paragraph by itself. */
export function paragraphOf(block: Block): Paragraph {
  return { role: block.kind === 'crosshead' ? 'crosshead' : 'body', span: block.span, parts: [block], seams: [] };
}

interface Draft {
  readonly role: Paragraph['role'];
  span: Span;
  readonly parts: Block[];
  readonly seams: Seam[];
  doubtfulEnd?: Seam;
}
