import { shiftSpan } from '../core/span';
import type { Finding } from '../core/diagnostic';
import type { Doubt, Doubts } from '../language/doubts';
import type { Block, IssueDocument } from '../issue/model';
import type { ActiveRule } from './activeRules';
import type { Ranked } from './precedence';

/**
 * What the language rules find, ordered by place, with offsets into the raw text. What the issue itself says twice is a
 * term or a name, not an accident; `blocksOnly` leaves that out, as for lines that do not belong together.
 */
export function* findingsOfLanguage(document: IssueDocument, rules: readonly ActiveRule[], doubts: Doubts, blocksOnly: boolean): Iterable<Ranked> {
  for (const block of document.blocks) {
    const all = doubtsIn(block, rules, doubts);
    if (all.length === 0) continue;
    const standing = blocksOnly ? all : all.filter((doubt) => !isTerm(doubt, block, document.text));
    for (const [rank, { rule, options }] of rules.entries()) {
      if (rule.scope !== 'language' || !rule.kinds.includes(block.kind)) continue;
      for (const finding of rule.check({ text: block.text, doubts: standing, options })) yield { rank, finding: moved(finding, block.content.start) };
    }
  }
}

/** The doubts about a block, if any rule is interested in its kind. */
export function doubtsIn(block: Block, rules: readonly ActiveRule[], doubts: Doubts): readonly Doubt[] {
  return rules.some(({ rule }) => rule.scope === 'language' && rule.kinds.includes(block.kind)) ? doubts.of(block.text) : [];
}

/** Characters on either side of a doubt that belong to the form that may recur. */
const NEIGHBOURS: Readonly<Record<Doubt['kind'], number>> = { substitution: 1, word: 1, deletion: 1, insertion: 2 };

/** Whether the doubted form stands elsewhere in the issue too, and oftener than the corrected one. */
function isTerm({ kind, corrections: [best] }: Doubt, { text }: Block, whole: string): boolean {
  if (!best) return false;
  const before = text.slice(Math.max(0, best.start - NEIGHBOURS[kind]), best.start);
  const after = text.slice(best.end, best.end + (kind === 'deletion' ? best.end - best.start : 0) + NEIGHBOURS[kind]);
  const observed = before + text.slice(best.start, best.end) + after;
  const seen = occurrences(whole, observed);
  return seen > 1 && seen > occurrences(whole, before + best.replacement + after);
}

/** How often a form stands in a text, counted up to three. */
function occurrences(text: string, form: string): number {
  let count = 0;
  for (let at = text.indexOf(form); at >= 0 && count < 3; at = text.indexOf(form, at + 1)) count++;
  return count;
}

function moved(finding: Finding, by: number): Finding {
  const fixes = finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...shiftSpan(edit, by), newText: edit.newText })) }));
  return { ...finding, span: shiftSpan(finding.span, by), fixes };
}
