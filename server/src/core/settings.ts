import type { Severity } from './diagnostic';

/** Values that a rule option may take; each is plain JSON. */
export type OptionValue = boolean | number | string | readonly string[] | Readonly<Record<string, readonly string[]>>;

/** What a user has set for one rule; what is absent keeps the rule's own default. */
export interface RuleSettings {
  readonly severity?: Severity | 'off';
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/** How readily the language model is believed: `low` keeps only what is surer than usual, `high` what is less sure too. */
export type Sensitivity = 'low' | 'normal' | 'high';

export const SENSITIVITIES: readonly Sensitivity[] = ['low', 'normal', 'high'];

/** Where wrong characters come from: OCR confuses characters that look alike, typing those that sound alike. */
export type ErrorSource = 'ocr' | 'typing' | 'both';

export const ERROR_SOURCES: readonly ErrorSource[] = ['ocr', 'typing', 'both'];

/** How wrong, doubled and dropped characters are looked for. */
export interface ContextSettings {
  readonly sensitivity: Sensitivity;
  readonly errors: ErrorSource;
  /** The path of a folder with a model of the user's own that is asked too. */
  readonly model?: string;
  /** The path of a file in which `galley train` has counted texts of the user. */
  readonly languageModel?: string;
}

export const DEFAULT_CONTEXT: ContextSettings = { sensitivity: 'normal', errors: 'ocr' };

/** The settings that decide what is found. The same in the editor and on the command line. */
export interface Settings {
  /** By rule id. */
  readonly rules: Readonly<Record<string, RuleSettings>>;
  readonly context?: ContextSettings;
  /** The path of a dictionary that the user has for all workspaces. */
  readonly userDictionary?: string;
}

/** Every rule at its own default. */
export const DEFAULT_SETTINGS: Settings = { rules: {} };

/** The properties of a value that a user has written; none where it is no object. */
export function propertiesOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
