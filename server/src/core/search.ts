/**
 * The first index from 0 to `count` (not included) for which `isReached` holds, else `count`. It must hold for every
 * index after the first for which it does. Takes a logarithmic number of steps.
 */
export function firstIndex(count: number, isReached: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
