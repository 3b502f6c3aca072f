import { createCache, type Cache } from '../core/cache';
import type { Line } from '../issue/model';
import type { BlockCache } from '../lint/blockFindings';
import { createRecurrenceCounter, type RecurrenceCounter } from '../lint/language/recurrences';

/** What is kept of the lines of one file from one version of its text to the next. */
export interface AnalysisCaches {
  /** Lines as an issue is read, by their text. */
  readonly lines: Cache<Line>;
  /** Lines as each is read by itself. */
  readonly bodyLines: Cache<Line>;
  /** How often what the language model doubts is in the text. */
  readonly countRecurrences: RecurrenceCounter;
  /** What the block rules of one analyser found. */
  readonly findings: BlockCache;
}

/** Code units of lines that are kept for a file beside those of its text. */
const UNITS_KEPT = 50_000;

export function createCaches(): AnalysisCaches {
  return {
    lines: createCache(UNITS_KEPT),
    bodyLines: createCache(UNITS_KEPT),
    countRecurrences: createRecurrenceCounter(),
    findings: new WeakMap(),
  };
}

/** The caches for another analyser: lines are read alike by all, but what rules find depends on the settings. */
export function withoutFindings(caches: AnalysisCaches): AnalysisCaches {
  return { ...caches, findings: new WeakMap() };
}
