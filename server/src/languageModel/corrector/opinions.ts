import type { DoubtfulPlace, Opinion } from './corrector';
import type { Vocabulary } from './vocabulary';

/** Most characters that a corrector adds to what may have been meant. */
const MOST_PREFERRED = 3;

/** A character that is this much less likely than what is there, in nats, is not preferred. */
const LEAST_ODDS = -3;

/**
 * What the numbers that a model gives to each token at a place say of the character there; undefined where the model does
 * not know that character.
 */
export function opinionOf(
  { at, offered }: DoubtfulPlace,
  logits: Float32Array,
  observed: number,
  vocabulary: Vocabulary,
): Opinion | undefined {
  if (observed === vocabulary.unknown) return undefined;
  const own = logits[observed] ?? 0;
  const best: { readonly character: string; readonly odds: number }[] = [];
  for (let id = 0; id < vocabulary.size; id++) {
    const odds = (logits[id] ?? -Infinity) - own;
    if (id === observed || odds < LEAST_ODDS || odds <= (best[MOST_PREFERRED - 1]?.odds ?? -Infinity)) continue;
    const character = vocabulary.hanOf(id);
    if (character === '') continue;
    const slot = best.findIndex((other) => other.odds < odds);
    best.splice(slot < 0 ? best.length : slot, 0, { character, odds });
    best.length = Math.min(best.length, MOST_PREFERRED);
  }
  const odds: Record<string, number> = {};
  for (const character of offered) {
    const id = vocabulary.idOf(character);
    if (id !== undefined) odds[character] = (logits[id] ?? own) - own;
  }
  for (const one of best) odds[one.character] = one.odds;
  return { at, preferred: best.map(({ character }) => character).join(''), odds };
}
