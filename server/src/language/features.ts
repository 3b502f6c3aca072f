import { isDigit, isHan, isLatin } from '../core/characters';
import type { Language } from './language';
import { coverAt, type Passage, type Trial } from './passage';
import { wordAt } from './segments';

/** A change that is to be weighed: `removed` characters of the text from `at` on become `inserted`. */
export interface Change {
  readonly kind: 'substitution' | 'deletion' | 'insertion';
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
  readonly trial: Trial;
  /** The gain, less what an unlikely kind of change must make up for. */
  readonly rank: number;
}

/** What is counted for and against a change: named numbers, which a table of weights turns into a score. */
export type Features = Readonly<Record<string, number>>;

/** Characters on either side of a change that are divided into words with it. */
const NEIGHBOURHOOD = 6;

/** Features of all changes at one place. */
export function featuresOf(changes: readonly Change[], passage: Passage, language: Language): Features[] {
  const first = changes[0];
  if (!first) return [];
  const { at } = first;
  const place = featuresOfPlace(at, passage, language);
  const ranks = changes.map(({ rank }) => rank);
  return changes.map((change, index) => {
    const rival = Math.max(0, ...ranks.filter((_, other) => other !== index));
    return { ...place, ...featuresOfChange(change, passage, language), margin: change.rank - rival };
  });
}

function featuresOfPlace(at: number, passage: Passage, { names }: Language): Record<string, number> {
  const { text, surprise } = passage;
  const code = text.charCodeAt(at);
  const { cover, coverBoth } = coverAt(passage, at + 1);
  return {
    coverBefore: cover,
    coverBothBefore: coverBoth,
    surprise: surprise[at + 1] ?? 0,
    surpriseNext: surprise[at + 2] ?? 0,
    around: meanSurprise(surprise, at + 1),
    chineseName: names.chinese(text, at),
    chineseNameBefore: at > 0 ? names.chinese(text, at - 1) : 0,
    foreignName: names.foreign(text, at),
    numeral: isNumeral(code) || isDigit(text.charCodeAt(at - 1)) || isDigit(text.charCodeAt(at + 1)) ? 1 : 0,
    latin: isLatin(text.charCodeAt(at - 1)) || isLatin(text.charCodeAt(at + 1)) ? 1 : 0,
    quoted: quoteAround(text, at),
    edge: (at > 0 && isHan(text.charCodeAt(at - 1)) ? 0 : 1) + (isHan(text.charCodeAt(at + 1)) ? 0 : 2),
  };
}

function featuresOfChange(change: Change, passage: Passage, language: Language): Record<string, number> {
  const { text, symbols } = passage;
  const { ngrams, confusables, words, names } = language;
  const { at, removed, inserted, trial, kind } = change;
  const start = runStart(text, at);
  const end = runEnd(text, at + removed);
  const old = text.slice(start, end);
  const changed = text.slice(start, at) + inserted + text.slice(at + removed, end);
  const wordBefore = wordAt(old, Math.min(at - start, old.length - 1), words, ngrams);
  const wordAfter = wordAt(changed, Math.min(at - start, changed.length - 1), words, ngrams);
  const observed = symbols[at + 1] ?? 0;
  const offered = inserted ? ngrams.symbolOf(inserted.charCodeAt(0)) : 0;
  const before = symbols[at] ?? 0;
  const after = symbols[at + removed + 1] ?? 0;
  const { shape, sound } = kind === 'substitution' ? confusables.likeness(text.charCodeAt(at), inserted.charCodeAt(0)) : { shape: 0, sound: 0 };
  const lengthBefore = Math.min(4, wordBefore.end - wordBefore.start);
  const lengthAfter = Math.min(4, wordAfter.end - wordAfter.start);
  return {
    gain: trial.gain,
    gainBefore: trial.gainBefore,
    gainAfter: trial.gainAfter,
    weakerSide: Math.min(trial.gainBefore, trial.gainAfter),
    surpriseAfter: trial.surpriseAfter,
    cover: trial.cover,
    coverBoth: trial.coverBoth,
    words: lengthBefore * 5 + lengthAfter,
    wordKindBefore: wordBefore.code < 0 ? 0 : 1 + (wordBefore.code & 3),
    wordKindAfter: wordAfter.code < 0 ? 0 : 1 + (wordAfter.code & 3),
    wordFrequencyBefore: wordBefore.code < 0 ? -1 : wordBefore.code >> 2,
    wordFrequencyAfter: wordAfter.code < 0 ? -1 : wordAfter.code >> 2,
    division: wordAfter.logProbability - wordBefore.logProbability,
    likeness: Math.min(3, Math.ceil(shape / 3)) * 4 + sound,
    observedFrequency: ngrams.unigram(observed),
    offeredFrequency: inserted ? ngrams.unigram(offered) : 0,
    pairBefore: Math.log1p(ngrams.pair(before, observed)),
    pairAfter: Math.log1p(ngrams.pair(observed, symbols[at + 2] ?? 0)),
    joint: Math.log1p(ngrams.pair(before, after)),
    group: kind === 'substitution' ? groupOf(text.charCodeAt(at), inserted.charCodeAt(0)) : groupOf(inserted ? inserted.charCodeAt(0) : text.charCodeAt(at), 0),
    nameAfter: inserted ? names.chinese(changed, at - start) : 0,
    removed,
  };
}

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

const NUMERALS = new Set([...'〇零一二三四五六七八九十百千万亿两几壹贰叁肆伍陆柒捌玖拾'].map((character) => character.charCodeAt(0)));

/** Whether a code unit is a Chinese numeral. */
export function isNumeral(code: number): boolean {
  return NUMERALS.has(code);
}

/** 0 outside quotes, 1 in short quotes or a title, 2 in a long one. */
function quoteAround(text: string, at: number): number {
  for (let back = at - 1; back >= Math.max(0, at - 20); back--) {
    const mark = text[back];
    if (mark === '”' || mark === '》' || mark === '。') return 0;
    if (mark !== '“' && mark !== '《' && mark !== '‘') continue;
    for (let on = at + 1; on < Math.min(text.length, back + 24); on++) if (text[on] === '”' || text[on] === '》' || text[on] === '’') return on - back <= 8 ? 1 : 2;
    return 2;
  }
  return 0;
}

/** Characters that freely take each other's place, or come and go, in good prose. */
const GROUPS: readonly string[] = ['的地得', '他她它', '了着过', '和与及同', '是', '在再', '做作', '这那哪', '一', '有', '不', '个', '也', '都', '中', '上', '就', '年月日', '为', '对', '以', '将', '并', '而', '来', '等'];

/** 1 and up where both characters (or the one, where the other is 0) stand in a group of free alternations, else 0. */
function groupOf(one: number, other: number): number {
  const index = GROUPS.findIndex((group) => group.includes(String.fromCharCode(one)) && (other === 0 || group.includes(String.fromCharCode(other))));
  return index + 1;
}
