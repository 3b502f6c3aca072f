import { createCache } from '../core/cache';
import { DEFAULT_CONTEXT, type ContextSettings, type Sensitivity } from '../core/settings';
import { resultOfSteps, type Step } from '../core/steps';
import { shiftSpan, type Span } from '../core/span';
import { shiftCandidate, type CandidateSet, type ScoredCandidate } from './candidates/candidateSets';
import { createCandidateFinder } from './candidates/findCandidates';
import { compatible, withNeighbours } from './candidates/neighbours';
import type { EditKind } from './scoring/editKind';
import { wordAround } from './scoring/wordAround';
import type { LanguageModel } from './languageModel';
import { createConsult, type Consult } from './corrector/consult';
import type { Corrector, Opinions } from './corrector/corrector';
import { doubtsIn, type PlacedQuestion } from './corrector/doubts';
import { movedOpinions } from './corrector/weighing';
import { piecesOf } from './pieces';
import type { ThresholdKind, Thresholds } from './scoring/weights';

/** `high`: the text is almost certainly wrong; `medium`: worth a look; `low`: only where something else supports it. */
export type Confidence = 'high' | 'medium' | 'low';

/** What may have been meant at a place. */
export type Candidate = Omit<ScoredCandidate, 'values' | 'kind' | 'isAlternation' | 'isMeetingOfWords'>;

/** A place where the language speaks against the text. Offsets are relative to the text that was asked about. */
export interface Detection {
  readonly kind: EditKind;
  readonly confidence: Confidence;
  /** By how many nats the score exceeds what high confidence asks for; negative where it does not reach it. */
  readonly margin: number;
  /** The same for medium confidence. */
  readonly mediumMargin: number;
  /** Whether the change is of a sort that can have high confidence at all, however high its score. */
  readonly mayBeHigh: boolean;
  /** What is detected: the wrong characters, both of a double, the neighbours of what is missing. */
  readonly span: Span;
  /** The word that it is in, as the text has it: what a user may accept as correct. */
  readonly form: Span;
  /** What may have been meant, best first, at most five; all of them replace the same span. */
  readonly candidates: readonly [Candidate, ...Candidate[]];
}

/** What the language model detects in texts; cached for as long as it is asked about them. */
export interface Detector {
  /** Makes room in the cache for an issue of so many code units. */
  reserve(length: number): void;
  /** The detections in a text that has been read, sorted by position; undefined where it has not. */
  known(text: string): readonly Detection[] | undefined;
  /**
   * Reads a text, in steps of some milliseconds: a line may have millions of characters. Where a corrector is asked, there
   * are steps that are promises (see core/steps).
   */
  read(text: string): Generator<Step, readonly Detection[]>;
  /** What is detected in a text without the corrector; absent where there is none. */
  readonly preview?: (text: string) => Generator<undefined, readonly Detection[]>;
}

/** Most candidates that are reported for one position. */
const MAX_CANDIDATES = 5;

/** Corrections of a place that are this much less likely than the best, in nats, are not reported. */
const LARGEST_GAP = 5;

/** By how much a detection may fall short of medium confidence and still have low confidence, in nats. */
const LOW_CONFIDENCE_MARGIN = 4;

/** Code units of text whose detections are cached, beside those of the longest issue. */
const CACHE_SIZE = 200_000;

/** By how much the thresholds are raised, in nats. */
const THRESHOLD_SHIFT: Readonly<Record<Sensitivity, number>> = { low: 1, normal: 0, high: -1 };

