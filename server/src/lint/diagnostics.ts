import type { Diagnostic, Finding, Fix } from '../core/diagnostic';
import { compareSpans, shiftSpan, type Span } from '../core/span';
import type { ActiveRule } from './activeRules';
import type { BlockFindings } from './blockFindings';

/** Findings in one stretch of the raw text, to whose start their offsets are relative. */
export interface Part {
  readonly span: Span;
  readonly found: BlockFindings;
}

/** Findings of one rule; `offset` is to be added to theirs. */
interface GroupPart {
  readonly offset: number;
  readonly findings: readonly Finding[];
}

/** The diagnostics of parts in the order of the text, sorted by place. Findings of a grouped rule become one. */
export function diagnosticsOf(parts: readonly Part[], rules: readonly ActiveRule[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const groups = new Map<number, GroupPart[]>();
  for (const { span, found } of parts) {
    const offset = span.start;
    for (const { rank, finding } of found.single) diagnostics.push(single(rules[rank] as ActiveRule, finding, offset));
    for (const { rank, findings } of found.grouped) {
      const group = groups.get(rank);
      if (group) group.push({ offset, findings });
      else groups.set(rank, [{ offset, findings }]);
    }
  }
  for (const [rank, group] of groups) diagnostics.push(groupOf(rules[rank] as ActiveRule, group));
  return diagnostics.sort((a, b) => compareSpans(a.span, b.span));
}

function single({ rule, severity }: ActiveRule, finding: Finding, offset: number): Diagnostic {
  return {
    rule: rule.meta.id,
    severity: finding.severity ?? severity,
    span: shiftSpan(finding.span, offset),
    message: finding.message,
    fixes: fixesOf(finding, offset),
    ...(finding.form ? { form: shiftSpan(finding.form, offset) } : {}),
  };
}

/**
 * One diagnostic for a group. Its occurrences and its fix are made when they are asked for: there may be twenty
 * thousand, and the text may change before.
 */
function groupOf({ rule, severity }: ActiveRule, group: readonly GroupPart[]): Diagnostic {
  const count = group.reduce((sum, { findings }) => sum + findings.length, 0);
  const [first] = occurrencesOf(group.slice(0, 1));
  let occurrences: Diagnostic['occurrences'];
  let fixes: readonly Fix[] | undefined;
  return {
    rule: rule.meta.id,
    severity,
    span: first ?? { start: 0, end: 0 },
    message: rule.meta.grouped?.(count) ?? '',
    get occurrences() {
      return (occurrences ??= occurrencesOf(group));
    },
    get fixes() {
      return (fixes ??= fixesOfGroup(group));
    },
  };
}

function occurrencesOf(group: readonly GroupPart[]): readonly Span[] {
  return group.flatMap(({ offset, findings }) => findings.map(({ span }) => shiftSpan(span, offset)));
}

function fixesOfGroup(group: readonly GroupPart[]): Fix[] {
  const [best] = group[0]?.findings[0]?.fixes ?? [];
  if (!best) return [];
  const edits = group.flatMap(({ offset, findings }) =>
    findings.flatMap((finding) => fixesOf(finding, offset)[0]?.edits ?? []),
  );
  return [{ ...best, edits }];
}

function fixesOf({ fixes }: Finding, offset: number): readonly Fix[] {
  if (offset === 0) return fixes;
  return fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...shiftSpan(edit, offset), newText: edit.newText })),
  }));
}
