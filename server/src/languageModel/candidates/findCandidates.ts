import { isHan } from '../../core/characters';
import type { ErrorSource } from '../../core/settings';
import type { Span } from '../../core/span';
import { shiftSet, type CandidateSet, type ScoredCandidate } from './candidateSets';
import type { EditKind } from '../scoring/editKind';
import { CHANGE_FEATURES, changeFeatures, isAlternation } from '../scoring/features';
import { editsAt } from './edits';
import { MUCH_ALIKE } from '../model/confusables';
import type { LanguageModel } from '../languageModel';
import type { Opinions } from '../corrector/corrector';
import { movedOpinions, opinionOn, preferredEdits } from '../corrector/weighing';
import { createEditScorer, readPassage, type Passage } from '../scoring/passage';
import { isMeetingOfWords } from './wordMeetings';
import { piecesOf } from '../pieces';
import { SHORTEST_PHRASE, type MissedPhrase } from '../model/setPhrases';
import { scorerOf, type Scorer } from '../scoring/weights';

/**
 * Finds what the language speaks against. `floor` is the least score of a correction that is of interest; `opinions` are
 * those of a user's own model on the text.
 */
export type CandidateFinder = (text: string, floor: number, opinions?: Opinions) => CandidateSet[];

/** A character that with the next one is less surprising than this, in nats, is passed over. */
const ORDINARY = 5;

/**
 * Nats for a character and the two after it below which only what is often mistaken is tried: a change can hardly gain
 * what it must.
 */
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
  const scorers: Readonly<Record<EditKind, Scorer>> = {
    substitution: scorerOf(weights.substitution, CHANGE_FEATURES),
    word: scorerOf(weights.word, CHANGE_FEATURES),
    deletion: scorerOf(weights.deletion, CHANGE_FEATURES),
    insertion: scorerOf(weights.insertion, CHANGE_FEATURES),
  };

  const candidateSetsIn = (text: string, floor: number, opinions: Opinions | undefined): CandidateSet[] => {
    const passage = readPassage(text, language.ngrams);
    const scorer = createEditScorer(passage, language.ngrams);
    const missed = language.setPhrases.missedIn(text);
    const found: CandidateSet[] = [];
    for (let at = 0; at < text.length; at++) {
      if (!isHan(text.charCodeAt(at))) continue;
      const nats = (passage.surprise[at + 1] ?? 0) + (passage.surprise[at + 2] ?? 0);
      const missedPhrases = missed.get(at) ?? NONE_MISSED;
      if (nats < ORDINARY && !isRepeated(text, at) && text[at] !== '一' && missedPhrases.length === 0) continue;
      const isSuspect = nats + (passage.surprise[at + 3] ?? 0) >= SURPRISING;
      const changes = editsAt({ at, isSuspect, missedPhrases }, passage, language, scorer);
      if (opinions && isSuspect) changes.push(...preferredEdits(at, opinions, changes, language, scorer));
      if (changes.length === 0) continue;
      const features = changeFeatures(changes, passage, language);
      const corrections = changes.map((change, index): ScoredCandidate => {
        const { kind, removed, inserted, at: start, phrase, isWorthALook } = change;
        const own = features[index] ?? NO_FEATURES;
        const likeness = own[LIKENESS] ?? 0;
        const look = likeness >= 4 || (own[RESEMBLANCE] ?? 0) >= MUCH_ALIKE;
        const sound = likeness % 4 > 0;
        const unlikelySource = look === sound ? 0 : OFF[errors][look ? 'look' : 'sound'];
        const meets = kind === 'deletion' && isMeetingOfWords(text, start, removed, language.words);
        const meeting = kind === 'deletion' && isMeetingOfPairs(passage, start, removed) ? MEETING_OF_PAIRS : 0;
        const opinion = opinions ? opinionOn(change, opinions) : 0;
        const learned = scorers[kind](own) - unlikelySource - meeting + (phrase ? agreementOf(phrase) : 0) + opinion;
        const score = isWorthALook ? Math.max(learned, weights.thresholds[kind].information) : learned;
        const isFree = isAlternation(kind, text.charCodeAt(start), inserted.charCodeAt(0));
        // Written out, because to spread an object here took a tenth of the time of the whole search.
        return {
          kind,
          start,
          end: start + removed,
          replacement: inserted,
          score,
          phrase,
          look,
          sound,
          isAlternation: isFree,
          isMeetingOfWords: meets,
          values: own,
        };
      });
      const [best, ...others] = corrections.filter(({ score }) => score >= floor).sort((a, b) => b.score - a.score);
      if (best) found.push({ best, others });
    }
    return found;
  };

  const isMeetingOfPairs = ({ symbols }: Passage, at: number, size: number): boolean => {
    const isCommon = (place: number): boolean =>
      language.ngrams.pair(symbols[place] ?? 0, symbols[place + 1] ?? 0) >= COMMON_PAIR;
    return isCommon(at) && isCommon(at + 2 * size);
  };

  return (text, floor, opinions) => {
    const found: CandidateSet[] = [];
    for (const { start, piece } of piecesOf(text)) {
      const own = opinions && start > 0 ? movedOpinions(opinions, (at) => start + at) : opinions;
      for (const candidateSet of candidateSetsIn(piece, floor, own))
        found.push(start === 0 ? candidateSet : shiftSet(candidateSet, start));
    }
    return found;
  };
}

function isRepeated(text: string, at: number): boolean {
  return text[at] === text[at + 1] || text[at] === text[at + 2];
}

/**
 * What is taken off the score of a doubled character that often is after the one before it and before the one after
 * it, so that two words may meet that no dictionary has.
 */
const MEETING_OF_PAIRS = 1;

/** How often two characters must have been seen side by side for that. */
const COMMON_PAIR = 200;

/** What is added to the score for each character beyond the shortest phrase's that is as a set phrase has it, in nats. */
const AGREEMENT = 1.2;

function agreementOf(phrase: Span): number {
  return AGREEMENT * Math.max(0, phrase.end - phrase.start - SHORTEST_PHRASE);
}
