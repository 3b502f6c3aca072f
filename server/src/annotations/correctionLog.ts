import { applyEdits, type Edit } from '../core/edit';
import type { Span } from '../core/span';
import { trimmedEdit } from './track';

/** A change of the OCR text, where it is now. The span is that of the corrected words, in UTF-16 code units. */
export interface LoggedCorrection extends Span {
  readonly id: string;
  /** What OCR read there; empty where something was added. */
  readonly original: string;
  /** The rule whose fix was accepted; absent where a person made the change by hand. */
  readonly rule?: string;
  readonly by?: string;
  /** When, as ISO 8601. */
  readonly time?: string;
}

/** What is known of an edit beside the edit itself. */
export type EditOrigin = Pick<LoggedCorrection, 'id' | 'rule' | 'by' | 'time'>;

/**
 * The corrections of a text after an edit of it. Their list is in text order and without overlaps, before and after. An edit
 * that touches earlier corrections becomes one with them, so that `originalText` stays exact. Neighbours stay apart,
 * unless both were typed. A change that is reverted leaves the list. `before` is the text that the edit changes.
 */
export function correctionsAfter(
  corrections: readonly LoggedCorrection[],
  whole: Edit,
  before: string,
  origin: EditOrigin,
): readonly LoggedCorrection[] {
  const edit = trimmedEdit(whole, before);
  if (edit.start === edit.end && edit.newText === '') return corrections;
  const growth = edit.newText.length - (edit.end - edit.start);
  const touched = corrections.filter((one) => isTouched(one, edit, origin));
  const isLater = (one: LoggedCorrection): boolean => one.start >= edit.end && !touched.includes(one);
  const earlier = corrections.filter((one) => !touched.includes(one) && !isLater(one));
  const later = corrections
    .filter(isLater)
    .map((one) => ({ ...one, start: one.start + growth, end: one.end + growth }));
  return [...earlier, ...merged(touched, edit, before, origin), ...later];
}

/** The original OCR text: `text` with all corrections reverted. */
export function originalText(text: string, corrections: readonly LoggedCorrection[]): string {
  return applyEdits(
    text,
    corrections.map(({ start, end, original }) => ({ start, end, newText: original })),
  );
}

/** Whether an edit and an earlier correction cannot be distinguished. */
function isTouched({ start, end, rule }: LoggedCorrection, edit: Edit, origin: EditOrigin): boolean {
  if (start < edit.end && edit.start < end) return true;
  // Where something was removed, nothing is between the removal and what is inserted there.
  if (start === end && edit.start <= start && start <= edit.end) return true;
  return rule === undefined && origin.rule === undefined && (end === edit.start || start === edit.end);
}

/** The correction that an edit makes together with those that it touches; none if all of it is as OCR read it. */
function merged(
  touched: readonly LoggedCorrection[],
  edit: Edit,
  before: string,
  origin: EditOrigin,
): readonly LoggedCorrection[] {
  const start = Math.min(edit.start, ...touched.map((one) => one.start));
  const end = Math.max(edit.end, ...touched.map((one) => one.end));
  const shifted = touched.map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
  const original = originalText(before.slice(start, end), shifted);
  const corrected = before.slice(start, edit.start) + edit.newText + before.slice(edit.end, end);
  if (original === corrected) return [];
  const { rule, ...person } = origin;
  const isOfRule = rule !== undefined && start === edit.start && end === edit.end;
  return [
    {
      ...person,
      id: touched[0]?.id ?? origin.id,
      ...(isOfRule ? { rule } : {}),
      start,
      end: start + corrected.length,
      original,
    },
  ];
}
