import type { CandidateEdit } from '../scoring/features';
import type { LanguageModel } from '../languageModel';
import type { Passage, EditScorer } from '../scoring/passage';
import type { MissedPhrase } from '../model/setPhrases';
import { alternationsAt } from './alternations';
import { deletionsAt } from './deletions';
import { insertionsAt } from './insertions';
import { oneByOneAt } from './oneByOne';
import { setPhraseEdits } from './setPhrases';
import { substitutionsAt } from './substitutions';
import { wordsAt } from './wordSubstitutions';

/** A place of a passage, with what was found out about it. */
export interface Place {
  readonly at: number;
  /** Whether it is so surprising that any character is tried there. */
  readonly isSuspect: boolean;
  readonly missedPhrases: readonly MissedPhrase[];
}

/** The changes that deserve to be weighed where `text[at]` stands. */
export function editsAt(
  { at, isSuspect, missedPhrases }: Place,
  passage: Passage,
  language: LanguageModel,
  scorer: EditScorer,
): CandidateEdit[] {
  const changes = missedPhrases.length > 0 ? setPhraseEdits(missedPhrases, passage, language, scorer) : [];
  const found = [
    ...deletionsAt(passage, at, language, scorer),
    ...oneByOneAt(passage, at, language, scorer),
    ...(isSuspect ? substitutionsAt : alternationsAt)(passage, at, language, scorer),
    ...wordsAt(passage, at, language, scorer),
    ...insertionsAt(passage, at, language, scorer),
  ];
  for (const change of found) if (!changes.some((other) => isSame(other, change))) changes.push(change);
  return changes;
}

function isSame(one: CandidateEdit, other: CandidateEdit): boolean {
  return one.removed === other.removed && one.inserted === other.inserted;
}
