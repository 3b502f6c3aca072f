import { isHan } from '../../core/characters';
import type { LanguageModel } from '../languageModel';
import type { CandidateEdit } from '../scoring/features';
import type { EditScorer } from '../scoring/passage';
import { tried } from '../candidates/tryEdit';
import type { Opinions } from './corrector';

/**
 * How much of a corrector's odds counts. It is half, because both have read the same sentence, so that their evidence is
 * largely the same.
 */
const SHARE = 0.5;

/** The most that its opinion is worth, in nats, for a change or against it: neither decides alone. */
const MOST = 4;

/** The least gain, in nats, for which what a corrector prefers is weighed: rare words are what it knows better. */
const LEAST_GAIN = -12;

/** What the opinion of a corrector adds to the score of a change: one more feature. It says nothing of lengths. */
export function opinionOn({ kind, at, inserted }: CandidateEdit, opinions: Opinions): number {
  if (kind !== 'substitution' && kind !== 'word') return 0;
  let odds = 0;
  for (let index = 0; index < inserted.length; index++) odds += opinions.odds(at + index, inserted.charAt(index));
  return Math.max(-MOST, Math.min(MOST, SHARE * odds));
}

/** The changes of the character at a place to those that a corrector prefers, without the ones that are known. */
export function preferredEdits(
  at: number,
  opinions: Opinions,
  known: readonly CandidateEdit[],
  { ngrams }: LanguageModel,
  scorer: EditScorer,
): CandidateEdit[] {
  const edits: CandidateEdit[] = [];
  for (const character of opinions.preferredAt(at)) {
    const code = character.charCodeAt(0);
    if (character.length > 1 || !isHan(code)) continue;
    if (known.some((edit) => edit.kind === 'substitution' && edit.at === at && edit.inserted === character)) continue;
    const symbols = [ngrams.symbolOf(code)];
    const edit = tried({ kind: 'substitution', at, removed: 1, symbols, least: LEAST_GAIN }, ngrams, scorer);
    if (edit?.inserted === character) edits.push(edit);
  }
  return edits;
}

/** Opinions on a text in which the places are others. */
export function movedOpinions(opinions: Opinions, origin: (at: number) => number): Opinions {
  return {
    preferredAt: (at) => opinions.preferredAt(origin(at)),
    odds: (at, character) => opinions.odds(origin(at), character),
  };
}
