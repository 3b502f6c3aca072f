import { isHan } from '../core/characters';
import type { Likeness } from './confusables';
import type { Change } from './features';
import type { Language } from './language';
import { isNumeral } from './numerals';
import type { Passage, Trials } from './passage';
import { createShortlist } from './shortlist';

/** Nats for a character and the next one from which on it is tried whether one is missing before them. */
const SURPRISING = 7;

/** The same for a word of two and the character after it. */
const SURPRISING_WORD = 17;

/** A word of two must gain more: two characters fit in by chance more easily than one. */
const LEAST_GAIN_OF_WORD = 7;

/** The least gain, in nats, for which a change is weighed. */
const LEAST_GAIN = 3;

const LEAST_GAIN_OF_ALTERNATION = 2;

/** An additional character costs some likelihood by itself; one said twice more, but it is the likeliest to be dropped. */
const LEAST_GAIN_OF_INSERTION = 0;
const LEAST_GAIN_OF_REPEAT = -4;

/** Nats for the character after a place from which on it is tried whether one is missing there. */
const SURPRISING_AFTER_GAP = 2;

/** What is taken off the gain of a change to an unlike character before changes are compared. */
const UNLIKE = 4;

/** Characters that are tried at one place: those that fit best between their neighbours. */
const TRIED = 14;

/** The same of those that neither look nor sound alike. */
const TRIED_UNLIKE = 6;

/**
 * By how much a change must fit better by pairs alone than what stands there, in nats, to be tried with longer runs,
 * which are slow to look up. Below this it hardly ever turns out to be right; higher bars change what is found.
 */
const LEAST_FIT = { alike: -4, unlike: 0, word: -1 };

/** Changes of each sort that are weighed at one place. */
const WEIGHED = 4;

/** How often a word of two characters must have been seen to be proposed as a whole. */
const COMMON_PAIR = 20;

/** Characters that are so often mistaken for one another that they are tried wherever they stand. */
const ALTERNATIONS: ReadonlyMap<number, readonly number[]> = alternationsOf([
  '的地得',
  '再在',
  '做作',
  '哪那',
  '己已',
  '象像',
  '帐账',
  '须需',
  '既即',
  '份分',
]);

function alternationsOf(groups: readonly string[]): ReadonlyMap<number, readonly number[]> {
  const codes = groups.map((group) => [...group].map((character) => character.charCodeAt(0)));
  return new Map(
    codes.flatMap((group) => group.map((code) => [code, group.filter((other) => other !== code)] as const)),
  );
}

/** The changes that deserve to be weighed where `text[at]` stands. `excess` is the place's score above the one from which on characters are replaced. */
export function changesAt(passage: Passage, at: number, language: Language, trials: Trials, excess: number): Change[] {
  const changes = deletionsAt(passage, at, trials);
  if (excess < 0) changes.push(...alternationsAt(passage, at, language, trials));
  else {
    changes.push(...substitutionsAt(passage, at, language, trials));
  }
  const surprise = (passage.surprise[at + 1] ?? 0) + (passage.surprise[at + 2] ?? 0);
  if (surprise + (passage.surprise[at + 3] ?? 0) >= SURPRISING_WORD)
    changes.push(...wordsAt(passage, at, language, trials));
  if (surprise >= SURPRISING && (passage.surprise[at + 1] ?? 0) >= SURPRISING_AFTER_GAP)
    changes.push(...insertionsAt(passage, at, language, trials));
  return changes;
}

function alternationsAt({ text }: Passage, at: number, { ngrams }: Language, trials: Trials): Change[] {
  const changes: Change[] = [];
  for (const other of ALTERNATIONS.get(text.charCodeAt(at)) ?? []) {
    const trial = trials(at + 1, 1, [ngrams.symbolOf(other)], LEAST_GAIN_OF_ALTERNATION);
    if (trial)
      changes.push({
        kind: 'substitution',
        at,
        removed: 1,
        inserted: String.fromCharCode(other),
        trial,
        rank: trial.gain,
      });
  }
  return changes;
}

/** A doubled character, or a doubled word of two, is to stand once. The first of the two is taken to be too many. */
function deletionsAt({ text }: Passage, at: number, trials: Trials): Change[] {
  const changes: Change[] = [];
  for (const length of [1, 2]) {
    // 一 and a measure word said twice means each of them.
    if (text[at - 1] === '一') continue;
    if (text[at] !== text[at + length] || (length === 2 && text[at + 1] !== text[at + 3])) continue;
    if (length === 2 && (text[at] === text[at + 1] || !isHan(text.charCodeAt(at + 1)))) continue;
    const trial = trials(at + 1 + length, length, [], LEAST_GAIN);
    if (trial) changes.push({ kind: 'deletion', at, removed: length, inserted: '', trial, rank: trial.gain });
  }
  return changes;
}

