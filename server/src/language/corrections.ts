import { isDigit, isHan, isLatin } from '../core/characters';
import { isNumeral } from './features';
import { featuresOf, type Change } from './features';
import type { Language } from './language';
import { createTrials, readPassage, type Passage, type Trial } from './passage';
import { scoreOf } from './weights';

/** A change of a text that the language speaks for. */
export interface Correction {
  readonly kind: Change['kind'];
  /** Offsets into the text; the same for an insertion. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The logarithm of the odds that the text is wrong here and this is right. */
  readonly score: number;
  readonly values: Readonly<Record<string, number>>;
}

/** A place with the changes that the language speaks for there, best first. */
export interface Suspicion {
  readonly best: Correction;
  readonly others: readonly Correction[];
}

/** A character is looked at only where it and its successor are together as surprising as this, in nats. */
const SURPRISING = 8;

/** From here on, characters that are not alike are tried too. */
const VERY_SURPRISING = 13;

/** The least gain, in nats, for which a change is weighed. */
const LEAST_GAIN = 3;

/** Changes weighed with all features at one place: those of the highest gain of each kind. */
const WEIGHED = 5;

/** What is taken off the gain of a change to an unlike character before changes are compared. */
const UNLIKE = 6;

/** Text that is read at one time: a line may have millions of characters. */
const LONGEST_PIECE = 2000;

/** The suspicions in a text, by place, with all changes that were weighed: the caller sets the bar. */
export function findSuspicions(text: string, language: Language): Suspicion[] {
  const found: Suspicion[] = [];
  for (let start = 0; start < text.length; ) {
    const end = endOfPiece(text, start);
    for (const suspicion of suspicionsIn(text.slice(start, end), language)) found.push(shifted(suspicion, start));
    start = end;
  }
  return found;
}

function endOfPiece(text: string, start: number): number {
  if (text.length - start <= LONGEST_PIECE) return text.length;
  const stop = text.lastIndexOf('。', start + LONGEST_PIECE);
  return stop > start ? stop + 1 : start + LONGEST_PIECE;
}

function shifted({ best, others }: Suspicion, by: number): Suspicion {
  const move = (correction: Correction): Correction => ({ ...correction, start: correction.start + by, end: correction.end + by });
  return by === 0 ? { best, others } : { best: move(best), others: others.map(move) };
}

function suspicionsIn(text: string, language: Language): Suspicion[] {
  const passage = readPassage(text, language.ngrams);
  const trials = createTrials(passage, language.ngrams);
  const found: Suspicion[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isHan(text.charCodeAt(at))) continue;
    const surprise = surpriseFrom(passage, at);
    if (surprise < SURPRISING && !isDoubled(text, at)) continue;
    const changes = changesAt(passage, at, surprise, language, trials);
    if (changes.length === 0) continue;
    const weighed = weigh(changes, passage, language);
    const [best, ...others] = weighed;
    if (best) found.push({ best, others });
  }
  return found;
}

function surpriseFrom({ surprise }: Passage, at: number): number {
  return (surprise[at + 1] ?? 0) + (surprise[at + 2] ?? 0);
}

/** Whether the word of one or two characters that ends at `at` stands twice. */
function isDoubled(text: string, at: number): boolean {
  return text[at] === text[at - 1] || (text[at] === text[at - 2] && text[at - 1] === text[at - 3] && isHan(text.charCodeAt(at - 1)));
}

type Trials = (at: number, removed: number, inserted: number, needed: number) => Trial | undefined;

function changesAt(passage: Passage, at: number, surprise: number, language: Language, trials: Trials): Change[] {
  const changes: Change[] = [...deletionsAt(passage, at, trials)];
  if (surprise >= SURPRISING) {
    changes.push(...substitutionsAt(passage, at, surprise, language, trials));
    if ((passage.surprise[at + 1] ?? 0) >= SURPRISING - 3) changes.push(...insertionsAt(passage, at, language, trials));
  }
  return changes;
}

