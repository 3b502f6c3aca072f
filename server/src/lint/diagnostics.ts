import {
  shiftFinding,
  type Applicability,
  type Diagnostic,
  type Finding,
  type Fix,
  type Occurrence,
  type Severity,
} from '../core/diagnostic';
import { shiftEdit } from '../core/edit';
import { compareSpans, shiftSpan, type Span } from '../core/span';
import { createItemCount, sortedInSteps } from '../core/steps';
import type { ActiveRule } from './activeRules';
import type { Ranked } from './precedence';

/** Findings in one stretch of the raw text, to whose start their offsets are relative. */
export interface Part {
  readonly span: Span;
  readonly found: readonly Ranked[];
}

/** A finding of a group; `offset` is to be added to its offsets. */
interface Member {
  readonly offset: number;
  readonly finding: Finding;
}

/** The findings of a rule whose fixes are equally safe. */
interface Group {
  readonly rank: number;
  readonly applicability: Applicability | undefined;
  readonly members: Member[];
}

/**
 * The diagnostics of parts in the order of the text, sorted by position. Findings of a grouped rule become one, or one for
 * each applicability of their fixes. Works in steps.
 */
export function* diagnosticsOf(
  parts: readonly Part[],
  rules: readonly ActiveRule[],
): Generator<undefined, Diagnostic[]> {
  const isStepFull = createItemCount();
  const diagnostics: Diagnostic[] = [];
  const groups = new Map<string, Group>();
  const isGrouped = rules.map(({ rule }) => rule.meta.grouped !== undefined);
  for (const { span, found } of parts) {
    const offset = span.start;
    for (const { rank, finding } of found) {
      if (isStepFull()) yield;
      if (!isGrouped[rank]) {
        diagnostics.push(single(rules[rank] as ActiveRule, shiftFinding(finding, offset)));
        continue;
      }
      const applicability = finding.fixes[0]?.applicability ?? rules[rank]?.rule.meta.applicability;
      const key = `${rank} ${applicability}`;
      const group = groups.get(key);
      if (group) group.members.push({ offset, finding });
      else groups.set(key, { rank, applicability, members: [{ offset, finding }] });
    }
  }
  for (const group of groups.values()) diagnostics.push(groupOf(rules[group.rank] as ActiveRule, group));
  return yield* sortedInSteps(diagnostics, (a, b) => compareSpans(a.span, b.span));
}

function single({ rule, severity }: ActiveRule, finding: Finding): Diagnostic {
  return { rule: rule.meta.id, ...finding, severity: finding.severity ?? severity };
}

/**
 * One diagnostic for a group. Its occurrences and its fix are made when they are asked for: there may be twenty
 * thousand, and the text may change before.
 */
function groupOf({ rule, severity }: ActiveRule, { applicability, members }: Group): Diagnostic {
  const [first] = members;
  let occurrences: readonly Occurrence[] | undefined;
  let fixes: readonly Fix[] | undefined;
  return {
    rule: rule.meta.id,
    ...(applicability !== undefined && applicability !== rule.meta.applicability && { groupedAs: applicability }),
    severity: severityOf(members) ?? severity,
    span: first ? shiftSpan(first.finding.span, first.offset) : { start: 0, end: 0 },
    message: rule.meta.grouped?.(members.length, applicability) ?? '',
    get occurrences() {
      return (occurrences ??= members.map(occurrenceOf));
    },
    get fixes() {
      return (fixes ??= fixesOfGroup(first?.finding.fixes[0], this.occurrences ?? []));
    },
  };
}

/** The severity that all findings of a group have of their own, if they agree. */
function severityOf([first, ...others]: readonly Member[]): Severity | undefined {
  const severity = first?.finding.severity;
  return others.every(({ finding }) => finding.severity === severity) ? severity : undefined;
}

function occurrenceOf({ offset, finding: { span, fixes } }: Member): Occurrence {
  const edits = fixes[0]?.edits ?? [];
  return { span: shiftSpan(span, offset), edits: edits.map((edit) => shiftEdit(edit, offset)) };
}

/** One fix for all occurrences that have edits, under the title of the first. */
export function fixesOfGroup(first: Fix | undefined, occurrences: readonly Occurrence[]): readonly Fix[] {
  const edits = occurrences.flatMap((occurrence) => occurrence.edits);
  return first && edits.length > 0 ? [{ ...first, edits }] : [];
}
