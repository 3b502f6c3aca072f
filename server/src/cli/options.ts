import { parseArgs } from 'node:util';
import { t } from '@vscode/l10n';
import { Problem } from '../host/problem';

/** An option of a command. Help and parsing are both made from it. */
export interface Option {
  readonly type: 'boolean' | 'string';
  /** One English sentence, translated under the same words. */
  readonly description: string;
  /** What stands for the value in the help: FILE. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** Whether it may be given more than once. */
  readonly multiple?: true;
}
export type OptionTable = Readonly<Record<string, Option>>;

/** What a command gets for its options: false, undefined or an empty list where one is not given. */
export type ValuesOf<Options extends OptionTable> = { readonly [Name in keyof Options]: ValueOf<Options[Name]> };
type ValueOf<One extends Option> = One extends { type: 'boolean' }
  ? boolean
  : One extends { multiple: true }
    ? readonly string[]
    : One extends { choices: readonly (infer Choice)[] }
      ? Choice | undefined
      : string | undefined;

/** The arguments: the options by name, and the rest in order. */
export interface ReadArguments {
  readonly values: Readonly<Record<string, boolean | string | readonly string[] | undefined>>;
  readonly rest: readonly string[];
}

/** Reads arguments by a table of options. Throws a `Problem` on what the table does not know. */
export function readArguments(args: readonly string[], table: OptionTable): ReadArguments {
  const values: Record<string, boolean | string | string[] | undefined> = {};
  for (const [name, { type, multiple }] of Object.entries(table))
    values[name] = type === 'boolean' ? false : multiple ? [] : undefined;
  const { tokens, positionals } = parse(args, table);
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(table, token.name) ? table[token.name] : undefined;
    if (!option) throw new Problem(t('Unknown option {0}. See galley --help.', token.rawName));
    if (option.type === 'boolean' && token.value !== undefined)
      throw new Problem(t('The option {0} does not take a value.', token.rawName));
    const value = valueOf(option, token.rawName, token.value);
    const earlier = values[token.name];
    if (Array.isArray(earlier)) earlier.push(String(value));
    else values[token.name] = value;
  }
  return { values, rest: positionals };
}

/** The value of an option that is a whole number from 1 on. Throws a `Problem` for anything else. */
export function wholeNumber(rawName: string, value: string): number {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : 0;
  if (number < 1) throw new Problem(t('The option {0} requires a positive integer.', rawName));
  return number;
}

/** Finds the command, which is the first argument that is no option, and takes it out of the arguments. */
export function splitCommand(args: readonly string[], common: OptionTable): { name?: string; args: readonly string[] } {
  for (const token of parse(args, common).tokens) {
    if (token.kind === 'option-terminator') break;
    if (token.kind === 'positional')
      return { name: token.value, args: args.filter((_, index) => index !== token.index) };
  }
  return { args };
}

/** Not strict: what is wrong is said in the user's own language by `readArguments`. */
function parse(args: readonly string[], table: OptionTable) {
  const options = Object.fromEntries(Object.entries(table).map(([name, { type }]) => [name, { type }]));
  return parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
}

function valueOf({ type, choices }: Option, rawName: string, value: string | undefined): string | true {
  if (type === 'boolean') return true;
  if (!value || (value.startsWith('-') && value !== '-'))
    throw new Problem(t('The option {0} requires a value.', rawName));
  if (choices && !choices.includes(value))
    throw new Problem(t('{0} cannot be {1}. Use one of: {2}.', rawName, value, choices.join(', ')));
  return value;
}
