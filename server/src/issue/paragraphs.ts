import type { Span } from '../core/span';
import type { Block, Paragraph, Seam } from './model';
import { breaksOff, endsOpenly, readSeam, type SeamContext, type SeamHabits } from './seams';

/**
 * Joins the blocks that column ends split, also where a table was set between them. A weak seam does not join: the
 * reader has to decide.
 */
export function paragraphsOf(text: string, blocks: readonly Block[], habits: SeamHabits): Paragraph[] {
  const paragraphs: Draft[] = [];
  const prose: Draft[] = [];
  for (const block of blocks) {
    const draft: Draft = { ...paragraphOf(block), parts: [block], seams: [] };
    if (block.kind !== 'table') {
      const [last, above] = [prose.at(-1), prose.at(-2)?.parts.at(-1)];
      const isTorn = (last?.parts.length ?? 0) > 1;
      const seam = seamBehind(last, block, {
        opensBody: !isTorn && prose.length <= MOST_DECKS + 1 && prose.slice(0, -1).every(isDeck),
        isTorn,
        isInterrupted: isInterrupted(text, last?.parts.at(-1), block),
        isListed: above !== undefined && endsOpenly(above.line.text),
        habits,
      });
      if (last && seam && seam.strength !== 'weak') {
        last.parts.push(block);
        last.span = { start: last.span.start, end: block.span.end };
        last.seams.push(seam);
        continue;
      }
      if (last && seam && last === paragraphs.at(-1)) last.doubtfulEnd = seam;
      prose.push(draft);
    }
    paragraphs.push(draft);
  }
  return paragraphs;
}

function seamBehind(paragraph: Draft | undefined, block: Block, context: SeamContext): Seam | undefined {
  const before = paragraph?.parts.at(-1);
  return before && (wrappedSeam(before, block) ?? readSeam(before, block, context));
}

/** Whether what opens a body has no stop at its end, and is not split. */
function isDeck({ parts }: Draft): boolean {
  const text = parts[0]?.line.text ?? '';
  return parts.length === 1 && breaksOff(text) && !endsOpenly(text);
}

const MOST_DECKS = 2;

/** Whether something else than white space and tags that separate paragraphs is between two blocks. */
function isInterrupted(text: string, above: Block | undefined, below: Block): boolean {
  if (!above) return false;
  const between = text.slice(above.span.end, below.span.start);
  return between.replace(/<\/?(?!img\b)[a-z][^<>]*>/gi, '').trim() !== '';
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