function substitutionsAt(passage: Passage, at: number, language: Language, trials: Trials): Change[] {
  const { text, symbols } = passage;
  const { ngrams, confusables } = language;
  const code = text.charCodeAt(at);
  const before = symbols[at] ?? 0;
  const after = symbols[at + 2] ?? 0;
  const numeral = isNumeral(code);
  const changes: Change[] = [];
  const tryAll = (list: readonly number[], handicapOf: (other: number) => number): void => {
    for (const symbol of list) {
      const other = ngrams.codeOf(symbol);
      if (numeral && isNumeral(other)) continue;
      const handicap = handicapOf(other);
      const trial = trials(at + 1, 1, [symbol], LEAST_GAIN + handicap);
      if (trial)
        changes.push({
          kind: 'substitution',
          at,
          removed: 1,
          inserted: String.fromCharCode(other),
          trial,
          rank: trial.gain - handicap,
        });
    }
  };
  const observed = symbols[at + 1] ?? 0;
  const fitObserved = fit(ngrams.pair(before, observed), ngrams.pair(observed, after), ngrams.unigram(observed));
  const alike = createShortlist(TRIED);
  for (const { code: other, shape, sound } of confusables.of(code)) {
    const symbol = ngrams.symbolOf(other);
    const left = ngrams.pair(before, symbol);
    const right = ngrams.pairFromBehind(symbol, after);
    if (left === 0 && right === 0) continue;
    const fitness = fit(left, right, ngrams.unigram(symbol));
    if (fitness >= fitObserved + LEAST_FIT.alike) alike.offer(symbol, fitness + (shape + 3 * sound) / 4);
  }
  tryAll(alike.taken(), () => 0);
  const resemblance = (other: number): number => Math.max(0, confusables.resemblance(code, other));
  const unlike = createShortlist(TRIED_UNLIKE);
  for (const symbol of ngrams.successors(before)) {
    const right = ngrams.pairFromBehind(symbol, after);
    if (right === 0) continue;
    const other = ngrams.codeOf(symbol);
    const fitness = fit(ngrams.pair(before, symbol), right, ngrams.unigram(symbol));
    if (fitness < fitObserved + LEAST_FIT.unlike || fitness + UNLIKE <= unlike.least()) continue;
    if (other === code || !isHan(other)) continue;
    const worth = fitness + UNLIKE * resemblance(other);
    if (worth > unlike.least() && isUnlike(confusables.likeness(code, other))) unlike.offer(symbol, worth);
  }
  tryAll(unlike.taken(), (other) => UNLIKE * (1 - resemblance(other)));
  return best(changes);
}

/** How well a character fits between two others, by pairs alone: the logarithm of its probability there, but for a constant. */
function fit(left: number, right: number, unigram: number): number {
  return Math.log((left + 0.1) * (right + 0.1)) - unigram;
}

function isUnlike({ shape, sound }: Likeness): boolean {
  return shape === 0 && sound === 0;
}

/** Words of two characters, both of them taken for others. */
function wordsAt({ text, symbols }: Passage, at: number, { ngrams, confusables }: Language, trials: Trials): Change[] {
  const second = text.charCodeAt(at + 1);
  if (at + 1 >= text.length || !isHan(second)) return [];
  const before = symbols[at] ?? 0;
  const after = symbols[at + 3] ?? 0;
  const firsts = confusables
    .close(text.charCodeAt(at))
    .map((code) => ngrams.symbolOf(code))
    .filter((symbol) => ngrams.pair(before, symbol) > 0);
  if (firsts.length === 0) return [];
  const seconds = confusables
    .close(second)
    .map((code) => ngrams.symbolOf(code))
    .filter((symbol) => ngrams.pairFromBehind(symbol, after) > 0);
  const fitOf = (first: number, next: number, count: number): number =>
    Math.log(count + 0.1) +
    fit(ngrams.pair(before, first), ngrams.pair(next, after), ngrams.unigram(first) + ngrams.unigram(next));
  const [one, two] = [symbols[at + 1] ?? 0, symbols[at + 2] ?? 0];
  const least = fitOf(one, two, ngrams.pair(one, two)) + LEAST_FIT.word;
  const shortlist = createShortlist(TRIED / 2);
  for (const first of firsts)
    for (const next of seconds) {
      const count = ngrams.pair(first, next);
      if (count < COMMON_PAIR) continue;
      const fitness = fitOf(first, next, count);
      if (fitness >= least) shortlist.offer(first * 65536 + next, fitness);
    }
  const changes: Change[] = [];
  for (const word of shortlist.taken()) {
    const pair = [Math.floor(word / 65536), word % 65536];
    const trial = trials(at + 1, 2, pair, LEAST_GAIN_OF_WORD);
    if (trial)
      changes.push({
        kind: 'word',
        at,
        removed: 2,
        inserted: String.fromCharCode(...pair.map((symbol) => ngrams.codeOf(symbol))),
        trial,
        rank: trial.gain,
      });
  }
  return best(changes);
}

function insertionsAt(passage: Passage, at: number, language: Language, trials: Trials): Change[] {
  const { text } = passage;
  if (at === 0 || !isHan(text.charCodeAt(at - 1))) return [];
  const changes: Change[] = [];
  const repeated = passage.symbols[at + 1] ?? 0;
  for (const symbol of new Set([repeated, ...middles(passage, at, at + 1, language)])) {
    const least = symbol === repeated ? LEAST_GAIN_OF_REPEAT : LEAST_GAIN_OF_INSERTION;
    const trial = trials(at + 1, 0, [symbol], least);
    if (trial)
      changes.push({
        kind: 'insertion',
        at,
        removed: 0,
        inserted: String.fromCharCode(language.ngrams.codeOf(symbol)),
        trial,
        rank: trial.gain,
      });
  }
  return best(changes);
}

/** What stands most often between two symbols of a passage. */
function middles({ symbols }: Passage, first: number, second: number, { ngrams }: Language): number[] {
  const found: number[] = [];
  for (let rank = 0; rank < ngrams.ranks; rank++) {
    const symbol = ngrams.between(symbols[first] ?? 0, symbols[second] ?? 0, rank);
    if (symbol < 0) break;
    if (isHan(ngrams.codeOf(symbol))) found.push(symbol);
  }
  return found;
}

function best(changes: Change[]): Change[] {
  return changes.sort((a, b) => b.rank - a.rank).slice(0, WEIGHED);
}
