import { isDigit, isHan, isLatin } from '../../core/characters';
import type { Span } from '../../core/span';
import { lookOf, soundOf } from '../model/confusables';
import type { LanguageModel } from '../languageModel';
import { isNumeral } from '../model/numerals';
import type { EditKind } from './editKind';
import { coverAt, type Passage, type EditScore } from './passage';
import { wordAt, type SegmentedWord } from './segmentation';

/** A change that is to be weighed: `removed` characters of the text from `at` on become `inserted`. */
export interface CandidateEdit {
  readonly kind: EditKind;
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
  readonly score: EditScore;
  /** The gain, less what an unlikely kind of change must make up for. */
  readonly rank: number;
  /** The stretch of text that becomes a set phrase, where one does. */
  readonly phrase?: Span;
  /** Whether there is other evidence than the language model's, which is enough for a look. */
  readonly isWorthALook?: boolean;
}

/** What is counted for and against a change, in the order of `changeFeatures`. */
export const CHANGE_FEATURES = [
  'gain',
  'gainBefore',
  'gainAfter',
  'weakerSide',
  'surpriseAfter',
  'margin',
  'cover',
  'coverBoth',
  'words',
  'wordGain',
  'wordKinds',
  'wordFrequencyBefore',
  'wordFrequencyAfter',
  'division',
  'seam',
  'likeness',
  'likenessGain',
  'resemblance',
  'resemblanceAndSound',
  'misreading',
  'observedFrequency',
  'offeredFrequency',
  'pairBefore',
  'pairAfter',
  'pairChange',
  'bestPair',
  'group',
  'surprise',
  'around',
  'chineseName',
  'chineseNameNext',
  'foreignName',
  'numeral',
  'latin',
  'quoted',
  'edge',
  'removed',
  'repeated',
  'setPhrase',
  'dependenceBefore',
  'dependenceChange',
  'mostDependence',
  'rival',
  'surpriseHere',
  'doubt',
] as const;

/** Characters on either side of a change that are divided into words with it. */
const NEIGHBOURHOOD = 6;

/** Features of all changes at one place, in the order of `CHANGE_FEATURES`. */
export function changeFeatures(
  changes: readonly CandidateEdit[],
  passage: Passage,
  language: LanguageModel,
): Float64Array[] {
  // Most changes of a place are in the same run of characters, which is divided into words but once.
  const divided = new Map<string, SegmentedWord>();
  const wordOf: WordOf = (run, place) => {
    const key = `${place.start},${place.end},${run}`;
    let word = divided.get(key);
    if (!word) divided.set(key, (word = wordAt(run, place, language)));
    return word;
  };
  return changes.map((change) => featuresOf(change, changes, passage, language, wordOf));
}

/** The word that covers a place of a run of characters. */
type WordOf = (run: string, place: Span) => SegmentedWord;

