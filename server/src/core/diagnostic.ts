import { shiftEdit, type Edit } from './edit';
import { shiftSpan, type Span } from './span';

/** `error` is certain damage, `warning` confident, `info` worth a look, `hint` quiet. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** Severities from the most severe to the quietest. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** Whether a severity is as grave as `floor` or graver. */
export function isAtLeast(severity: Severity, floor: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(floor);
}

/**
 * Whether a fix may be applied unattended (`safe`), once a person agrees (`suggested`), or only one by one (`manual`).
 */
export type Applicability = 'safe' | 'suggested' | 'manual';

/** A repair that a user can accept. Its edits never overlap one another. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly applicability: Applicability;
}

/** What a rule found, with spans relative to the text that the rule was given. */
export interface Finding {
  readonly span: Span;
  readonly message: string;
  /** Only where this finding deserves another severity than its rule's own. */
  readonly severity?: Severity;
  /** Best first. */
  readonly fixes: readonly Fix[];
  /** The word that may be wrong, where a user may accept it as correct for good. */
  readonly form?: Span;
}

/** One place of a grouped finding, with the edits that repair this place alone; none if it cannot be repaired. */
export interface Occurrence {
  readonly span: Span;
  readonly edits: readonly Edit[];
}

/**
 * A finding with offsets into the raw text. Where one cause has many places, `occurrences` lists them all, the first
 * included, and the only fix has the edits of all.
 */
export interface Diagnostic extends Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly occurrences?: readonly Occurrence[];
  /** Of a group whose fixes are not as safe as those of its rule: how safe they are. */
  readonly groupedAs?: Applicability;
}

/** Whether a finding has occurrences. Does not ask for them: to list a million of them takes a moment. */
export function isGrouped(diagnostic: Diagnostic): boolean {
  return 'occurrences' in diagnostic;
}

/** The finding in a text that begins `by` code units earlier. */
export function shiftFinding(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
  return {
    ...finding,
    span: shiftSpan(finding.span, by),
    fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => shiftEdit(edit, by)) })),
    ...(finding.form && { form: shiftSpan(finding.form, by) }),
  };
}

/**
 * The edits of the best fix, in portions that can be made or refused separately: one for each occurrence of a group, else
 * the whole fix. Empty if there is no fix.
 */
export function separateEdits({ fixes, occurrences }: Diagnostic): readonly (readonly Edit[])[] {
  const [best] = fixes;
  if (!best) return [];
  return occurrences ? occurrences.flatMap(({ edits }) => (edits.length > 0 ? [edits] : [])) : [best.edits];
}
