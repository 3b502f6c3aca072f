/** Numbers that belong to other numbers, in three rows: the keys ascending, and where the values of each begin. */
export interface Groups {
  readonly keys: Uint32Array;
  /** One more at the end. */
  readonly firsts: Uint32Array;
  readonly values: Uint32Array;
}

/** Packs a map whose keys come in any order; the values keep theirs. */
export function packed(groups: ReadonlyMap<number, readonly number[]>): Groups {
  const keys = [...groups.keys()].sort((a, b) => a - b);
  const firsts = [0];
  const values: number[] = [];
  for (const key of keys) {
    for (const value of groups.get(key) ?? []) values.push(value);
    firsts.push(values.length);
  }
  return { keys: Uint32Array.from(keys), firsts: Uint32Array.from(firsts), values: Uint32Array.from(values) };
}

/** The values of a key; none where nothing belongs to it. */
export function groupOf({ keys, firsts, values }: Groups, key: number): Uint32Array {
  const at = lastAtOrBefore(keys, key);
  return keys[at] === key ? values.subarray(firsts[at], firsts[at + 1]) : values.subarray(0, 0);
}

/** The last place in ascending numbers whose number is `wanted` or less; -1 where all are greater. */
export function lastAtOrBefore(numbers: Uint32Array, wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