function featuresOf(
  change: CandidateEdit,
  changes: readonly CandidateEdit[],
  passage: Passage,
  language: LanguageModel,
  wordOf: WordOf,
): Float64Array {
  const { text, symbols, surprise } = passage;
  const { ngrams, names } = language;
  const { at, removed, inserted, score, kind } = change;
  const { gain } = score;
  const code = text.charCodeAt(at);
  const start = runStart(text, at);
  const end = runEnd(text, at + removed);
  const old = text.slice(start, end);
  const changed = text.slice(start, at) + inserted + text.slice(at + removed, end);
  const wordBefore = wordOf(old, placeIn(old, at - start, removed));
  const wordAfter = wordAt(changed, placeIn(changed, at - start, inserted.length), language);
  const seam = kind === 'deletion' ? wordOf(old, placeIn(old, at - start + removed, 0)) : wordBefore;
  const rivals = rivalsOf(change, changes);
  // 争先|先进|位: what is left over says nothing where a doubled character completes another word.
  const isDoubled = kind === 'deletion';
  const observed = symbols[at + 1] ?? 0;
  const likeness = likenessOf(change, text, language);
  const { confusables } = language;
  const resemblance = leastOf(change, text, 1, (read, meant) => confusables.resemblance(read, meant));
  const lengthBefore = Math.min(4, wordBefore.end - wordBefore.start);
  const lengthAfter = Math.min(4, wordAfter.end - wordAfter.start);
  const wordChange = lengthBefore * 5 + lengthAfter;
  const first = inserted ? ngrams.symbolOf(inserted.charCodeAt(0)) : (symbols[at + removed + 1] ?? 0);
  const last = inserted ? ngrams.symbolOf(inserted.charCodeAt(inserted.length - 1)) : (symbols[at] ?? 0);
  const following = symbols[at + removed + 1] ?? 0;
  const pairsOld = [
    Math.log1p(ngrams.pair(symbols[at] ?? 0, observed)),
    Math.log1p(ngrams.pair(symbols[at + removed] ?? 0, following)),
  ] as const;
  const pairsNew = [
    Math.log1p(ngrams.pair(symbols[at] ?? 0, first)),
    Math.log1p(ngrams.pair(last, following)),
  ] as const;
  return Float64Array.of(
    gain,
    score.gainBefore,
    score.gainAfter,
    Math.min(score.gainBefore, score.gainAfter),
    score.surpriseAfter,
    change.rank - rivals.rank,
    score.cover,
    coverAt(passage, at + 1).coverBoth * 6 + score.coverBoth,
    wordChange,
    wordChange * 4 + step(gain, 4, 4),
    (wordBefore.code < 0 ? 0 : 1 + (wordBefore.code & 3)) * 5 + (wordAfter.code < 0 ? 0 : 1 + (wordAfter.code & 3)),
    wordBefore.code < 0 ? -1 : wordBefore.code >> 2,
    wordAfter.code < 0 ? -1 : wordAfter.code >> 2,
    wordAfter.logProbability - wordBefore.logProbability,
    seam.start > at - start ? lengthBefore * 5 + Math.min(4, seam.end - seam.start) : 0,
    likeness,
    likeness * 8 + step(gain, 2.5, 8),
    resemblance,
    step(resemblance + 0.2, 1 / 12, 15) * 4 + (likeness % 4),
    leastOf(change, text, MOST_MISREAD, (read, meant) =>
      read === meant ? MOST_MISREAD : confusables.misreading(read, meant),
    ),
    ngrams.unigram(observed),
    inserted ? ngrams.unigram(ngrams.symbolOf(inserted.charCodeAt(0))) : 0,
    pairsOld[0],
    pairsOld[1],
    pairsNew[0] + pairsNew[1] - pairsOld[0] - pairsOld[1],
    Math.max(...pairsNew) - Math.max(...pairsOld),
    kind === 'substitution'
      ? groupOf(code, inserted.charCodeAt(0))
      : groupOf(inserted ? inserted.charCodeAt(0) : code, 0),
    (surprise[at + 1] ?? 0) + (surprise[at + 2] ?? 0),
    meanSurprise(surprise, at + 1),
    names.chinese(text, at),
    at + 1 < text.length ? names.chinese(text, at + 1) : 0,
    names.foreign(text, at),
    isNumeral(code) || isDigit(text.charCodeAt(at - 1)) || isDigit(text.charCodeAt(at + removed)) ? 1 : 0,
    isLatin(text.charCodeAt(at - 1)) || isLatin(text.charCodeAt(at + removed)) ? 1 : 0,
    quoteAround(text, at),
    (at > 0 && isHan(text.charCodeAt(at - 1)) ? 0 : 1) + (isHan(text.charCodeAt(at + removed)) ? 0 : 2),
    removed,
    kind === 'insertion' && inserted === text[at] ? 1 + step(score.coverBoth - 1, 1, 5) : 0,
    change.phrase ? 1 : 0,
    isDoubled ? 0 : wordBefore.dependence,
    isDoubled ? 0 : wordBefore.dependence - wordAfter.dependence,
    isDoubled ? 0 : wordAfter.mostDependence,
    rivals.rankOfOtherKind,
    surprise[at + 1] ?? 0,
    rivals.doubt,
  );
}

/** The place of a change in the run that it is in; a character of the run even where the change is at its end. */
function placeIn(run: string, at: number, size: number): Span {
  const start = Math.min(at, run.length - 1);
  return { start, end: Math.max(start, Math.min(at + size, run.length)) };
}

/**
 * What competes with a change at its place: the highest rank of the others, 0 where there is none better, the same of those of
 * another kind, and by how many nats all of its own kind together exceed it.
 */
