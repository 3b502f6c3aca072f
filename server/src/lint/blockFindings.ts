import type { Finding } from '../core/diagnostic';
import type { Block, BlockKind, Line } from '../issue/model';
import type { ActiveRule } from './activeRules';
import { withoutCovered, type Ranked } from './precedence';
import type { BlockRule } from './rule';

/** What the block rules found in one block, ordered by place, with offsets relative to its content. */
export interface BlockFindings {
  readonly all: readonly Ranked[];
  /** Those that become a diagnostic each. */
  readonly single: readonly Ranked[];
  /** Those that become one diagnostic with those of the same rule in other blocks. */
  readonly grouped: readonly { readonly rank: number; readonly findings: readonly Finding[] }[];
}

/** Keeps what was found in a line for as long as it is known; for one list of active rules only. */
export type BlockCache = WeakMap<Line, Map<BlockKind, BlockFindings>>;

/** What the block rules find in a block, from the cache where it is there. */
export function findingsIn(block: Block, rules: readonly ActiveRule[], cache: BlockCache): BlockFindings {
  let byKind = cache.get(block.line);
  if (!byKind) cache.set(block.line, (byKind = new Map<BlockKind, BlockFindings>()));
  const known = byKind.get(block.kind);
  if (known) return known;
  const found = sortedOut(withoutCovered(checkBlock(rules, block)), rules);
  byKind.set(block.kind, found);
  return found;
}

/** Findings of one block, by whether they become a diagnostic each or one with others. */
export function sortedOut(all: readonly Ranked[], rules: readonly ActiveRule[]): BlockFindings {
  if (all.length === 0) return NOTHING;
  const single: Ranked[] = [];
  const groups = new Map<number, Finding[]>();
  for (const one of all) {
    const group = groups.get(one.rank);
    if (group) group.push(one.finding);
    else if (rules[one.rank]?.rule.meta.grouped) groups.set(one.rank, [one.finding]);
    else single.push(one);
  }
  return { all, single, grouped: Array.from(groups, ([rank, findings]) => ({ rank, findings })) };
}

const NOTHING: BlockFindings = { all: [], single: [], grouped: [] };

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
