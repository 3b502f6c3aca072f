import type { CandidateEdit } from '../scoring/features';
import type { LanguageModel } from '../languageModel';
import type { Passage, EditScorer } from '../scoring/passage';
import { bestOf } from './tryEdit';

/** Characters that are so often mistaken for one another that they are tried wherever they occur. */
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

const LEAST_GAIN = 2;

/** The changes of a character to one that people take it for, where nothing else is suspect. */
export function alternationsAt(
  { text }: Passage,
  at: number,
  { ngrams }: LanguageModel,
  scorer: EditScorer,
): CandidateEdit[] {
  const others = ALTERNATIONS.get(text.charCodeAt(at));
  if (!others) return [];
  return bestOf(
    others.map((other) => ({
      kind: 'substitution',
      at,
      removed: 1,
      symbols: [ngrams.symbolOf(other)],
      least: LEAST_GAIN,
    })),
    ngrams,
    scorer,
  );
}

function alternationsOf(groups: readonly string[]): ReadonlyMap<number, readonly number[]> {
  const codes = groups.map((group) => Array.from(group, (character) => character.charCodeAt(0)));
  return new Map(
    codes.flatMap((group) => group.map((code) => [code, group.filter((other) => other !== code)] as const)),
  );
}