function rivalsOf(
  change: CandidateEdit,
  changes: readonly CandidateEdit[],
): { readonly rank: number; readonly rankOfOtherKind: number; readonly doubt: number } {
  let rank = 0;
  let rankOfOtherKind = 0;
  let likelihood = 0;
  for (const other of changes) {
    if (other !== change) rank = Math.max(rank, other.rank);
    if (other.kind !== change.kind) rankOfOtherKind = Math.max(rankOfOtherKind, other.rank);
    else likelihood += Math.exp(other.score.gain - change.score.gain);
  }
  return { rank, rankOfOtherKind, doubt: Math.log(likelihood) };
}

/** Cuts a number from 0 on into `most` steps of one size. */
function step(value: number, size: number, most: number): number {
  return Math.max(0, Math.min(most - 1, Math.floor(value / size)));
}

/** 4 × look + sound, each 0 (unlike) to 3; of a word, the less alike of its characters. */
function likenessOf({ kind, at, inserted }: CandidateEdit, text: string, { confusables }: LanguageModel): number {
  if (kind !== 'substitution' && kind !== 'word') return 0;
  let look = 3;
  let sound = 3;
  for (let index = 0; index < inserted.length; index++) {
    const alike = confusables.likeness(text.charCodeAt(at + index), inserted.charCodeAt(index));
    look = Math.min(look, Math.ceil(lookOf(alike) / 3));
    sound = Math.min(sound, soundOf(alike));
  }
  return look * 4 + sound;
}

/**
 * The least that a measure gives for what is there and what should, as code units: of a word, for one of its characters. 0 for what
 * does not replace characters.
 */
function leastOf(
  { kind, at, inserted }: CandidateEdit,
  text: string,
  most: number,
  measure: (read: number, meant: number) => number,
): number {
  if (kind !== 'substitution' && kind !== 'word') return 0;
  let least = most;
  for (let index = 0; index < inserted.length; index++)
    least = Math.min(least, measure(text.charCodeAt(at + index), inserted.charCodeAt(index)));
  return least;
}

/** The highest grade of `Misreading`. */
const MOST_MISREAD = 9;

function runStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < NEIGHBOURHOOD && isHan(text.charCodeAt(start - 1))) start--;
  return start;
}

function runEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < NEIGHBOURHOOD && isHan(text.charCodeAt(end))) end++;
  return end;
}

/** The mean surprise of the characters near a place but not touched by a change of it. */
function meanSurprise(surprise: Float64Array, at: number): number {
  let sum = 0;
  let count = 0;
  for (let near = Math.max(1, at - 8); near < Math.min(surprise.length, at + 13); near++) {
    if (near >= at - 1 && near <= at + 4) continue;
    sum += surprise[near] ?? 0;
    count++;
  }
  return count === 0 ? 3 : sum / count;
}

/** 0 outside quotes, 1 in short quotes or a title, 2 in a long one. */
function quoteAround(text: string, at: number): number {
  for (let back = at - 1; back >= Math.max(0, at - 20); back--) {
    const mark = text[back];
    if (mark === '”' || mark === '》' || mark === '。') return 0;
    if (mark !== '“' && mark !== '《' && mark !== '‘') continue;
    for (let on = at + 1; on < Math.min(text.length, back + 24); on++)
      if (text[on] === '”' || text[on] === '》' || text[on] === '’') return on - back <= 8 ? 1 : 2;
    return 2;
  }
  return 0;
}

/** Characters that freely take each other's place, or come and go, in good prose. */
const GROUPS: readonly string[] = [
  '的地得',
  '他她它',
  '了着过',
  '和与及同',
  '是',
  '在再',
  '做作',
  '这那哪',
  '一',
  '有',
  '不',
  '个',
  '也',
  '都',
  '中',
  '上',
  '就',
  '年月日',
  '为',
  '对',
  '以',
  '将',
  '并',
  '而',
  '来',
  '等',
];

/** Whether a change puts one of the characters that freely take each other's place for another: 的 for 地. */
export function isAlternation(kind: EditKind, observed: number, offered: number): boolean {
  return kind === 'substitution' && groupOf(observed, offered) > 0;
}

/** 1 and up where both characters (or the one, where the other is 0) are in a group of free alternations, else 0. */
function groupOf(one: number, other: number): number {
  const index = GROUPS.findIndex(
    (group) => group.includes(String.fromCharCode(one)) && (other === 0 || group.includes(String.fromCharCode(other))),
  );
  return index + 1;
}
