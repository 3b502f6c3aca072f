import type { Segment } from '../features/selectionRanges';

/** The word segmenter. */
export interface Segmenter {
  /** Loads it, which takes 0.2 s and 40 MB: ask only when needed. Undefined if there is none. */
  load(): Promise<Segment | undefined>;
}
