import { NEVER_CANCELLED, type Cancellation } from '../core/cancel';
import { traitsOf } from '../core/characters';
import type { Diagnostic, Finding, Fix, Severity } from '../core/diagnostic';
import type { Memo } from '../core/memo';
import type { OptionValue, Settings } from '../core/settings';
import { compareSpans, covers, shiftSpan, type Span } from '../core/span';
import type { Block, IssueDocument } from '../issue/model';
import type { BlockRule, Rule, RuleMeta, RuleOptions } from './rule';

/** Findings of all block rules in one block, by the rule's place in the list; offsets relative to the block. */
export type BlockFindings = readonly { readonly rank: number; readonly finding: Finding }[];

/** A rule together with what the user has set for it. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: Readonly<Record<string, OptionValue>>;
}

export interface RunOptions {
  /** Keeps the findings of a block as long as its kind and text stay; must be cleared when the rules change. */
  readonly cache: Memo<BlockFindings>;
  /** Only block rules, as for text without articles. */
  readonly blocksOnly?: boolean;
  readonly cancellation?: Cancellation;
}

/** The rules that the settings leave on, each with its severity and options. The order is the order of precedence. */
export function activeRules(rules: readonly Rule[], settings: Settings): ActiveRule[] {
  const active: ActiveRule[] = [];
  for (const rule of rules) {
    const wanted = settings.rules[rule.meta.id];
    const severity = wanted?.severity ?? rule.meta.severity;
    if (severity !== 'off') active.push({ rule, severity, options: { ...defaultsOf(rule.meta), ...wanted?.options } });
  }
  return active;
}

/**
 * Runs every rule over an issue. Block rules are asked only for blocks that are not in the cache. A finding that lies
 * within one of an earlier rule is left out, so that one damage has one message. Sorted by place.
 */
export function runRules(document: IssueDocument, rules: readonly ActiveRule[], options: RunOptions): Diagnostic[] {
  const steps = runRulesInSteps(document, rules, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of a few milliseconds, so that a server can answer, or give up, between two of them. */
export function* runRulesInSteps(
  document: IssueDocument,
  rules: readonly ActiveRule[],
  options: RunOptions,
): Generator<undefined, Diagnostic[]> {
  const { cache, blocksOnly = false, cancellation = NEVER_CANCELLED } = options;
  const placed: Placed[] = [];
  let checked = 0;
  for (const block of document.blocks) {
    if (cancellation.isCancelled) return [];
    const text = document.text.slice(block.content.start, block.content.end);
    const findings = cache.get(`${block.kind}\n${text}`, () => {
      checked += text.length;
      return checkBlock(rules, block, text);
    });
    const offset = block.content.start;
    for (const { rank, finding } of findings)
      placed.push({ rank, finding, offset, span: shiftSpan(finding.span, offset) });
    if (checked >= STEP) {
      checked = 0;
      yield;
    }
  }
  if (!blocksOnly)
    rules.forEach((active, rank) => {
      for (const finding of checkWhole(active, document, cancellation))
        placed.push({ rank, finding, offset: 0, span: finding.span });
    });
  return diagnosticsOf(withoutCovered(placed), rules);
}

/** Characters checked in one step; at three million a second this is under ten milliseconds. */
const STEP = 30_000;

/** A finding with its place in the raw text. Its fixes are moved there only once it is known to be reported. */
interface Placed {
  readonly rank: number;
  readonly finding: Finding;
  /** What is to be added to the finding's own offsets. */
  readonly offset: number;
  readonly span: Span;
}

function defaultsOf(meta: RuleMeta): Record<string, OptionValue> {
  const options: RuleOptions = meta.options ?? {};
  return Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
}

function checkBlock(rules: readonly ActiveRule[], block: Block, text: string): BlockFindings {
  const traits = traitsOf(text);
  const findings: { rank: number; finding: Finding }[] = [];
  rules.forEach(({ rule, options }, rank) => {
    if (rule.scope !== 'block' || !applies(rule, block, traits)) return;
    for (const finding of rule.check({ text, kind: block.kind, options })) findings.push({ rank, finding });
  });
  return findings;
}

function applies(rule: BlockRule, block: Block, traits: number): boolean {
  return rule.kinds.includes(block.kind) && (rule.traits === 0 || (rule.traits & traits) !== 0);
}

function* checkWhole(active: ActiveRule, document: IssueDocument, cancellation: Cancellation): Iterable<Finding> {
  const { rule, options } = active;
  if (rule.scope === 'issue') yield* rule.check({ document, options });
  if (rule.scope !== 'article') return;
  for (const article of document.articles) {
    if (cancellation.isCancelled) return;
    yield* rule.check({ document, article, options });
  }
}

function fixesOf({ finding, offset }: Placed): readonly Fix[] {
  if (offset === 0) return finding.fixes;
  return finding.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...shiftSpan(edit, offset), newText: edit.newText })),
  }));
}

function withoutCovered(placed: Placed[]): Placed[] {
  placed.sort((a, b) => compareSpans(a.span, b.span) || a.rank - b.rank);
  const kept: Placed[] = [];
  // Those kept that can still cover something: each ends no later than the one before it.
  const reaching: Placed[] = [];
  for (const candidate of placed) {
    const { span } = candidate;
    const behind = reaching.findLastIndex((earlier) => earlier.span.end >= span.end);
    const rival = reaching[behind];
    if (rival && rival.rank < candidate.rank && covers(rival.span, span)) continue;
    kept.push(candidate);
    reaching.length = behind + 1;
    reaching.push(candidate);
  }
  return kept;
}

function diagnosticsOf(placed: readonly Placed[], rules: readonly ActiveRule[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const groups = new Map<number, Placed[]>();
  for (const one of placed) {
    const { rule, severity } = rules[one.rank] as ActiveRule;
    const { finding, span } = one;
    if (rule.meta.grouped) {
      const group = groups.get(one.rank);
      if (group) group.push(one);
      else groups.set(one.rank, [one]);
    } else
      diagnostics.push({
        ...finding,
        span,
        fixes: fixesOf(one),
        rule: rule.meta.id,
        severity: finding.severity ?? severity,
      });
  }
  for (const [rank, group] of groups) diagnostics.push(groupOf(rules[rank] as ActiveRule, group));
  return diagnostics.sort((a, b) => compareSpans(a.span, b.span));
}

/** One diagnostic for a group. Its fix is made when it is asked for: it may have twenty thousand edits. */
function groupOf({ rule, severity }: ActiveRule, group: readonly Placed[]): Diagnostic {
  const first = group[0] as Placed;
  const occurrences: Span[] = group.map(({ span }) => span);
  const message = rule.meta.grouped?.(group.length) ?? first.finding.message;
  let fixes: readonly Fix[] | undefined;
  return {
    rule: rule.meta.id,
    severity,
    span: first.span,
    occurrences,
    message,
    get fixes() {
      return (fixes ??= fixesOfGroup(group));
    },
  };
}

function fixesOfGroup(group: readonly Placed[]): Fix[] {
  const [best] = group[0]?.finding.fixes ?? [];
  if (!best) return [];
  return [{ ...best, edits: group.flatMap((one) => fixesOf(one)[0]?.edits ?? []) }];
}
