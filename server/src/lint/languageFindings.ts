import { shiftSpan } from '../core/span';
import type { Finding } from '../core/diagnostic';
import type { Correction } from '../language/corrections';
import type { Doubt, Doubts } from '../language/doubts';
import type { Block, IssueDocument } from '../issue/model';
import type { ActiveRule } from './activeRules';
import type { Ranked } from './precedence';

/**
 * What the language rules find, ordered by place, with offsets into the raw text. What the issue itself says twice is a
 * term or a name, not an accident; `blocksOnly` leaves that out, as for lines that do not belong together.
 */
export function* findingsOfLanguage(
  document: IssueDocument,
  rules: readonly ActiveRule[],
  doubts: Doubts,
  blocksOnly: boolean,
): Iterable<Ranked> {
  for (const block of document.blocks) {
    const all = doubtsIn(block, rules, doubts);
    if (all.length === 0) continue;
    const standing = blocksOnly
      ? all.filter(({ grade }) => grade !== 'faint')
      : all.flatMap((doubt) => inIssue(doubt, block, document.text));
    for (const [rank, { rule, options }] of rules.entries()) {
      if (rule.scope !== 'language' || !rule.kinds.includes(block.kind)) continue;
      for (const finding of rule.check({ text: block.line.text, doubts: standing, options }))
        yield { rank, finding: moved(finding, block.content.start) };
    }
  }
}

/** The doubts about a block, if any rule is interested in its kind. */
export function doubtsIn(block: Block, rules: readonly ActiveRule[], doubts: Doubts): readonly Doubt[] {
  return rules.some(({ rule }) => rule.scope === 'language' && rule.kinds.includes(block.kind))
    ? doubts.of(block.line.text)
    : [];
}

/**
 * A doubt in view of the whole issue. What the issue says elsewhere too is a term or a name, and no longer doubted; what
 * it says elsewhere as the doubt would have it is doubted the more.
 */
function inIssue(doubt: Doubt, { line: { text } }: Block, whole: string): Doubt[] {
  const { corrections, grade, kind } = doubt;
  const [best] = corrections;
  if (!best) return [];
  const room = kind === 'deletion' ? best.end - best.start : 0;
  const around = (size: number, middle: string): string =>
    text.slice(Math.max(0, best.start - size), best.start) + middle + text.slice(best.end, best.end + room + size);
  const observed = text.slice(best.start, best.end);
  if (isTerm(text, best, room, whole)) return [];
  const isSupported =
    occurrences(whole, around(SUPPORTING, best.replacement)) > 0 &&
    occurrences(whole, around(SUPPORTING, observed)) < 2;
  if (isSupported) return [{ ...doubt, grade: grade === 'faint' ? 'likely' : 'sure' }];
  return grade === 'faint' ? [] : [doubt];
}

/** Characters on either side of a correction that must stand elsewhere in the issue as well. */
const SUPPORTING = 2;

/** Whether the doubted form, with a character before or after it, stands elsewhere in the issue too, and oftener than the corrected one. */
function isTerm(text: string, { start, end, replacement: newText }: Correction, room: number, whole: string): boolean {
  const forms = [
    [Math.max(0, start - 1), end + room],
    [start, end + room + 1],
  ] as const;
  return forms.some(([from, to]) => {
    const observed = text.slice(from, to);
    if (end === start && to - from < 3) return false;
    const seen = occurrences(whole, observed);
    return seen > 1 && seen > occurrences(whole, text.slice(from, start) + newText + text.slice(end, to));
  });
}

/** How often a form stands in a text, counted up to three. */
function occurrences(text: string, form: string): number {
  let count = 0;
  for (let at = text.indexOf(form); at >= 0 && count < 3; at = text.indexOf(form, at + 1)) count++;
  return count;
}

function moved(finding: Finding, by: number): Finding {
  const fixes = finding.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...shiftSpan(edit, by), newText: edit.newText })),
  }));
  return { ...finding, span: shiftSpan(finding.span, by), fixes };
}
