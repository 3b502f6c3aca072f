import type { Mention } from './model';

/**
 * The mention at an offset of the raw text, its end included, as for a cursor; the shortest where one is
 * within another: the place, not the organisation that is named after it.
 */
export function mentionAt(mentions: readonly Mention[], offset: number): Mention | undefined {
  let best: Mention | undefined;
  for (const mention of mentions) {
    if (mention.span.start > offset) break;
    if (mention.span.end < offset) continue;
    if (!best || prefers(mention, best, offset)) best = mention;
  }
  return best;
}

/** What begins at the cursor goes before what ends there; else the shorter one. */
function prefers({ span }: Mention, { span: other }: Mention, offset: number): boolean {
  if ((span.end === offset) !== (other.end === offset)) return other.end === offset;
  return span.end - span.start < other.end - other.start;
}
