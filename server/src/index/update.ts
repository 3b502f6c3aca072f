import type { UserDictionary } from '../gazetteer/gazetteer';
import type { Recognition } from './recognition';

/** What an index is to be brought up to date with. */
export interface IndexUpdate {
  /** URIs of the folders whose issues belong to it. */
  readonly folders: readonly string[];
  readonly recognition: Recognition;
  /** The dictionaries of the user and the workspace, on top of those that ship. */
  readonly dictionaries: readonly UserDictionary[];
  /** Identifies the state of all dictionaries: an issue read with another revision is read again. */
  readonly revision: string;
  /** Whether to leave out new files, because the user has stopped the reading of many. */
  readonly onlyKnown: boolean;
}

/** The result of an update. */
export interface UpdateOutcome {
  readonly read: number;
  readonly removed: number;
  /** Whether everything was read; false where the update was stopped. */
  readonly isComplete: boolean;
}
