import { isHan } from '../../core/characters';
import type { CandidateEdit } from '../scoring/features';
import type { LanguageModel } from '../languageModel';
import type { Passage, EditScorer } from '../scoring/passage';
import { tried } from './tryEdit';

const LEAST_GAIN = 3;

/** A doubled character, or a doubled word of two, is to occur once. The first of the two is taken to be too many. */
export function deletionsAt(
  { text }: Passage,
  at: number,
  { ngrams }: LanguageModel,
  scorer: EditScorer,
): CandidateEdit[] {
  // 一 and a measure word said twice means each of them.
  if (text[at - 1] === '一' || isReduplicated(text, at)) return [];
  const changes: CandidateEdit[] = [];
  for (const removed of [1, 2]) {
    if (text[at] !== text[at + removed] || (removed === 2 && text[at + 1] !== text[at + 3])) continue;
    if (removed === 2 && (text[at] === text[at + 1] || !isHan(text.charCodeAt(at + 1)))) continue;
    // What follows is the same, so that to take away the second changes as much as to take away the first.
    const change = tried(
      { kind: 'deletion', at: at + removed, removed, symbols: [], least: LEAST_GAIN },
      ngrams,
      scorer,
    );
    if (change) changes.push({ ...change, at });
  }
  return changes;
}

/** Whether `text[at]` and the next character are a part of a reduplicated word: 舒舒服服, 吃得饱饱的. */
function isReduplicated(text: string, at: number): boolean {
  if (text[at] !== text[at + 1]) return false;
  const isBeforeDouble = isHan(text.charCodeAt(at + 2)) && text[at + 2] === text[at + 3];
  const isBehindDouble = isHan(text.charCodeAt(at - 1)) && text[at - 1] === text[at - 2];
  return isBeforeDouble || isBehindDouble || (text[at - 1] === '得' && /[的地]/.test(text.charAt(at + 2)));
}
