import type { OptionTable, ValuesOf } from './options';

/** How a run ended: 0 nothing to report, 1 something at `warning` or above, 2 a problem of the run itself. */
export type ExitCode = 0 | 1 | 2;

/** A command of `galley`: its help, its options and what it does. One file each in commands/. */
export interface Command<Options extends OptionTable = OptionTable> {
  readonly name: string;
  /** One English sentence, translated under the same words. */
  readonly summary: string;
  /** Whether files follow: PATH... in the help, and at least one is asked for. */
  readonly takesPaths: boolean;
  /** What follows instead of paths, as the help shows it. */
  readonly takes?: string;
  readonly options: Options;
  /** Does the work; gives undefined where the process is to go on by itself, as a server does. */
  run(values: ValuesOf<Options & typeof COMMON_OPTIONS>, args: readonly string[]): Promise<ExitCode | undefined>;
}

/** The options of every command. */
export const COMMON_OPTIONS = {
  settings: {
    type: 'string',
    value: 'FILE',
    description: 'Settings file to use instead of the nearest .galley/settings.json.',
  },
  language: { type: 'string', choices: ['en', 'zh-cn'], description: 'The language of messages.' },
  help: { type: 'boolean', description: 'Show this help.' },
  version: { type: 'boolean', description: 'Show the version.' },
} as const satisfies OptionTable;

/** Makes a command; the types of its values follow from its options. */
export function command<const Options extends OptionTable>(definition: Command<Options>): Command {
  return definition;
}