/** Prepares a language for texts. A corrector is asked about sentences in which something is in doubt without it. */
export function createDetector(
  language: LanguageModel,
  { sensitivity, errors }: ContextSettings = DEFAULT_CONTEXT,
  corrector?: Corrector,
): Detector {
  const find = createCandidateFinder(language, errors);
  const { thresholds } = language.weights;
  const shift = THRESHOLD_SHIFT[sensitivity];
  const floor =
    Math.min(...Object.values(thresholds).map(({ information }) => information)) +
    shift -
    LOW_CONFIDENCE_MARGIN -
    LARGEST_GAP;
  const cache = createCache<readonly Detection[]>(CACHE_SIZE);
  const firstReadings = createCache<FirstReading>(CACHE_SIZE);
  const consult = corrector && createConsult(corrector);
  const detectionsIn = (piece: string, opinions?: Opinions): readonly Detection[] =>
    compatible(
      withNeighbours(piece, find(piece, floor, opinions), (changed, origin) =>
        find(changed, floor, opinions && movedOpinions(opinions, origin)),
      ).filter(
        ({ best }) => best.score >= thresholds[thresholdKindOf(best)].information + shift - LOW_CONFIDENCE_MARGIN,
      ),
    )
      .map((candidateSet) =>
        detectionOf(candidateSet, thresholds[thresholdKindOf(candidateSet.best)], shift, piece, language),
      )
      .sort((one, other) => one.span.start - other.span.start);

  const firstReadingOf = (piece: string): FirstReading =>
    firstReadings.get(piece, (own) => {
      const doubts = doubtsIn(own);
      const detections = detectionsIn(own, doubts);
      const doubtful = detections.filter(changesCharacters);
      const isDoubtful = (from: number, to: number): boolean =>
        doubtful.some(({ span: { start } }) => start >= from && start < to);
      return { detections, questions: doubts.questions(isDoubtful) };
    });
  /** What is detected in a piece with the opinions of a corrector. */
  const readWith = function* (piece: string, ask: Consult): Generator<Step, readonly Detection[]> {
    const { detections, questions } = firstReadingOf(piece);
    if (questions.length === 0) return detections;
    return detectionsIn(piece, yield* ask(questions));
  };

  return {
    reserve(length) {
      cache.reserve(length);
      firstReadings.reserve(length);
    },
    known(text) {
      const all: Detection[] = [];
      for (const { start, piece } of piecesOf(text)) {
        const detections = cache.known(piece);
        if (!detections) return undefined;
        append(all, detections, start);
      }
      return all;
    },
    *read(text) {
      const all: Detection[] = [];
      for (const { start, piece } of piecesOf(text)) {
        const known = cache.known(piece);
        const withOpinions = known || !consult ? undefined : yield* readWith(piece, consult);
        append(all, known ?? cache.get(piece, (own) => withOpinions ?? detectionsIn(own)), start);
        if (!known) yield;
      }
      return all;
    },
    ...(consult && {
      *preview(text) {
        const all: Detection[] = [];
        for (const { start, piece } of piecesOf(text)) {
          append(all, cache.known(piece) ?? firstReadingOf(piece).detections, start);
          yield;
        }
        return all;
      },
    }),
  };
}

/** A text as it is read before a corrector is asked. */
interface FirstReading {
  readonly detections: readonly Detection[];
  /** About the sentences in which a character may be wrong. */
  readonly questions: readonly PlacedQuestion[];
}

/** Whether a detection is of a wrong character: a corrector has no opinion on what is doubled or dropped. */
function changesCharacters({ kind }: Detection): boolean {
  return kind === 'substitution' || kind === 'word';
}

/** Reads a text at one go. */
export function detectAll(text: string, detections: Detector): readonly Detection[] {
  return resultOfSteps(detections.read(text));
}

function detectionOf(
  { best, others }: CandidateSet,
  { warning, information }: Thresholds,
  raised: number,
  text: string,
  language: LanguageModel,
): Detection {
  const rivals = others.filter(
    ({ kind, start, end, score }) =>
      kind === best.kind && start === best.start && end === best.end && score >= best.score - LARGEST_GAP,
  );
  const span = detectedSpan(best, text.length);
  return {
    kind: best.kind,
    confidence: confidenceOf(best, { warning: warning + raised, information: information + raised }),
    margin: best.score - warning - raised,
    mediumMargin: best.score - information - raised,
    mayBeHigh: canBeHighConfidence(best),
    span,
    form: best.phrase ?? wordAround(text, best, span, language),
    candidates: [candidateOf(best), ...rivals.slice(0, MAX_CANDIDATES - 1).map(candidateOf)],
  };
}

function confidenceOf(correction: ScoredCandidate, { warning, information }: Thresholds): Confidence {
  if (correction.score >= warning && canBeHighConfidence(correction)) return 'high';
  return correction.score >= information ? 'medium' : 'low';
}

/** Which thresholds apply to a correction. */
export function thresholdKindOf({ kind, isAlternation }: ScoredCandidate): ThresholdKind {
  return isAlternation ? 'alternation' : kind;
}

/**
 * Characters that neither look nor sound alike are a guess, however well the one fits: most such are coinages and
 * slogans. A double where two known words meet may be right, too.
 */
export function canBeHighConfidence({ kind, look, sound, isMeetingOfWords }: ScoredCandidate): boolean {
  if (kind === 'deletion') return !isMeetingOfWords;
  return kind === 'insertion' || look || sound;
}

function detectedSpan({ kind, start, end }: ScoredCandidate, length: number): Span {
  if (kind === 'deletion') return { start, end: end + end - start };
  if (kind === 'insertion') return { start: Math.max(0, start - 1), end: Math.min(length, end + 1) };
  return { start, end };
}

/** Features are many, and they are not needed once a correction is weighed. */
function candidateOf({ start, end, replacement, score, phrase, look, sound }: ScoredCandidate): Candidate {
  return { start, end, replacement, score, phrase, look, sound };
}

function append(all: Detection[], detections: readonly Detection[], by: number): void {
  const move = (candidate: Candidate): Candidate => shiftCandidate(candidate, by);
  for (const detection of detections) {
    if (by === 0) {
      all.push(detection);
      continue;
    }
    const [best, ...others] = detection.candidates;
    const candidates = [move(best), ...others.map(move)] as const;
    all.push({ ...detection, span: shiftSpan(detection.span, by), form: shiftSpan(detection.form, by), candidates });
  }
}
