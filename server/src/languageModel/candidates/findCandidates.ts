import { isHan } from '../../core/characters';
import type { ErrorSource } from '../../core/settings';
import { shiftSpan, type Span } from '../../core/span';
import { CHANGE_FEATURES, changeFeatures, PLACE_FEATURES, placeFeatures, type EditKind } from '../scoring/features';
import { editsAt } from './edits';
import { MUCH_ALIKE } from '../model/confusables';
import type { LanguageModel } from '../languageModel';
import { createEditScorer, readPassage, type Passage } from '../scoring/passage';
import { piecesOf } from '../pieces';
import { SHORTEST_PHRASE, type MissedPhrase } from '../model/setPhrases';
import { scorerOf, type Scorer, type Scored } from '../scoring/weights';

/** A change of a text that the language speaks for. */
export interface ScoredCandidate {
  readonly kind: EditKind;
  /** Offsets into the text; the same for an insertion. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The logarithm of the odds that the text is wrong here and this is right. */
  readonly score: number;
  /** The stretch of text that becomes a set phrase, where one does. */
  readonly phrase?: Span | undefined;
  /** Whether what is there and what should look alike, and whether they sound alike. */
  readonly look: boolean;
  readonly sound: boolean;
  /** In the order of `CHANGE_FEATURES`. */
  readonly values: Float64Array;
}

/** A place with the changes that the language speaks for there, best first. */
export interface CandidateSet {
  readonly best: ScoredCandidate;
  readonly others: readonly ScoredCandidate[];
}

/** Finds what the language speaks against. `floor` is the least score of a correction that is of interest. */
export type CandidateFinder = (text: string, floor: number) => CandidateSet[];

/** A character that with the next one is less surprising than this, in nats, is passed over. */
const ORDINARY = 5;

/** Below this hardly any character is wrong that can be found to be: only what is often mistaken is tried. */
const SURPRISING = 9;

/** What is taken off the score of what only looks, and of what only sounds alike, by where the errors come from. */
const OFF = { ocr: { look: 0, sound: 0.2 }, typing: { look: 1, sound: 0 }, both: { look: 0, sound: 0 } };

const LIKENESS = CHANGE_FEATURES.indexOf('likeness');
const RESEMBLANCE = CHANGE_FEATURES.indexOf('resemblance');

const NO_FEATURES = new Float64Array(CHANGE_FEATURES.length);
const NONE_MISSED: readonly MissedPhrase[] = [];

/** Prepares a search for candidates. */
export function createCandidateFinder(language: LanguageModel, errors: ErrorSource = 'both'): CandidateFinder {
  const { weights } = language;
  const scorers: Readonly<Record<Scored, Scorer>> = {
    place: scorerOf(weights.place, PLACE_FEATURES),
    substitution: scorerOf(weights.substitution, CHANGE_FEATURES),
    word: scorerOf(weights.word, CHANGE_FEATURES),
    deletion: scorerOf(weights.deletion, CHANGE_FEATURES),
    insertion: scorerOf(weights.insertion, CHANGE_FEATURES),
  };
  const { attention } = weights;
  const values = new Float64Array(PLACE_FEATURES.length);

  const isWorthALook = (passage: Passage, at: number): boolean => {
    placeFeatures(passage, at, values);
    return scorers.place(values) >= attention;
  };

  const candidateSetsIn = (text: string, floor: number): CandidateSet[] => {
    const passage = readPassage(text, language.ngrams);
    const scorer = createEditScorer(passage, language.ngrams);
    const missed = language.setPhrases.missedIn(text);
    const found: CandidateSet[] = [];
    for (let at = 0; at < text.length; at++) {
      if (!isHan(text.charCodeAt(at))) continue;
      const nats = (passage.surprise[at + 1] ?? 0) + (passage.surprise[at + 2] ?? 0);
      const missedPhrases = missed.get(at) ?? NONE_MISSED;
      if (nats < ORDINARY && text[at] !== text[at + 1] && text[at] !== text[at + 2] && missedPhrases.length === 0)
        continue;
      const isSuspect = nats >= SURPRISING && isWorthALook(passage, at);
      const changes = editsAt({ at, isSuspect, missedPhrases }, passage, language, scorer);
      if (changes.length === 0) continue;
      const features = changeFeatures(changes, passage, language);
      const corrections = changes.map(({ kind, removed, inserted, at: start, phrase }, index): ScoredCandidate => {
        const own = features[index] ?? NO_FEATURES;
        const likeness = own[LIKENESS] ?? 0;
        const look = likeness >= 4 || (own[RESEMBLANCE] ?? 0) >= MUCH_ALIKE;
        const sound = likeness % 4 > 0;
        const unlikelySource = look === sound ? 0 : OFF[errors][look ? 'look' : 'sound'];
        const meeting = kind === 'deletion' && isMeetingOfWords(passage, start, removed) ? MEETING_OF_WORDS : 0;
        const score = scorers[kind](own) - unlikelySource - meeting + (phrase ? agreementOf(phrase) : 0);
        return { kind, start, end: start + removed, replacement: inserted, score, phrase, look, sound, values: own };
      });
      const [best, ...others] = corrections.filter(({ score }) => score >= floor).sort((a, b) => b.score - a.score);
      if (best) found.push({ best, others });
    }
    return found;
  };

  const isMeetingOfWords = ({ symbols }: Passage, at: number, size: number): boolean => {
    const isCommon = (place: number): boolean =>
      language.ngrams.pair(symbols[place] ?? 0, symbols[place + 1] ?? 0) >= COMMON_PAIR;
    return isCommon(at) && isCommon(at + 2 * size);
  };

  return (text, floor) => {
    const found: CandidateSet[] = [];
    for (const { start, piece } of piecesOf(text))
      for (const candidateSet of candidateSetsIn(piece, floor)) found.push(shifted(candidateSet, start));
    return found;
  };
}

/**
 * What is taken off the score of a doubled character whose first one belongs to a common word before it and whose second
 * one to a common word after it: 人体|体感.
 */
const MEETING_OF_WORDS = 1;

/** How often two characters must have been seen side by side to be a common word. */
const COMMON_PAIR = 200;

/** What is added to the score for each character beyond the shortest phrase's that is as a set phrase has it, in nats. */
const AGREEMENT = 1.2;

function agreementOf(phrase: Span): number {
  return AGREEMENT * Math.max(0, phrase.end - phrase.start - SHORTEST_PHRASE);
}

/** The candidates that can be applied together, best first: none within two characters of a better one. */
export function compatible(candidateSets: readonly CandidateSet[]): CandidateSet[] {
  const kept: CandidateSet[] = [];
  for (const candidateSet of [...candidateSets].sort((a, b) => b.best.score - a.best.score)) {
    const { start, end } = candidateSet.best;
    if (!kept.some(({ best }) => start < best.end + 2 && best.start < end + 2)) kept.push(candidateSet);
  }
  return kept;
}

function shifted({ best, others }: CandidateSet, by: number): CandidateSet {
  if (by === 0) return { best, others };
  return { best: shiftCandidate(best, by), others: others.map((other) => shiftCandidate(other, by)) };
}

/** The same correction, or what is kept of one, with its offsets moved. */
export function shiftCandidate<Kept extends Span & Pick<ScoredCandidate, 'phrase'>>(
  correction: Kept,
  by: number,
): Kept {
  const phrase = correction.phrase && shiftSpan(correction.phrase, by);
  return { ...correction, ...shiftSpan(correction, by), phrase };
}
