import type { Block, BlockKind, Line } from '../issue/model';
import type { ActiveRule } from './activeRules';
import { withoutCovered, type Ranked } from './precedence';
import type { BlockRule } from './rule';

/** Keeps what was found in a line for as long as it is known; for one list of active rules only. */
export type BlockCache = WeakMap<Line, Map<BlockKind, readonly Ranked[]>>;

/** Findings of one rule that are made in one step, and code units from which on each rule is a separate step. */
const FINDINGS_IN_STEP = 1000;
const LONG_TEXT = 30_000;

/**
 * What the block rules find in a block, sorted by position, with offsets relative to its content; from the cache where it
 * is there. A long block takes several steps.
 */
export function* findingsIn(
  block: Block,
  rules: readonly ActiveRule[],
  cache: BlockCache,
): Generator<undefined, readonly Ranked[]> {
  let byKind = cache.get(block.line);
  if (!byKind) cache.set(block.line, (byKind = new Map<BlockKind, readonly Ranked[]>()));
  const known = byKind.get(block.kind);
  if (known) return known;
  const found = yield* withoutCovered(yield* checkBlock(rules, block));
  byKind.set(block.kind, found);
  return found;
}

function* checkBlock(
  rules: readonly ActiveRule[],
  { kind, line: { printed: text, traits } }: Block,
): Generator<undefined, Ranked[]> {
  const findings: Ranked[] = [];
  for (const [rank, { rule, options }] of rules.entries()) {
    if (rule.scope !== 'block' || !applies(rule, kind, traits)) continue;
    const before = findings.length;
    for (const finding of rule.check({ text, kind, options })) {
      if (finding) findings.push({ rank, finding });
      if (!finding || (findings.length - before) % FINDINGS_IN_STEP === 0) yield;
    }
    if (text.length > LONG_TEXT) yield;
  }
  return findings;
}

function applies(rule: BlockRule, kind: BlockKind, traits: number): boolean {
  return rule.kinds.includes(kind) && (rule.traits === 0 || (rule.traits & traits) !== 0);
}
