/** How rarely a character, given its code unit, is a word by itself, in nats: 0 for 的, 3 and more for 责. */
export type Dependence = (code: number) => number;

/** The content of dictionaries/models/dependent-characters.json: the characters of each step of dependence, from 0 on. */
export type DependentCharacters = readonly string[];

/** Nats of dependence in a step. */
export const DEPENDENCE_STEP = 0.5;

/** The dependence of a character that was not counted, in nats. */
const UNCOUNTED = 1.5;

/** Prepares to look up the dependence of characters. */
export function readDependence(steps: DependentCharacters): Dependence {
  const nats = new Float64Array(65536).fill(UNCOUNTED);
  for (const [step, characters] of steps.entries())
    for (let at = 0; at < characters.length; at++) nats[characters.charCodeAt(at)] = step * DEPENDENCE_STEP;
  return (code) => nats[code] ?? UNCOUNTED;
}
