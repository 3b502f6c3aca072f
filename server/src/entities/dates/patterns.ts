/** A piece of a pattern that fits any of these words; the longest first, since the first that fits is taken. */
export function either(all: Iterable<string>): string {
  return [...all].sort((a, b) => b.length - a.length).join('|');
}

/** A table of a dictionary file, in which any word may be looked up. */
export function tableOf<Value>(table: Readonly<Record<string, Value>>): Readonly<Partial<Record<string, Value>>> {
  return table;
}
