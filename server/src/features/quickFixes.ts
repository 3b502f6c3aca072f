import { t } from '@vscode/l10n';
import { separateEdits, type Diagnostic, type Fix, type Occurrence } from '../core/diagnostic';
import { chooseEdits, type Edit } from '../core/edit';
import { overlaps, type Span } from '../core/span';

/** A repair offered at the cursor. */
export interface QuickFix {
  readonly title: string;
  /** The findings that are gone once the edits are made. */
  readonly diagnostics: readonly Diagnostic[];
  readonly edits: readonly Edit[];
  /** Whether it is the first to be tried. */
  readonly preferred: boolean;
}

/**
 * The repairs offered for a span, best first: those of every finding that touches it; then one for all findings of the
 * same rule; then, where something safe is among them, all safe repairs of the issue.
 */
export function quickFixes(diagnostics: readonly Diagnostic[], span: Span): QuickFix[] {
  const here = diagnostics.filter((diagnostic) => touches(diagnostic, span));
  const rules = new Set(here.filter(({ occurrences }) => !occurrences).map(({ rule }) => rule));
  return [
    ...here.flatMap((diagnostic) => ofFinding(diagnostic, span)),
    ...[...rules].flatMap((rule) => ofRule(diagnostics, rule)),
    ...(here.some((diagnostic) => applicabilityOf(diagnostic) === 'safe') ? allSafe(diagnostics) : []),
  ];
}

/** Whether a finding, or one of its occurrences, touches a span (a cursor at its edge counts). */
export function touches({ span, occurrences }: Diagnostic, where: Span): boolean {
  return occurrences ? occurrences.some((one) => adjoins(one.span, where)) : adjoins(span, where);
}

function ofFinding(diagnostic: Diagnostic, span: Span): QuickFix[] {
  return diagnostic.fixes.flatMap((fix, rank) => {
    const whole = { title: fix.title, diagnostics: [diagnostic], edits: fix.edits, preferred: rank === 0 };
    const here = diagnostic.occurrences ? onlyHere(diagnostic, diagnostic.occurrences, fix, span) : [];
    if (here.length === 0) return [whole];
    return [{ ...whole, title: t('All {0} places: {1}', fix.edits.length, fix.title) }, ...here];
  });
}

/** One fix repairs all occurrences of a finding; this one only those that the span touches. */
function onlyHere(diagnostic: Diagnostic, occurrences: readonly Occurrence[], fix: Fix, span: Span): QuickFix[] {
  const edits = occurrences.flatMap((one) => (adjoins(one.span, span) ? one.edits : []));
  if (edits.length === 0 || edits.length === fix.edits.length) return [];
  return [{ title: t('Only here: {0}', fix.title), diagnostics: [diagnostic], edits, preferred: false }];
}

/** What may only be done one by one is never offered for all, nor what is a judgement of its own on each word. */
function ofRule(diagnostics: readonly Diagnostic[], rule: string): QuickFix[] {
  const same = diagnostics.filter((diagnostic) => {
    const applicability = applicabilityOf(diagnostic);
    return diagnostic.rule === rule && !diagnostic.form && applicability !== undefined && applicability !== 'manual';
  });
  if (same.length < 2) return [];
  return [
    { title: t('Fix all {0} of this kind', same.length), diagnostics: same, edits: editsOf(same), preferred: false },
  ];
}

function allSafe(diagnostics: readonly Diagnostic[]): QuickFix[] {
  const safe = diagnostics.filter((diagnostic) => applicabilityOf(diagnostic) === 'safe');
  if (safe.length < 2) return [];
  return [{ title: t('Apply all safe fixes'), diagnostics: safe, edits: editsOf(safe), preferred: false }];
}

/** How far the best fix of a finding can be trusted; undefined where it has none. */
function applicabilityOf({ fixes }: Diagnostic): Fix['applicability'] | undefined {
  return fixes[0]?.applicability;
}

function editsOf(diagnostics: readonly Diagnostic[]): Edit[] {
  return chooseEdits(diagnostics.flatMap(separateEdits));
}

function adjoins(span: Span, where: Span): boolean {
  return overlaps(span, where) || span.start === where.end || span.end === where.start;
}
