import { isNameDot } from '../../core/names/shape';
import { surnameLengthAt } from '../../core/names/surnames';

/** How much a character speaks for standing in a name, in nats over its share of ordinary text. */
export interface NameCharacters {
  readonly surname: Readonly<Record<string, number>>;
  readonly given: Readonly<Record<string, number>>;
  readonly foreign: Readonly<Record<string, number>>;
}

/** Words that are right before or right after a person's name. */
export interface NameNeighbours {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Judges by its look alone whether a character is in the name of a person. */
export interface NameEvidence {
  /**
   * How much speaks for `text[at]` standing in a Chinese name, a surname and one or two characters, in nats; 0 where
   * nothing does. A title before it or a verb of speech after it counts.
   */
  chinese(text: string, at: number): number;
  /** How much speaks for `text[at]` standing in a transliterated name, in nats a character over a window of five. */
  foreign(text: string, at: number): number;
}

/**
 * What a compound surname (欧阳) speaks for a name, in nats; as much as `BITS.compoundSurname` of
 * entities/personNames.ts.
 */
const COMPOUND_SURNAME = 4;

/** What a title before a name, or what only people do after it, adds, in nats. */
const CONTEXT = 3;

/** A given name is rarer than its characters look: taken off for each of its characters. */
const OFF = 0.5;

export function readNameEvidence(characters: NameCharacters, neighbours: NameNeighbours): NameEvidence {
  const surname = byCode(characters.surname);
  const given = byCode(characters.given);
  const foreign = byCode(characters.foreign);
  const before = new Set(neighbours.before);
  const after = new Set(neighbours.after);

  const evidenceBefore = (text: string, start: number): number => {
    for (let length = 1; length <= 3 && start - length >= 0; length++)
      if (before.has(text.slice(start - length, start))) return CONTEXT;
    return 0;
  };
  const evidenceAfter = (text: string, end: number): number => {
    for (let length = 1; length <= 2; length++) if (after.has(text.slice(end, end + length))) return CONTEXT;
    return 0;
  };

  /** The most that speaks for a name with this surname that begins at `start` and includes `at`. */
  const evidenceFor = (text: string, at: number, start: number, surnameLength: number, first: number): number => {
    let best = 0;
    let sum = first;
    for (let end = start + surnameLength + 1; end <= Math.min(start + surnameLength + 2, text.length); end++) {
      sum += (given.get(text.charCodeAt(end - 1)) ?? -4) - OFF;
      if (at >= end) continue;
      const context = sum > -4 ? evidenceBefore(text, start) + evidenceAfter(text, end) : 0;
      best = Math.max(best, sum + context);
    }
    return best;
  };

  return {
    chinese(text, at) {
      let best = 0;
      for (let start = Math.max(0, at - 3); start <= at; start++) {
        const single = surname.get(text.charCodeAt(start));
        if (single !== undefined) best = Math.max(best, evidenceFor(text, at, start, 1, single));
        if (surnameLengthAt(text, start) === 2)
          best = Math.max(best, evidenceFor(text, at, start, 2, COMPOUND_SURNAME));
      }
      return best;
    },
    foreign(text, at) {
      let best = -5;
      for (let start = Math.max(0, at - 3); start <= at; start++) {
        if (start + 4 > text.length) break;
        let sum = 0;
        for (let inner = start; inner < start + 4; inner++)
          sum += isNameDot(text.charCodeAt(inner)) ? 4 : Math.max(-4, foreign.get(text.charCodeAt(inner)) ?? -4);
        best = Math.max(best, sum / 4);
      }
      return best;
    },
  };
}

function byCode(weights: Readonly<Record<string, number>>): ReadonlyMap<number, number> {
  return new Map(Object.entries(weights).map(([character, weight]) => [character.charCodeAt(0), weight]));
}
