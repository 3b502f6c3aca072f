import { isHan } from '../core/characters';
import { isGrouped, type Diagnostic, type Fix, type Occurrence } from '../core/diagnostic';
import type { Edit } from '../core/edit';
import { firstIndex } from '../core/search';
import type { Span } from '../core/span';
import { createItemCount, type Stepwise } from '../core/steps';
import { fixesOfGroup } from './diagnostics';

/**
 * The diagnostics without the fixes that would change a person's name: rare characters and unusual spellings are
 * what names are made of. The finding stays, for a person to judge. `names` gives the spans of all names in the text,
 * those of medium confidence too, in order and without overlaps; it is asked only where a fix may touch one. Where the names are
 * not known yet, every fix that may touch one is left out. Works in steps.
 */
export function* withoutFixesOfNames(
  diagnostics: readonly Diagnostic[],
  text: string,
  names: Stepwise<readonly Span[]> | undefined,
): Generator<undefined, readonly Diagnostic[]> {
  const mayTouch = (edit: Edit): boolean => mayTouchName(text, edit);
  const changesName = (edit: Edit): boolean => mayTouch(edit) && (!names || changesOneOf(names.result(), text, edit));
  const isStepFull = createItemCount();
  const kept: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    if (isStepFull()) yield;
    const asksForNames = !isGrouped(diagnostic) && diagnostic.fixes.some(({ edits }) => edits.some(mayTouch));
    if (asksForNames && names) yield* names.inSteps();
    kept.push(isGrouped(diagnostic) ? withoutEdits(diagnostic, changesName) : withoutFixes(diagnostic, changesName));
  }
  return kept;
}

function withoutFixes(diagnostic: Diagnostic, changesName: (edit: Edit) => boolean): Diagnostic {
  const { fixes } = diagnostic;
  const kept = fixes.filter((fix) => setsApart(fix) || !fix.edits.some(changesName));
  return kept.length === fixes.length ? diagnostic : { ...diagnostic, fixes: kept };
}

/** Whether a fix by hand only puts spaces in. What was taken for one name there may be two that ran together: 沈静|林望舒. */
function setsApart({ applicability, edits }: Fix): boolean {
  return (
    applicability === 'manual' &&
    edits.every(({ start, end, newText }) => start === end && /^[ \u3000]+$/.test(newText))
  );
}

/** A group keeps the repairs that change no name. They are chosen when they are asked for, as the group's own are. */
function withoutEdits(diagnostic: Diagnostic, changesName: (edit: Edit) => boolean): Diagnostic {
  let occurrences: readonly Occurrence[] | undefined;
  let fixes: readonly Fix[] | undefined;
  return {
    rule: diagnostic.rule,
    ...(diagnostic.groupedAs && { groupedAs: diagnostic.groupedAs }),
    severity: diagnostic.severity,
    span: diagnostic.span,
    message: diagnostic.message,
    get occurrences() {
      return (occurrences ??= (diagnostic.occurrences ?? []).map((occurrence) =>
        occurrence.edits.some(changesName) ? { ...occurrence, edits: [] } : occurrence,
      ));
    },
    get fixes() {
      return (fixes ??= fixesOfGroup(diagnostic.fixes[0], this.occurrences ?? []));
    },
  };
}

/**
 * Marks, digits and letters are no part of a name, and to close up a line end changes none; most repairs do nothing
 * else.
 */
function mayTouchName(text: string, { start, end }: Edit): boolean {
  if (isLineEnd(text.slice(start, end))) return false;
  if (start === end) return isHan(text.charCodeAt(start - 1)) && isHan(text.charCodeAt(start));
  let touches = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > SPACE && (code < BEYOND_MARKS || isHalfWidthClauseMark(code)) && !isHan(code)) return false;
    touches ||= isHan(code) || isHan(text.charCodeAt(at - 1));
  }
  return touches;
}

const SPACE = 0x20;
/** From here on are the compatibility forms and surrogates that a name may have. */
const BEYOND_MARKS = 0xd800;

/** ｡ ｢ ｣ ､ end and enclose clauses. ･ and ． are not among them: they may part the names of a foreigner. */
function isHalfWidthClauseMark(code: number): boolean {
  return code >= 0xff61 && code <= 0xff64;
}

function changesOneOf(names: readonly Span[], text: string, edit: Edit): boolean {
  let at = firstIndex(names.length, (index) => (names[index]?.end ?? 0) > edit.start);
  for (let name = names[at]; name && name.start < edit.end + 1; name = names[++at])
    if (changes(text, edit, name)) return true;
  return false;
}

/** Whether the name reads otherwise after the edit. To close up a name at a line end, or to delete it whole, does not. */
function changes(text: string, { start, end, newText }: Edit, name: Span): boolean {
  if (start >= name.end || end <= name.start) return start === end && start > name.start && start < name.end;
  const removed = text.slice(Math.max(start, name.start), Math.min(end, name.end));
  if (isLineEnd(removed)) return false;
  const isWhole = start <= name.start && end >= name.end;
  return !isWhole || (newText !== '' && !newText.includes(text.slice(name.start, name.end)));
}

/** White space with a line end in it. */
function isLineEnd(text: string): boolean {
  return /[\r\n]/.test(text) && text.trim() === '';
}
