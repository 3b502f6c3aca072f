import { f1 } from '../f1';
import type { TaggedType } from '../../../server/src/entities/detect/tagger/tags';
import type { Sentence } from '../../../training/models/entity-tagger/sentences';

export type MeasuredType = TaggedType;

/** A name found in a sentence. UTF-16 offsets into it. */
export interface FoundName {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

export interface Measure {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Precision, recall and F1 of one type, by exact bounds; `found` has one list for each sentence. */
export function measure(
  sentences: readonly Sentence[],
  found: readonly (readonly FoundName[])[],
  type: MeasuredType,
): Measure {
  let [expected, all, right] = [0, 0, 0];
  sentences.forEach(({ spans }, index) => {
    const keys = new Set(spans.filter((one) => one.type === type).map(keyOf));
    const names = new Set((found[index] ?? []).filter((one) => one.type === type).map(keyOf));
    expected += keys.size;
    all += names.size;
    for (const name of names) if (keys.has(name)) right++;
  });
  return {
    precision: all === 0 ? 0 : right / all,
    recall: expected === 0 ? 0 : right / expected,
    f1: f1(right, all, expected),
  };
}

function keyOf({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${start}-${end}`;
}
