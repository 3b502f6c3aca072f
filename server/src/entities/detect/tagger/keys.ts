/** Keys have 28 bits: enough that two n-grams of a model hardly ever share one, few enough that sorted ones lie close. */
export const KEY_BITS = 28;

/** Finds the place of a key in a sorted list of keys. */
export interface KeyTable {
  /** The index of the key in the list, or -1. */
  find(key: number): number;
}

/** Slots are found by a key's upper 18 bits, so that sorted keys fill the table from one end to the other. */
const SLOT_BITS = 18;
const SLOT_SHIFT = KEY_BITS - SLOT_BITS;
const INDEX_BITS = 18;
const INDEX_MASK = (1 << INDEX_BITS) - 1;
const CHECK_MASK = (1 << (32 - INDEX_BITS)) - 1;

/** Makes a table of keys in rising order. More than 230,000 would crowd the slots. */
export function keyTable(keys: Uint32Array): KeyTable {
  // A slot holds the lower 14 bits of the key above the index of the key plus one; 0 is free. Keys never wrap around.
  const slots = new Uint32Array((1 << SLOT_BITS) + 4096);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? 0;
    let slot = key >>> SLOT_SHIFT;
    while (slots[slot] !== 0 && slot < slots.length) slot++;
    slots[slot] = ((key & CHECK_MASK) << INDEX_BITS) | (index + 1);
  }
  return {
    find(key) {
      const check = key & CHECK_MASK;
      for (let slot = key >>> SLOT_SHIFT; ; slot++) {
        const held = slots[slot] ?? 0;
        if (held === 0) return -1;
        if (held >>> INDEX_BITS === check) return (held & INDEX_MASK) - 1;
      }
    },
  };
}
