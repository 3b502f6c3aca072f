import { memoize } from '../../core/cache';
import { isHan } from '../../core/characters';
import { lookOf, soundOf } from '../model/confusables';
import type { CandidateEdit } from '../scoring/features';
import type { LanguageModel } from '../languageModel';
import { isNumeral } from '../model/numerals';
import type { Passage, EditScorer } from '../scoring/passage';
import { fit, fitOf } from './contextFit';
import { createShortlist } from './shortlist';
import { bestOf, type Attempt } from './tryEdit';

/** The least gain, in nats, for which a change is weighed. */
const LEAST_GAIN = 4;

/** How much less is enough if OCR often confuses the two, and the grade of misreading from which on it does. */
const OFTEN_CONFUSED = { misreading: 7, allowance: 2 };

/** Characters that are tried at one place: those that fit best between their neighbours. */
const TRIED = 10;

/**
 * How much better a character must fit by pairs alone than what is there to be tried with longer runs, which are slow
 * to look up. Below this it hardly ever turns out to be right; higher bars change what is found.
 */
const LEAST_FIT = { alike: Math.exp(-4), unlike: 1 };

/** What is taken off the gain of a change to an unlike character before changes are compared, in nats. */
const UNLIKE = 4;

/** By a likeness, or by how often it is misread where that is more, how much better a character fits for it. */
const WORTH = Float64Array.from({ length: 40 }, (_, likeness) =>
  Math.exp((lookOf(likeness) + 3 * soundOf(likeness)) / 4),
);

/** The changes of one character to another that fits better. */
export function substitutionsAt(
  passage: Passage,
  at: number,
  language: LanguageModel,
  scorer: EditScorer,
): CandidateEdit[] {
  const { symbols } = passage;
  const { ngrams, confusables } = language;
  const code = passage.text.charCodeAt(at);
  const before = symbols[at] ?? 0;
  const after = symbols[at + 2] ?? 0;
  const position = { code, before, after, fitness: fitOf(symbols[at + 1] ?? 0, before, after, ngrams) };
  const attempts: Attempt[] = [];
  const isOfNumerals = isNumeral(code);
  for (const { symbol, handicap } of [...alike(position, language), ...unlike(position, language)]) {
    const other = ngrams.codeOf(symbol);
    if (isOfNumerals && isNumeral(other)) continue;
    const isOftenConfused = confusables.misreading(code, other) >= OFTEN_CONFUSED.misreading;
    const least = LEAST_GAIN - (isOftenConfused ? OFTEN_CONFUSED.allowance : 0);
    attempts.push({ kind: 'substitution', at, removed: 1, symbols: [symbol], least, handicap });
  }
  return bestOf(attempts, ngrams, scorer);
}

/** Where a character is to be replaced: its code, the symbols beside it, and how well it fits between them. */
interface Gap {
  readonly code: number;
  readonly before: number;
  readonly after: number;
  readonly fitness: number;
}

interface Replacement {
  readonly symbol: number;
  readonly handicap: number;
}

function alike({ code, before, after, fitness }: Gap, language: LanguageModel): Replacement[] {
  const { ngrams } = language;
  const shortlist = createShortlist(TRIED);
  const { symbols, degrees } = alikeOf(code, language);
  const least = fitness * LEAST_FIT.alike;
  for (let entry = 0; entry < symbols.length; entry++) {
    const symbol = symbols[entry] ?? 0;
    const left = ngrams.pair(before, symbol);
    const right = ngrams.pairFromBehind(symbol, after);
    if (left === 0 && right === 0) continue;
    const own = fit(left, right, ngrams.rarity(symbol));
    if (own < least) continue;
    shortlist.offer(symbol, own * (WORTH[degrees[entry] ?? 0] ?? 1));
  }
  return shortlist.taken().map((symbol) => ({ symbol, handicap: 0 }));
}

/** What a character may be taken for, as the model has it. */
interface Alike {
  readonly symbols: Uint16Array;
  /** How alike each is: the index of its worth. */
  readonly degrees: Uint8Array;
}

function alikeOf(code: number, language: LanguageModel): Alike {
  const known = alikeLists(language);
  let alike = known.get(code);
  if (!alike) {
    const { codes, likenesses, misreadings } = language.confusables.of(code);
    alike = {
      symbols: codes.map((other) => language.ngrams.symbolOf(other)),
      degrees: likenesses.map(
        (likeness, entry) => 4 * Math.max(lookOf(likeness), misreadings[entry] ?? 0) + soundOf(likeness),
      ),
    };
    known.set(code, alike);
  }
  return alike;
}

/** The lists that were asked for, by the code of their character; there are no more than characters with a list. */
const alikeLists = memoize<LanguageModel, Map<number, Alike>>(() => new Map());

/** What occurs most often between the two neighbours, though it is unlike what is there. */
function unlike({ code, before, after, fitness }: Gap, { ngrams, confusables }: LanguageModel): Replacement[] {
  const replacements: Replacement[] = [];
  for (let rank = 0; rank < ngrams.ranks; rank++) {
    const symbol = ngrams.between(before, after, rank);
    if (symbol < 0) break;
    const other = ngrams.codeOf(symbol);
    if (other === code || !isHan(other)) continue;
    if (confusables.likeness(code, other) > 0 || confusables.misreading(code, other) > 0) continue;
    if (fitOf(symbol, before, after, ngrams) < fitness * LEAST_FIT.unlike) continue;
    const resemblance = Math.max(0, confusables.resemblance(code, other));
    replacements.push({ symbol, handicap: UNLIKE * (1 - resemblance) });
  }
  return replacements;
}
