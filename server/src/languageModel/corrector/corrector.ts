/** A sentence with the places of it that are in doubt. */
export interface Question {
  readonly sentence: string;
  readonly places: readonly DoubtfulPlace[];
}

/** A character that may be wrong. */
export interface DoubtfulPlace {
  /** Its offset in the sentence. */
  readonly at: number;
  /** The characters that may have been meant, without separators. */
  readonly offered: string;
}

/** What a corrector thinks of a character. */
export interface Opinion {
  /** Its offset in the sentence. */
  readonly at: number;
  /** What the corrector would rather have there, best first; at most three characters, without separators. */
  readonly preferred: string;
  /** By how many nats a character, offered or preferred, is likelier than the one that is there. */
  readonly odds: Readonly<Record<string, number>>;
}

/** A model that a user has for correcting sentences; it runs elsewhere. */
export interface Corrector {
  /** The opinions on each sentence. Never rejects: a corrector that fails has no opinion from then on. */
  ask(questions: readonly Question[]): Promise<readonly (readonly Opinion[])[]>;
}

/** What is known of the characters of a text, by their offsets. */
export interface Opinions {
  /** What a corrector would rather have at a place; empty where it has no opinion. */
  preferredAt(at: number): string;
  /** By how many nats it rates a character likelier than the one at `at`; 0 where it has no opinion. */
  odds(at: number, character: string): number;
}