function deletionsAt(passage: Passage, at: number, trials: Trials): Change[] {
  const { text } = passage;
  const changes: Change[] = [];
  for (const length of [1, 2]) {
    if (at - 2 * length + 1 < 0 || text.slice(at - length + 1, at + 1) !== text.slice(at - 2 * length + 1, at - length + 1)) continue;
    const start = at - length + 1;
    if (!isHan(text.charCodeAt(start))) continue;
    const trial = trials(start + 1, length, -1, LEAST_GAIN);
    if (trial) changes.push({ kind: 'deletion', at: start, removed: length, inserted: '', trial, rank: trial.gain });
  }
  return changes;
}

function substitutionsAt(passage: Passage, at: number, surprise: number, { ngrams, confusables }: Language, trials: Trials): Change[] {
  const { text, symbols } = passage;
  const code = text.charCodeAt(at);
  const before = symbols[at] ?? 0;
  const after = symbols[at + 2] ?? 0;
  const changes: Change[] = [];
  let needed = LEAST_GAIN;
  const tryOne = (symbol: number, other: number, handicap: number): void => {
    if (isNumeral(other) && isNumeral(code)) return;
    const trial = trials(at + 1, 1, symbol, needed + handicap);
    if (!trial) return;
    changes.push({ kind: 'substitution', at, removed: 1, inserted: String.fromCharCode(other), trial, rank: trial.gain - handicap });
    needed = Math.max(needed, trial.gain - handicap - 8);
  };
  for (const confusable of confusables.of(code)) {
    const symbol = ngrams.symbolOf(confusable.code);
    if (ngrams.pair(before, symbol) > 0 || ngrams.pair(symbol, after) > 0) tryOne(symbol, confusable.code, 0);
  }
  if (surprise >= VERY_SURPRISING)
    for (const symbol of ngrams.successors(before)) {
      const other = ngrams.codeOf(symbol);
      if (other === code || !isHan(other)) continue;
      if (ngrams.pair(symbol, after) > 0 && isUnlike(confusables.likeness(code, other))) tryOne(symbol, other, UNLIKE);
    }
  return best(changes);
}

function isUnlike({ shape, sound }: { readonly shape: number; readonly sound: number }): boolean {
  return shape === 0 && sound === 0;
}

function insertionsAt(passage: Passage, at: number, { ngrams }: Language, trials: Trials): Change[] {
  const { text, symbols } = passage;
  const left = text.charCodeAt(at - 1);
  if (at === 0 || !isHan(left) || isDigit(left) || isLatin(left)) return [];
  const before = symbols[at] ?? 0;
  const after = symbols[at + 1] ?? 0;
  const changes: Change[] = [];
  let needed = LEAST_GAIN;
  for (const symbol of ngrams.successors(before)) {
    const code = ngrams.codeOf(symbol);
    if (!isHan(code) || ngrams.pair(symbol, after) === 0) continue;
    const trial = trials(at + 1, 0, symbol, needed);
    if (!trial) continue;
    changes.push({ kind: 'insertion', at, removed: 0, inserted: String.fromCharCode(code), trial, rank: trial.gain });
    needed = Math.max(needed, trial.gain - 5);
  }
  return best(changes);
}

function best(changes: Change[]): Change[] {
  return changes.sort((a, b) => b.rank - a.rank).slice(0, WEIGHED);
}

/** Scores changes at one place, best first. */
function weigh(changes: readonly Change[], passage: Passage, language: Language): Correction[] {
  const values = featuresOf(changes, passage, language);
  return changes
    .map((change, index): Correction => {
      const own = values[index] ?? {};
      const score = scoreOf(language.weights[change.kind], own);
      return { kind: change.kind, start: change.at, end: change.at + change.removed, replacement: change.inserted, score, values: own };
    })
    .sort((a, b) => b.score - a.score);
}
