/** Who makes a change, when, in which layer, and how to name what is new. */
export interface Authorship {
  readonly by: string | undefined;
  /** As ISO 8601. */
  readonly at: string;
  /** Undefined for the layer that every issue has. */
  readonly layer: string | undefined;
  /** A new random id that begins with the letter given. */
  readonly newId: (letter: string) => string;
}
