import data from '../../../../dictionaries/lexicons/script-forms.json';
import { once } from '../cache';
import { simplify } from './simplify';
import type { PrintedText } from './printed';

const FORMS: Readonly<Record<string, string>> = data.forms;

/**
 * Words of two characters by their simplified form: 皇后 has not the most common form of 后. They are simplified when first needed: most
 * texts are in simplified characters, and a program that starts has no time for that.
 */
const wordsBySimplified = once(
  (): ReadonlyMap<string, string> => new Map(data.words.split(' ').map((word) => [simplify(word), word])),
);

/**
 * Simplified words that are to replace `text[start]` up to `text[end]`, written as the text writes them: characters that
 * stay keep their form, others have the form that they have elsewhere in the text beside the same character, else the
 * form of the word, else the most common in the text or in traditional texts.
 */
export function inScriptOf(printed: PrintedText, words: string, start: number, end: number): string {
  const { text, simplified } = printed;
  if (text === simplified) return words;
  let result = '';
  for (let at = 0; at < words.length; at++) {
    const character = words.charAt(at);
    const isKept = end - start === words.length && simplified[start + at] === character;
    if (isKept) result += text.charAt(start + at);
    else {
      const before = at > 0 ? words.charAt(at - 1) : simplified.charAt(start - 1);
      const after = at + 1 < words.length ? words.charAt(at + 1) : simplified.charAt(end);
      result += formOf(printed, character, before, after);
    }
  }
  return result;
}

function formOf(printed: PrintedText, character: string, before: string, after: string): string {
  const forms = FORMS[character];
  if (forms === undefined) return character;
  return (
    formBeside(printed, character, before, after) ??
    wordsBySimplified()
      .get(before + character)
      ?.charAt(1) ??
    wordsBySimplified()
      .get(character + after)
      ?.charAt(0) ??
    commonestForm(printed, character) ??
    forms.charAt(0)
  );
}

/** The form that a character has in the text after or before the same neighbour. */
function formBeside({ text, simplified }: PrintedText, character: string, before: string, after: string) {
  const behind = before === '' ? -1 : simplified.indexOf(before + character);
  if (behind >= 0) return text.charAt(behind + 1);
  const ahead = after === '' ? -1 : simplified.indexOf(character + after);
  return ahead < 0 ? undefined : text.charAt(ahead);
}

/** Places of a character that are looked at to learn its form. */
const MOST_PLACES = 50;

function commonestForm({ text, simplified }: PrintedText, character: string): string | undefined {
  const counts = new Map<string, number>();
  let best: string | undefined;
  let at = simplified.indexOf(character);
  for (let seen = 0; at >= 0 && seen < MOST_PLACES; seen++, at = simplified.indexOf(character, at + 1)) {
    const form = text.charAt(at);
    const count = (counts.get(form) ?? 0) + 1;
    counts.set(form, count);
    if (best === undefined || count > (counts.get(best) ?? 0)) best = form;
  }
  return best;
}
