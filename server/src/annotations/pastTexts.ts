/** What belonged to the last texts of a document, so that it can be taken again when undo brings one of them back. */
export interface PastTexts<Value> {
  /** Remembers what belongs to the text with a key (see `keyOf`); the oldest text is forgotten. */
  remember(key: string, value: Value): void;
  get(key: string): Value | undefined;
  clear(): void;
}

/** How many texts, and how many steps in them, are remembered. */
export const REMEMBERED = 200;

/** Remembers nothing yet. */
export function createPastTexts<Value>(): PastTexts<Value> {
  const values = new Map<string, Value>();
  return {
    remember(key, value) {
      values.delete(key);
      values.set(key, value);
      const [oldest] = values.keys();
      if (values.size > REMEMBERED && oldest !== undefined) values.delete(oldest);
    },
    get: (key) => values.get(key),
    clear: () => values.clear(),
  };
}
