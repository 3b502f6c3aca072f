import type { Span } from './span';

/** FNV-1a over UTF-16 code units, twice with different seeds: 64 bits in hexadecimal, to tell texts apart. No secret. */
export function hashOf(text: string): string {
  const whole = { start: 0, end: text.length };
  const run = (seed: number): string => hashOfSpan(text, whole, seed).toString(16).padStart(8, '0');
  return run(FIRST) + run(0x9e3779b9);
}

/** FNV-1a over the UTF-16 code units of a span: 32 bits. */
export function hashOfSpan(text: string, { start, end }: Span, seed = FIRST): number {
  let value = seed;
  for (let at = start; at < end; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

const FIRST = 0x811c9dc5;
