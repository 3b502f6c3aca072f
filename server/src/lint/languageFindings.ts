import { isAtLeast, shiftFinding, type Finding, type Severity } from '../core/diagnostic';
import type { Block, IssueDocument } from '../issue/model';
import type { Doubt } from '../language/doubts';
import type { ActiveRule } from './activeRules';
import type { Ranked } from './precedence';
import { countRecurrences, type Recurrences } from './recurrences';
import type { RightAsItIs } from './rightAsItIs';

/** A block with what the language says against it. */
export interface DoubtedBlock {
  readonly block: Block;
  readonly doubts: readonly Doubt[];
}

/** How doubts are judged. */
export interface JudgingOptions {
  readonly isRight: RightAsItIs;
  /** Lines that do not belong together say nothing of one another. */
  readonly blocksOnly: boolean;
}

/**
 * What the language rules make of doubts, ordered by place, with offsets into the raw text. Names of people and what the
 * user has accepted are not doubted.
 */
export function* findingsOfLanguage(
  document: IssueDocument,
  rules: readonly ActiveRule[],
  doubted: readonly DoubtedBlock[],
  { isRight, blocksOnly }: JudgingOptions,
): Iterable<Ranked> {
  if (doubted.length === 0) return;
  const inIssue = blocksOnly ? withoutFaint : judgedBy(document.text, doubted);
  for (const { block, doubts } of doubted) {
    const { text } = block.line;
    const standing = doubts.flatMap((doubt) => inIssue(doubt, text)).filter((doubt) => !isRight(doubt, text));
    if (standing.length === 0) continue;
    for (const [rank, { rule, severity, options }] of rules.entries()) {
      if (rule.scope !== 'language' || !rule.kinds.includes(block.kind)) continue;
      for (const finding of rule.check({ text, doubts: standing, options }))
        yield { rank, finding: shiftFinding(noGraver(finding, severity), block.content.start) };
    }
  }
}

function withoutFaint(doubt: Doubt): readonly Doubt[] {
  return doubt.grade === 'faint' ? [] : [doubt];
}

/**
 * Judges doubts in view of the whole issue. What the issue says elsewhere too is a term or a name, and no longer doubted;
 * what it says elsewhere as the doubt would have it is doubted the more.
 */
function judgedBy(whole: string, doubted: readonly DoubtedBlock[]): (doubt: Doubt, text: string) => readonly Doubt[] {
  const forms = new Set<string>();
  for (const { block, doubts } of doubted)
    for (const doubt of doubts)
      for (const { observed, corrected } of [...termsOf(doubt, block.line.text), supportOf(doubt, block.line.text)])
        forms.add(observed).add(corrected);
  const seen = countRecurrences(whole, forms);
  return (doubt, text) => {
    if (termsOf(doubt, text).some((term) => isTerm(term, seen))) return [];
    const support = supportOf(doubt, text);
    if (seen(support.corrected) > 0 && seen(support.observed) < 2)
      return [{ ...doubt, grade: doubt.grade === 'faint' ? 'likely' : 'sure' }];
    return withoutFaint(doubt);
  };
}

/** A stretch of text as it stands and as it would be after the best correction. */
interface Reading {
  readonly observed: string;
  readonly corrected: string;
}

/** Characters on either side of a correction that must stand elsewhere in the issue as well. */
const SUPPORTING = 2;

function supportOf(doubt: Doubt, text: string): Reading {
  return readingOf(doubt, text, SUPPORTING, SUPPORTING);
}

/** The doubted characters with the one before them, and with the one after them. */
function termsOf(doubt: Doubt, text: string): readonly Reading[] {
  return [readingOf(doubt, text, 1, 0), readingOf(doubt, text, 0, 1)];
}

function readingOf({ kind, proposals: [best] }: Doubt, text: string, before: number, after: number): Reading {
  const { start, end, replacement } = best;
  const from = Math.max(0, start - before);
  const to = end + (kind === 'deletion' ? end - start : 0) + after;
  return {
    observed: text.slice(from, to),
    corrected: text.slice(from, start) + replacement + text.slice(end, to),
  };
}

/** A form that stands so often is known, however often another does. */
const MANY = 3;

/** Whether the doubted form stands elsewhere in the issue too, and oftener than the corrected one. */
function isTerm({ observed, corrected }: Reading, seen: Recurrences): boolean {
  return seen(observed) > 1 && seen(corrected) < Math.min(MANY, seen(observed));
}

/** What is less sure is quieter than the rule, never graver than the user wants the rule to be. */
function noGraver(finding: Finding, severity: Severity): Finding {
  return finding.severity && isAtLeast(finding.severity, severity) ? { ...finding, severity } : finding;
}
