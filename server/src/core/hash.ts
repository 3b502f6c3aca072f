import type { Span } from './span';

/** The hash of nothing, with which FNV-1a begins. */
export const EMPTY_HASH = 0x811c9dc5;

/** FNV-1a over UTF-16 code units, twice with different seeds: 64 bits in hexadecimal, to distinguish texts. No secret. */
export function hashOf(text: string): string {
  const whole = { start: 0, end: text.length };
  const run = (seed: number): string => hashOfSpan(text, whole, seed).toString(16).padStart(8, '0');
  return run(EMPTY_HASH) + run(0x9e3779b9);
}

/** FNV-1a over the UTF-16 code units of a span: 32 bits. */
export function hashOfSpan(text: string, { start, end }: Span, seed = EMPTY_HASH): number {
  let hash = seed;
  for (let at = start; at < end; at++) hash = hashWith(hash, text.charCodeAt(at));
  return hash >>> 0;
}

/** One step of FNV-1a: a hash so far, and the next code unit. The last one needs `>>> 0`: a step may give a negative number. */
export function hashWith(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}
