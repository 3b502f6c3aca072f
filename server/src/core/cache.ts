/** A map that forgets what was used least recently once it holds much. */
export interface Cache<Value extends NonNullable<unknown>> {
  /**
   * The value cached for a key, else the one that `compute` gives, cached from now on. `compute` is given the
   * key as the cache keeps it, and should make its value of that.
   */
  get(key: string, compute: (key: string) => Value): Value;
  /** The value cached for a key, if there is one. Counts as a use of it. */
  known(key: string): Value | undefined;
  /** Makes room for keys of so many code units beside the capacity, where there was less. */
  reserve(length: number): void;
}

/**
 * Caches results by key. Two generations approximate an exact order of use: whatever was not asked for during a
 * whole generation is dropped at once, which costs nothing per look-up. A generation ends before its keys have more than
 * `capacity` code units together; counted so, a few very long keys do not fill the memory.
 */
export function createCache<Value extends NonNullable<unknown>>(capacity: number): Cache<Value> {
  let room = capacity;
  let used = 0;
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  const keep = (key: string, value: Value): Value => {
    if (used + key.length > room && used > 0) {
      old = young;
      young = new Map();
      used = 0;
    }
    young.set(key, value);
    used += key.length;
    return value;
  };
  return {
    get(key, compute) {
      const found = young.get(key);
      if (found !== undefined) return found;
      const kept = ownCopy(key);
      return keep(kept, old.get(key) ?? compute(kept));
    },
    known(key) {
      const found = young.get(key);
      if (found !== undefined) return found;
      const older = old.get(key);
      return older === undefined ? undefined : keep(ownCopy(key), older);
    },
    reserve(length) {
      room = Math.max(room, capacity + length);
    },
  };
}

/**
 * Caches the results of a function: for the same object it gives the same answer again, for as long as the
 * object lives. It must depend on nothing else.
 */
export function memoize<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as Value;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}

/** Calls a function once, when its value is first needed, and gives the same value from then on. */
export function once<Value>(compute: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: compute() }).value;
}

/** A slice keeps the whole text alive that it was cut from; a copy does not. */
function ownCopy(slice: string): string {
  return ` ${slice}`.slice(1);
}
