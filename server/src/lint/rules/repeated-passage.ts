import { t } from '@vscode/l10n';
import { isDigit, isHan, isLatin } from '../../core/characters';
import { quote } from '../../core/quote';
import type { Span } from '../../core/span';
import { createItemCount } from '../../core/steps';
import { blockRule, replacement, RUNNING_TEXT } from '../rule';

/** Sentences that may repeat together: a short paragraph read twice is one unit of a few sentences. */
const SENTENCES_TOGETHER = 6;

/** Han characters of a passage that authors do not write twice in a row; a shorter one is a cheer or a refrain. */
const HAN_ONCE = 5;

/** Han characters of a piece that a decoder repeats many times over, and how often it must occur in a row. */
const HAN_LOOPED = 2;
const TIMES_LOOPED = 5;

/** Code units of a call, such as 加油, and how often a crowd calls it in a row in print. */
const LONGEST_CALL = 3;
const TIMES_CALLED = 12;

/**
 * A loop without sentence marks is looked for at every so many code units, so that the shortest is not missed, with a piece of so
 * many, up to so far away.
 */
const PROBE_EVERY = 4;
const PROBE_LENGTH = 4;
const LONGEST_LOOP = 60;

const ONLY_MARKS = /^[\p{P}\s]+$/u;

/** A character or digit that occurs so often in a row was written by no author: 哈哈哈哈 and 100000000 are shorter. */
const TIMES_STUCK = 16;

/** Runs of one character that are looked at in one step. */
const RUNS_IN_STEP = 200_000;

/** A sentence's mark with the quotes and brackets that close after it. */
const SENTENCE_END = /[。！？；!?][”’）」』]*/g;

export const repeatedPassage = blockRule({
  id: 'repeated-passage',
  title: 'Repeated passage',
  description:
    'A sentence or part of a sentence that is repeated immediately, for example because an OCR model got stuck in a loop.',
  severity: 'warning',
  applicability: 'suggested',
  kinds: RUNNING_TEXT,
  *check({ text }) {
    const found: Span[] = [];
    for (const spansOf of [repeatedSentences, loops, stuck])
      for (const span of spansOf(text)) {
        if (span) found.push(span);
        else yield;
      }
    let reported = 0;
    for (const span of found.sort((a, b) => a.start - b.start)) {
      if (span.start < reported) continue;
      reported = span.end;
      yield {
        span,
        message: t('The same words are repeated here: {0}', quote(text, span)),
        fixes: [replacement(span, '', 'suggested', t('Remove the repetition'))],
      };
    }
  },
});

/** The second and further copies of sentences, or of a few sentences together, that follow the first at once. */
function* repeatedSentences(text: string): Iterable<Span | undefined> {
  const starts: number[] = [0];
  const isStepFull = createItemCount();
  let copiesEnd = 0;
  for (let start = sentenceEndAfter(text, 0); start > 0; start = sentenceEndAfter(text, start)) {
    if (isStepFull()) yield;
    if (start <= copiesEnd) continue;
    const length = lengthBeforeRepeated(text, starts, start);
    starts.push(start);
    if (length === 0) continue;
    copiesEnd = start + length;
    while (text.startsWith(text.slice(start, start + length), copiesEnd)) copiesEnd += length;
    starts.push(copiesEnd);
    yield { start, end: copiesEnd };
  }
}

/** Where the first sentence ends after an offset; 0 where none does. */
function sentenceEndAfter(text: string, offset: number): number {
  SENTENCE_END.lastIndex = offset;
  return SENTENCE_END.test(text) ? SENTENCE_END.lastIndex : 0;
}

/** The length of the passage that ends at `at` and begins again there; 0 where none does. */
function lengthBeforeRepeated(text: string, starts: readonly number[], at: number): number {
  for (let back = 1; back <= Math.min(SENTENCES_TOGETHER, starts.length); back++) {
    const start = starts[starts.length - back] ?? at;
    if (text.charCodeAt(start) !== text.charCodeAt(at) || at - start < HAN_ONCE) continue;
    if (text.startsWith(text.slice(start, at), at) && hanIn(text, start, at) >= HAN_ONCE) return at - start;
  }
  return 0;
}

/** The copies in a piece that is repeated many times over without a sentence mark. The first of them stays. */
function* loops(text: string): Iterable<Span | undefined> {
  const isStepFull = createItemCount();
  for (let at = 0; at + PROBE_LENGTH < text.length; at += PROBE_EVERY) {
    if (isStepFull()) yield;
    const period = periodAt(text, at);
    if (period === 0) continue;
    let start = at;
    while (start > 0 && text[start - 1] === text[start - 1 + period]) start--;
    let end = at + period;
    while (end < text.length && text[end] === text[end - period]) end++;
    // The last copy may lack the mark that is between the others. Then the first copy stays without it.
    const rest = (end - start) % period;
    const lacksMark = rest > 0 && ONLY_MARKS.test(text.slice(start + rest, start + period));
    const times = Math.floor((end - start) / period) + (lacksMark ? 1 : 0);
    const isCall = period <= LONGEST_CALL && times < TIMES_CALLED && /[！!”]/.test(text.charAt(end));
    if (times >= TIMES_LOOPED && !isCall && hanIn(text, start, start + period) >= HAN_LOOPED)
      yield lacksMark ? { start: start + rest, end } : { start: start + period, end: start + times * period };
    at = Math.max(at, end - PROBE_EVERY);
  }
}

/** The copies of one character that a decoder did not get away from. The first of them stays. */
function* stuck(text: string): Iterable<Span | undefined> {
  const isStepFull = createItemCount(RUNS_IN_STEP);
  for (let start = 0, end = 1; start < text.length; start = end, end++) {
    if (isStepFull()) yield;
    const code = text.charCodeAt(start);
    while (text.charCodeAt(end) === code) end++;
    if (end - start >= TIMES_STUCK && (isHan(code) || isDigit(code) || isLatin(code))) yield { start: start + 1, end };
  }
}

/** How far from `at` the characters there come back; 0 where they do not soon. */
function periodAt(text: string, at: number): number {
  const window = text.slice(at + 1, at + PROBE_LENGTH + LONGEST_LOOP);
  return window.indexOf(text.slice(at, at + PROBE_LENGTH)) + 1;
}

function hanIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (isHan(text.charCodeAt(at))) count++;
  return count;
}
