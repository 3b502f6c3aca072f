import { isHan } from '../../core/characters';
import type { Span } from '../../core/span';
import type { ScoredCandidate } from '../candidates/candidateSets';
import type { LanguageModel } from '../languageModel';
import { wordAt } from './segmentation';

/** Characters on either side that decide what word a corrected character belongs to. */
const CONTEXT = 3;

/** The list of words takes one stretch in some hundreds for a word that is none; the longer it is, the less it is worth. */
const LONGEST_FORM = 4;

/**
 * The word that `doubted` is in, as the text has it: the one that covers the place in the corrected text. A character
 * that is no part of a longer word takes its neighbours with it, since by itself it would be accepted everywhere.
 */
export function wordAround(
  text: string,
  { start, end, replacement }: ScoredCandidate,
  detected: Span,
  language: LanguageModel,
): Span {
  let from = start;
  while (from > 0 && start - from < CONTEXT && isHan(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < CONTEXT && isHan(text.charCodeAt(to))) to++;
  const corrected = text.slice(from, start) + replacement + text.slice(end, to);
  const place = Math.min(start - from, corrected.length - 1);
  const word = wordAt(corrected, { start: place, end: place }, language);
  const isAlone = word.end - word.start < 2 || word.end - word.start > LONGEST_FORM;
  const wordStart = isAlone ? detected.start - 1 : from + word.start;
  const wordEnd = isAlone ? detected.end + 1 : from + word.end - replacement.length + (end - start);
  return {
    start: Math.min(detected.start, Math.max(from, wordStart)),
    end: Math.max(detected.end, Math.min(to, wordEnd)),
  };
}
