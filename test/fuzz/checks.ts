import { ok } from 'node:assert/strict';
import type { Edit } from '../../server/src/core/edit';
import type { Span } from '../../server/src/core/span';
import { isWithinPair } from '../../server/src/core/wholeCharacters';
import { UNSAFE } from '../support/escapes';

/** Checks that spans are within the text, in order and without overlaps, and cut no surrogate pair. */
export function checkOrdered(text: string, spans: readonly Span[], what: string): void {
  for (const span of spans) checkSpan(text, span, what);
  let end = 0;
  for (const span of spans) {
    ok(span.start >= end, `${what} do not overlap and are in order`);
    end = span.end;
  }
}

/** Checks that spans begin in the order of the text; they may overlap. */
export function inOrder(spans: readonly Span[], what: string): void {
  spans.forEach((span, at) => ok(at === 0 || span.start >= (spans[at - 1]?.start ?? 0), `${what} are in order`));
}

/** Checks that edits can be made together, and that their new text is whole. */
export function checkEdits(text: string, edits: readonly Edit[], what: string): void {
  for (const edit of edits) {
    checkSpan(text, edit, `edit of “${what}”`);
    checkWords(text, edit.newText, `new text of “${what}”`);
  }
  checkOrdered(
    text,
    [...edits].sort((a, b) => a.start - b.start || a.end - b.end),
    `edits of “${what}”`,
  );
}

/** Checks that a span is within the text and cuts no surrogate pair. */
export function checkSpan(text: string, { start, end }: Span, what: string): void {
  ok(Number.isInteger(start) && Number.isInteger(end), `${what}: offsets are whole numbers`);
  ok(0 <= start && start <= end && end <= text.length, `${what}: ${start} to ${end} lies within the text`);
  ok(!isWithinPair(text, start) && !isWithinPair(text, end), `${what}: ${start} to ${end} cuts no surrogate pair`);
}

/** Words for a person hold half of a character only where the text itself does. */
export function checkWords(text: string, words: string, what: string): void {
  if (isWhole(text)) ok(isWhole(words), `${what}: ${JSON.stringify(words)} is cut within a character`);
}

/** The same of what is shown in one line: a message, a title. No line end or control is in it as it is. */
export function checkShown(text: string, words: string, what: string): void {
  checkWords(text, words, what);
  ok(!UNSAFE.test(words), `${what}: ${JSON.stringify(words)} has a line end or a control in it`);
}

/** Checks that no words in data are cut within a character. JSON writes half of a character as an escape. */
export function checkData(text: string, data: unknown, what: string): void {
  if (isWhole(text)) ok(!/(?<!\\)\\ud[89a-f]/.test(JSON.stringify(data)), `${what}: cut within a character`);
}

/** Whether a text has no half of a surrogate pair. */
export function isWhole(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
