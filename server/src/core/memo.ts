/** A map that forgets what was used least recently once it holds more than `capacity` entries. */
export interface Memo<Value extends NonNullable<unknown>> {
  /** The value remembered for a key, else the one that `compute` gives, remembered from now on. */
  get(key: string, compute: () => Value): Value;
  clear(): void;
}

/**
 * Remembers results by key. Two generations stand in for an exact order of use: whatever was not asked for during a
 * whole generation is dropped at once, which costs nothing per look-up.
 */
export function createMemo<Value extends NonNullable<unknown>>(capacity: number): Memo<Value> {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  return {
    get(key, compute) {
      let value = young.get(key);
      if (value !== undefined) return value;
      value = old.get(key) ?? compute();
      if (young.size >= capacity / 2) {
        old = young;
        young = new Map();
      }
      young.set(key, value);
      return value;
    },
    clear() {
      young = new Map();
      old = new Map();
    },
  };
}
