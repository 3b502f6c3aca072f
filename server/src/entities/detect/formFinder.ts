import { createCache, type Cache } from '../../core/cache';
import { createItemCount } from '../../core/steps';
import type { Span } from '../../core/span';
import { wholeCharacters } from '../../core/wholeCharacters';
import { ENTITY_WORDS } from './vocabulary';
import { createWordFinder } from './wordFinder';

/**
 * Finds forms of names in a text: the longest form at each place, unless an equally long word of the language is there, or it would cut
 * a character. In text order; spans may overlap. Works in steps.
 */
export type FormFinder = (text: string, forms: readonly string[]) => Generator<undefined, readonly Span[]>;

/** Where the forms are in a line, by the line. */
interface KnownForms {
  readonly forms: string;
  readonly lines: Cache<readonly Span[]>;
}

/** Makes a finder. Where the forms are those of the text before, as after most edits, it reads only the lines that are new. */
export function createFormFinder(): FormFinder {
  let known: KnownForms | undefined;
  return function* (text, forms) {
    const key = forms.join('\n');
    if (known?.forms !== key) known = { forms: key, lines: createCache(text.length) };
    const { lines } = known;
    lines.reserve(text.length);
    const finder = createWordFinder(forms);
    const formsIn = (line: string): readonly Span[] => {
      const spans: Span[] = [];
      for (let start = 0; start < line.length; start++) {
        const length = finder.lengthAt(line, start);
        if (length === 0 || ENTITY_WORDS.setWords.lengthAt(line, start) >= length) continue;
        const span = { start, end: start + length };
        if (wholeCharacters(line, span) === span) spans.push(span);
      }
      return spans;
    };
    const found: Span[] = [];
    const isStepFull = createItemCount(LINES_IN_STEP);
    for (let start = 0; start < text.length;) {
      if (isStepFull()) yield;
      const lineEnd = text.indexOf('\n', start);
      const end = lineEnd < 0 ? text.length : lineEnd;
      if (end > start)
        for (const span of lines.get(text.slice(start, end), formsIn))
          found.push({ start: start + span.start, end: start + span.end });
      start = end + 1;
    }
    return found;
  };
}

/** Lines that are read in one step, where most are known. */
const LINES_IN_STEP = 500;
