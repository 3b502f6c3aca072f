import type { Block, BlockKind } from '../model';
import type { HandMadeStructure } from './model';

/** Kinds of blocks that belong to no article. */
const OUTSIDE: ReadonlySet<BlockKind> = new Set(['pageMark', 'furniture', 'residue']);

/** Makes running text of what was read as a page mark or furniture, but is a part of an article as a person has said. */
export function withWordsOfRoles(blocks: readonly Block[], { placed }: HandMadeStructure): readonly Block[] {
  const starts = new Set(
    placed.flatMap(({ decision, span }) =>
      decision.kind === 'role' && decision.role !== 'furniture' ? [span.start] : [],
    ),
  );
  if (starts.size === 0) return blocks;
  return blocks.map((block) =>
    OUTSIDE.has(block.kind) && starts.has(block.span.start) ? { ...block, kind: 'body' } : block,
  );
}
