import type { Change } from '../features';
import type { Language } from '../language';
import type { Passage, Trials } from '../passage';
import type { MissedPhrase } from '../setPhrases';
import { alternationsAt } from './alternations';
import { deletionsAt } from './deletions';
import { insertionsAt } from './insertions';
import { changesToPhrases } from './phrases';
import { substitutionsAt } from './substitutions';
import { wordsAt } from './words';

/** A place of a passage, with what was found out about it. */
export interface Place {
  readonly at: number;
  /** Whether it is so surprising that any character is tried there. */
  readonly isSuspect: boolean;
  readonly missedPhrases: readonly MissedPhrase[];
}

/** The changes that deserve to be weighed where `text[at]` stands. */
export function changesAt(
  { at, isSuspect, missedPhrases }: Place,
  passage: Passage,
  language: Language,
  trials: Trials,
): Change[] {
  const changes = missedPhrases.length > 0 ? changesToPhrases(missedPhrases, passage, language, trials) : [];
  const found = [
    ...deletionsAt(passage, at, language, trials),
    ...(isSuspect ? substitutionsAt : alternationsAt)(passage, at, language, trials),
    ...wordsAt(passage, at, language, trials),
    ...insertionsAt(passage, at, language, trials),
  ];
  for (const change of found) if (!changes.some((other) => isSame(other, change))) changes.push(change);
  return changes;
}

function isSame(one: Change, other: Change): boolean {
  return one.removed === other.removed && one.inserted === other.inserted;
}
