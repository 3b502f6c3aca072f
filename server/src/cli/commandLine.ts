import process from 'node:process';
import { t } from '@vscode/l10n';
import { version } from '../../../package.json';
import { Problem, sentenceOf } from '../host/problem';
import { speak } from '../core/locale';
import { COMMON_OPTIONS, type Command, type ExitCode } from './command';
import { COMMANDS } from './commands/index';
import { helpOn, helpOnCommand } from './help';
import { readArguments, splitCommand } from './options';
import { Interrupted, type Signal } from './run/interruption';
import { print, surviveClosedOutput, tell } from './terminal';

/** Runs `galley` with its arguments; gives the exit code, the signal that ended the run, or undefined where the process goes on by itself. */
export async function runCommandLine(argv: readonly string[]): Promise<ExitCode | Signal | undefined> {
  surviveClosedOutput();
  speak(languageOf(argv));
  try {
    return await run(argv);
  } catch (error) {
    if (error instanceof Interrupted) {
      tell(error.message);
      return error.signal;
    }
    tell(sentenceOf(error));
    return 2;
  }
}

async function run(argv: readonly string[]): Promise<ExitCode | undefined> {
  const { name, args } = splitCommand(argv, COMMON_OPTIONS);
  const command = COMMANDS.find((known) => known.name === name);
  if (name !== undefined && !command) throw new Problem(t('Unknown command {0}. See galley --help.', name));
  const { values, rest } = readArguments(args, { ...command?.options, ...COMMON_OPTIONS });
  if (values['version'] === true) return answer(`galley ${version}\n`);
  if (values['help'] === true) return answer(command ? helpOnCommand(command) : helpOn(COMMANDS));
  if (!command) throw new Problem(t('No command given. See galley --help.'));
  refuseWrongNumber(command, rest);
  return command.run(values as Parameters<Command['run']>[0], rest);
}

async function answer(text: string): Promise<ExitCode> {
  await print(text);
  return 0;
}

function refuseWrongNumber({ name, takesPaths, takes }: Command, rest: readonly string[]): void {
  if (takesPaths && rest.length === 0)
    throw new Problem(t('galley {0} needs a file, a folder, or - for standard input.', name));
  if (!takesPaths && takes === undefined && rest[0] !== undefined)
    throw new Problem(t('galley {0} does not accept {1}.', name, rest[0]));
}

/** The language asked for, else that of the environment, in the order POSIX gives its variables. */
function languageOf(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((argument) => /^--language(=|$)/.test(argument));
  const asked = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return [asked, LC_ALL, LC_MESSAGES, LANG].find(Boolean);
}
