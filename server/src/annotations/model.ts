import type { IssueFacts } from '../issue/metadata';

/** A value as JSON has it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A finding that the user has put aside for good. */
export interface Dismissal {
  /** Known to `lint/suppress`; does not depend on the finding's place. */
  readonly fingerprint: string;
  readonly rule: string;
  /** The words that were found, for whoever reads the file. */
  readonly text: string;
  /** When, as ISO 8601, where the host knows. */
  readonly at?: string;
}

/**
 * What is known of an issue beside its text, kept in `<issue>.galley.json` next to it. Fields that this version does not
 * know stay in their objects and are printed again.
 */
export interface Sidecar {
  readonly version: number;
  readonly issue: IssueFacts;
  readonly dismissed: readonly Dismissal[];
  /** Kept as they are read; this version writes none. */
  readonly annotations: readonly JsonObject[];
  /** Kept as they are read; this version writes none. */
  readonly corrections: readonly JsonObject[];
  /** Fields at the top that this version does not know. */
  readonly others: JsonObject;
}

/** The version of the sidecar that this program reads and writes. */
export const SIDECAR_VERSION = 1;

/** The sidecar of an issue that has none. */
export const EMPTY_SIDECAR: Sidecar = {
  version: SIDECAR_VERSION,
  issue: {},
  dismissed: [],
  annotations: [],
  corrections: [],
  others: {},
};
