import { setFlagsFromString } from 'node:v8';

/**
 * How much of a function V8 runs, in bytes of its bytecode, before it considers optimising it; by default 67,584. A run over a few
 * megabytes has hundreds of functions that are warm and none that is hot for long, so that by default the compiler takes a fifth of
 * its processor time and gains nothing.
 */
const BYTES_BEFORE_OPTIMISING = 1_000_000;

/** Has V8 optimise functions only once they have run for long. Affects the whole process, and must come before the work. */
export function optimiseLater(): void {
  setFlagsFromString(`--interrupt-budget=${BYTES_BEFORE_OPTIMISING}`);
}
