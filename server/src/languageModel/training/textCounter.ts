import { BOUNDARY, foldedCode } from '../model/symbols';
import { addRuns, commonestRuns, countRuns, keepRuns, ORDERS, type Runs } from './runs';

/** How texts are counted. */
export interface CountingOptions {
  /** The smallest counts that are kept of runs of 2, 3, 4 and 5 characters. */
  readonly cuts: readonly number[];
  /** Characters that are counted at a time; this decides how much memory it takes. */
  readonly atATime?: number;
  /** Most runs of each length that are kept. */
  readonly mostRuns?: number;
}

/** How often characters and runs of characters are in texts. */
export interface CountedText {
  /** By folded code. */
  readonly characters: Uint32Array;
  /** Characters and boundaries. */
  readonly total: number;
  /** Characters alone. */
  readonly characterCount: number;
  /** Runs of 2, 3, 4 and 5. */
  readonly runs: readonly Runs[];
}

/** Counts texts that come one after the other. */
export interface TextCounter {
  /** Adds a text: paragraphs with line ends between them. */
  add(text: string): void;
  /** What has been counted; nothing can be added after it. */
  counted(): CountedText;
}

const AT_A_TIME = 1 << 24;

/** Parts end with a line, unless that is longer. */
const LONGEST_LINE = 1 << 16;

const MOST_RUNS = 4_000_000;

/**
 * Makes a counter. It counts a part of the text at a time and adds the parts up, and of each part it keeps what is there twice (lossy
 * counting; Manku and Motwani, "Approximate frequency counts over data streams", 2002): so memory does not grow with the text.
 * A text that is one part is counted exactly.
 */
export function createTextCounter({ cuts, atATime = AT_A_TIME, mostRuns = MOST_RUNS }: CountingOptions): TextCounter {
  const part = new Uint16Array(atATime + LONGEST_LINE);
  let length = 1;
  let total = 1;
  const characters = new Uint32Array(65536);
  characters[BOUNDARY] = 1;
  let sums: readonly Runs[] | undefined;

  const countPart = (cutsOfPart: readonly number[]): void => {
    const runs = countRuns(part.subarray(0, length), cutsOfPart);
    sums = sums?.map((sum, index) => addRuns(sum, runs[index] ?? sum)) ?? runs;
    sums = sums.map((sum) => commonestRuns(sum, 2 * mostRuns));
    length = 1;
  };
  const push = (code: number): void => {
    if (code === BOUNDARY && part[length - 1] === BOUNDARY) return;
    part[length++] = code;
    characters[code] = (characters[code] ?? 0) + 1;
    total++;
    const isFull = length >= atATime && (code === BOUNDARY || length === part.length);
    if (isFull) countPart(CUTS_OF_PARTS);
  };
  return {
    add(text) {
      for (let at = 0; at < text.length; at++) push(foldedCode(text.charCodeAt(at)));
      push(BOUNDARY);
    },
    counted() {
      countPart(sums ? CUTS_OF_PARTS : cuts);
      const runs = ORDERS.map((order, index): Runs => {
        const sum = sums?.[index] ?? { order, codes: new Uint16Array(), counts: new Uint32Array() };
        const kept = keepRuns(sum, (place) => (sum.counts[place] ?? 0) >= (cuts[index] ?? 1));
        return commonestRuns(kept, mostRuns);
      });
      return { characters, total, characterCount: total - (characters[BOUNDARY] ?? 0), runs };
    },
  };
}

/** The smallest counts that are kept of each part of a longer text. */
const CUTS_OF_PARTS = [1, 2, 2, 2];
