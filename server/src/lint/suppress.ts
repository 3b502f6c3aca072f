import { isGrouped, type Diagnostic } from '../core/diagnostic';
import { hashOf } from '../core/hash';

/** Code units on either side of a finding that belong to its fingerprint. */
const NEIGHBOURS = 12;

/**
 * A mark of a finding that does not depend on its place: its rule, its text and what is beside it. It outlives
 * edits elsewhere in the issue. A finding with many occurrences is known by its rule and by how safe its fixes are:
 * dismissing it dismisses all of them in this issue.
 */
export function fingerprintOf(diagnostic: Diagnostic, text: string): string {
  if (isGrouped(diagnostic)) return `${diagnostic.rule}:*${diagnostic.groupedAs ?? ''}`;
  const { start, end } = diagnostic.span;
  const parts = [
    text.slice(Math.max(0, start - NEIGHBOURS), start),
    text.slice(start, end),
    text.slice(end, end + NEIGHBOURS),
  ];
  return `${diagnostic.rule}:${hashOf(parts.map((part) => part.replace(/\s+/g, '')).join('\u0001'))}`;
}

/** The diagnostics that the user has not dismissed. */
export function withoutDismissed(
  diagnostics: readonly Diagnostic[],
  text: string,
  dismissed: ReadonlySet<string>,
): Diagnostic[] {
  if (dismissed.size === 0) return [...diagnostics];
  return diagnostics.filter((diagnostic) => !dismissed.has(fingerprintOf(diagnostic, text)));
}
