import { t } from '@vscode/l10n';
import type { Diagnostic } from '../core/diagnostic';
import { chooseEdits, type Edit } from '../core/edit';
import { overlaps, type Span } from '../core/span';

/** A repair offered at the cursor. */
export interface QuickFix {
  readonly title: string;
  /** The findings that are gone once the edits are made. */
  readonly diagnostics: readonly Diagnostic[];
  readonly edits: readonly Edit[];
  readonly preferred: boolean;
}

/** The repairs of every finding that touches `span`, best first, then those of all findings of the same rules. */
export function quickFixes(diagnostics: readonly Diagnostic[], span: Span): QuickFix[] {
  const here = diagnostics.filter((diagnostic) => touches(diagnostic, span));
  const single = here.flatMap((diagnostic) =>
    diagnostic.fixes.map(
      (fix, rank): QuickFix => ({ title: fix.title, diagnostics: [diagnostic], edits: fix.edits, preferred: rank === 0 }),
    ),
  );
  const rules = new Set(here.filter(({ occurrences }) => !occurrences).map(({ rule }) => rule));
  const whole = [...rules].flatMap((rule) => {
    const same = diagnostics.filter((diagnostic) => diagnostic.rule === rule && diagnostic.fixes[0]);
    if (same.length < 2) return [];
    const edits = chooseEdits(same.map(({ fixes }) => fixes[0]?.edits ?? []));
    return [{ title: t('Fix all {0} of this kind', same.length), diagnostics: same, edits, preferred: false }];
  });
  return [...single, ...whole];
}

/** Whether a finding, or one of its occurrences, touches a span (a cursor at its edge counts). */
export function touches({ span, occurrences }: Diagnostic, where: Span): boolean {
  return (occurrences ?? [span]).some(
    (place) => overlaps(place, where) || place.start === where.end || place.end === where.start,
  );
}
