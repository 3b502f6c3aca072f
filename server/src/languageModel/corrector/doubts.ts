import type { Opinions, Question } from './corrector';
import { sentencesIn } from './sentences';

/** Records what a search for candidates asks for; it knows nothing itself. */
export interface Doubts extends Opinions {
  /** The questions about the sentences that have a place for which `isDoubtful`, each with its offset in the text. */
  questions(isDoubtful: (from: number, to: number) => boolean): readonly PlacedQuestion[];
}

/** A question about a part of a text. */
export interface PlacedQuestion {
  readonly start: number;
  readonly question: Question;
}

/** Starts to take down what is in doubt in a text. */
export function doubtsIn(text: string): Doubts {
  const offered = new Map<number, Set<string>>();
  const offeredAt = (at: number): Set<string> => {
    const known = offered.get(at) ?? new Set();
    offered.set(at, known);
    return known;
  };
  return {
    preferredAt(at) {
      offeredAt(at);
      return '';
    },
    odds(at, character) {
      offeredAt(at).add(character);
      return 0;
    },
    questions(isDoubtful) {
      const places = [...offered].sort(([one], [other]) => one - other);
      return sentencesIn(text).flatMap(({ start, end }) => {
        if (!isDoubtful(start, end)) return [];
        const within = places.filter(([at]) => at >= start && at < end);
        const question = {
          sentence: text.slice(start, end),
          places: within.map(([at, characters]) => ({ at: at - start, offered: [...characters].sort().join('') })),
        };
        return [{ start, question }];
      });
    },
  };
}
