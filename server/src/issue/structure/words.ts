import type { Block, BlockKind } from '../model';
import type { HandMadeStructure } from './model';

/** Kinds of blocks that belong to no article. */
const OUTSIDE: ReadonlySet<BlockKind> = new Set(['pageMark', 'furniture', 'residue']);

/**
 * Makes running text of what was read as a page mark or furniture, but is a part of an article as a person has said, and
 * furniture of a page mark that is none.
 */
export function withWordsOfRoles(blocks: readonly Block[], { placed }: HandMadeStructure): readonly Block[] {
  const kinds = new Map<number, BlockKind>();
  for (const { decision, span } of placed)
    if (decision.kind === 'role') kinds.set(span.start, decision.role === 'furniture' ? 'furniture' : 'body');
  if (kinds.size === 0) return blocks;
  return blocks.map((block) => {
    const kind = OUTSIDE.has(block.kind) ? kinds.get(block.span.start) : undefined;
    return kind === undefined ? block : { ...block, kind };
  });
}
