import type { Severity } from './diagnostic';

/** Values that a rule option may take; each is plain JSON. */
export type OptionValue = boolean | number | string | readonly string[] | Readonly<Record<string, readonly string[]>>;

/** What a user has set for one rule; what is absent keeps the rule's own default. */
export interface RuleSettings {
  readonly severity?: Severity | 'off';
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/** The settings that decide what is found: by rule id. The same in the editor and on the command line. */
export interface Settings {
  readonly rules: Readonly<Record<string, RuleSettings>>;
  /** The path of a dictionary that the user has for all workspaces. */
  readonly userDictionary?: string;
}

/** Every rule at its own default. */
export const DEFAULT_SETTINGS: Settings = { rules: {} };
