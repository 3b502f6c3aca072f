import process from 'node:process';
import { setFlagsFromString } from 'node:v8';

/**
 * How long a function must run before V8 optimises it, by the major version of V8, the last that has the flag. Version 11 counts bytes of
 * bytecode (67,584 by default), later ones calls (3,000). A run over a few megabytes has hundreds of functions that are warm and
 * none that is hot for long, so that by default the compiler takes a fifth to a quarter of its processor time and gains nothing.
 */
const FLAGS = [
  { upTo: 11, flag: '--interrupt-budget=1000000' },
  { upTo: 14, flag: '--invocation-count-for-turbofan=30000' },
] as const;

/**
 * Has V8 optimise functions only once they have run for long. Affects the whole process, and must come before the work. A version that
 * may not have the flag keeps its default, because V8 prints an error for a flag that it does not know.
 */
export function optimiseLater(): void {
  const version = Number.parseInt(process.versions.v8, 10);
  const known = FLAGS.find(({ upTo }) => version <= upTo);
  if (known) setFlagsFromString(known.flag);
}
