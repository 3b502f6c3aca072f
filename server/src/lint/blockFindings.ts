import type { Block, BlockKind, Line } from '../issue/model';
import type { ActiveRule } from './activeRules';
import { withoutCovered, type Ranked } from './precedence';
import type { BlockRule } from './rule';

/** Keeps what was found in a line for as long as it is known; for one list of active rules only. */
export type BlockCache = WeakMap<Line, Map<BlockKind, readonly Ranked[]>>;

/**
 * What the block rules find in a block, sorted by position, with offsets relative to its content; from the cache where it
 * is there.
 */
export function findingsIn(block: Block, rules: readonly ActiveRule[], cache: BlockCache): readonly Ranked[] {
  let byKind = cache.get(block.line);
  if (!byKind) cache.set(block.line, (byKind = new Map<BlockKind, readonly Ranked[]>()));
  const known = byKind.get(block.kind);
  if (known) return known;
  const found = withoutCovered(checkBlock(rules, block));
  byKind.set(block.kind, found);
  return found;
}

function checkBlock(rules: readonly ActiveRule[], { kind, line: { text, traits } }: Block): Ranked[] {
  const findings: Ranked[] = [];
  rules.forEach(({ rule, options }, rank) => {
    if (rule.scope !== 'block' || !applies(rule, kind, traits)) return;
    for (const finding of rule.check({ text, kind, options })) findings.push({ rank, finding });
  });
  return findings;
}

function applies(rule: BlockRule, kind: BlockKind, traits: number): boolean {
  return rule.kinds.includes(kind) && (rule.traits === 0 || (rule.traits & traits) !== 0);
}
