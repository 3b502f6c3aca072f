import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import process from 'node:process';
import { t } from '@vscode/l10n';
import { archiveKindOf } from '../host/node/archives/index';
import { outOfFolder } from '../host/node/containment';
import { causeOf } from '../host/node/files';
import type { FoundFiles } from '../host/node/findFiles';
import { codeOf, Problem } from '../host/problem';
import { withinTime } from '../host/node/timeLimit';
import type { OptionTable } from './options';

/** The name under which standard input is asked for and reported. */
export const STANDARD_INPUT = '-';

/** The options of every command that takes paths. */
export const INPUT_OPTIONS = {
  follow: { type: 'boolean', description: 'Follow links that lead outside the given folders.' },
  'stdin-format': {
    type: 'string',
    choices: ['text', 'ndjson'],
    description: 'Format of standard input (-): the text of one issue, or one issue per line (default: text).',
  },
} as const satisfies OptionTable;

/** What the arguments stand for: files in order, each once, and one line on each argument that stands for none. */
export interface Inputs {
  /** Issue files and archives. */
  readonly paths: readonly string[];
  /** The folder that holds all of them, from the root on. */
  readonly base: string;
  /** How many of them hold any number of issues: archives, and standard input that is NDJSON. */
  readonly archives: number;
  /** What standard input holds: one issue, an archive, or records, of which there may be none and several of one name. */
  readonly standardInput: 'text' | 'ndjson' | 'records';
  /** One line on each argument that stands for no file, and on each folder that cannot be read. */
  readonly problems: readonly string[];
  /** What is worth telling but no problem. */
  readonly notes: readonly string[];
  /** The folder out of which no link may lead when a file is written: the argument below which it was found, else its own. */
  folderOf(path: string): string;
  /** Whether one issue file is asked for by its name, so that there can be no others. */
  readonly isOne: boolean;
}

/** The files among some inputs, which nothing may overwrite. */
export function inputFiles({ paths }: Inputs): readonly string[] {
  return paths.filter((path) => path !== STANDARD_INPUT);
}

/** How inputs are found. */
interface InputOptions {
  readonly follow?: boolean;
  /** Whether the files are to be written. */
  readonly write?: boolean;
  readonly 'stdin-format'?: 'text' | 'ndjson' | undefined;
}

/**
 * Finds the files that arguments name: files and archives as they are, the `.txt` files of folders, and what patterns match. A
 * link that leads out of a folder is a problem where the files are to be written, else a note; an archive is then a problem too.
 */
export async function findInputs(
  args: readonly string[],
  { follow = false, write = false, 'stdin-format': standardInput = 'text' }: InputOptions = {},
): Promise<Inputs> {
  const paths = new Map<string, string>();
  const folders = new Map<string, string>();
  const problems: string[] = [];
  const notes: string[] = [];
  for (const argument of args)
    try {
      const found = await filesOf(argument, follow);
      for (const path of found.paths) {
        if (write && archiveKindOf(path)) {
          problems.push(`${path}: ${t('Galley does not modify archives. Extract it first.')}`);
          continue;
        }
        paths.set(keyOf(path), path);
        if (isBelow(argument, path)) folders.set(path, argument);
      }
      problems.push(...found.problems);
      if (!write) notes.push(...found.notes);
      else for (const link of found.linksOut) problems.push(`${link}: ${outOfFolder().message}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(`${argument}: ${error.message}`);
    }
  const isArchive = (path: string): boolean =>
    path === STANDARD_INPUT ? standardInput === 'ndjson' : archiveKindOf(path) !== undefined;
  const archives = [...paths.values()].filter(isArchive).length;
  return {
    paths: [...paths.values()],
    base: commonFolder([...paths.values()].flatMap((path) => (path === STANDARD_INPUT ? [] : dirname(resolve(path))))),
    archives,
    standardInput,
    problems,
    notes,
    folderOf: (path) => folders.get(path) ?? dirname(path),
    isOne: args.length === 1 && paths.has(keyOf(args[0] ?? '')) && archives === 0,
  };
}

/** Files and archives that were found before, below the folder `base`. */
export function inputsFrom(paths: readonly string[], base: string): Inputs {
  return {
    paths,
    base,
    archives: paths.filter((path) => archiveKindOf(path)).length,
    standardInput: 'text',
    problems: [],
    notes: [],
    folderOf: dirname,
    isOne: false,
  };
}

/** The folders from which files of the workspace are looked for upwards: the working directory, then the first argument. */
export function workspaceFolders(args: readonly string[]): readonly string[] {
  return [process.cwd(), ...args.slice(0, 1).map((argument) => resolve(argument))];
}

/** Names an issue, given the path of its file, or that of its archive and its name there. The text of standard input has no name. */
export type NameOf = (path: string, entry?: string) => string | undefined;

/** Names issues by their paths below the folder that holds all inputs, with `/` between folders. An archive is like a folder. */
export function namesOf({ base }: Pick<Inputs, 'base'>): NameOf {
  return (path, entry) =>
    path === STANDARD_INPUT
      ? entry
      : [...partsBelow(base, resolve(path)), ...(entry === undefined ? [] : [entry])].join('/');
}

/** The names on the way from a folder to a file; on another drive of Windows all of them, with the letter of the drive or the computer. */
function partsBelow(folder: string, path: string): readonly string[] {
  const below = relative(folder, path);
  return isAbsolute(below) ? below.split(/[:\\]+/).filter(Boolean) : below.split(sep);
}

function commonFolder(folders: readonly string[]): string {
  let common = folders[0] ?? '';
  for (const folder of folders)
    while (common !== dirname(common) && folder !== common && !folder.startsWith(join(common, '/')))
      common = dirname(common);
  return common;
}

type Found = Pick<Inputs, 'paths' | 'problems' | 'notes'> & Pick<FoundFiles, 'linksOut'>;

function isBelow(folder: string, path: string): boolean {
  return resolve(path).startsWith(join(resolve(folder), sep));
}

function keyOf(path: string): string {
  return path === STANDARD_INPUT ? path : resolve(path);
}

async function filesOf(argument: string, follow: boolean): Promise<Found> {
  if (argument === STANDARD_INPUT) return { paths: [argument], problems: [], notes: [], linksOut: [] };
  const found = await withinTime(resolve(argument), () => stat(argument)).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'EINVAL') return undefined;
    throw new Problem(causeOf(error));
  });
  if (!found) return filesLike(argument, follow);
  return found.isDirectory() ? filesIn(argument, follow) : { paths: [argument], problems: [], notes: [], linksOut: [] };
}

async function filesIn(folder: string, follow: boolean): Promise<Found> {
  const { findFiles } = await import('../host/node/findFiles');
  const found = await findFiles({ cwd: folder, patterns: '**/*.txt', caseSensitiveMatch: false, follow });
  const cause = found.unreadable.get(resolve(folder));
  if (cause !== undefined) throw new Problem(cause);
  const paths = found.names.map((name) => join(folder, name));
  return foundFor(folder, { ...found, names: paths }, t('There are no .txt files in this folder.'));
}

async function filesLike(pattern: string, follow: boolean): Promise<Found> {
  const { isDynamicPattern } = await import('tinyglobby');
  const portable = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  if (!isDynamicPattern(portable)) throw new Problem(t('No such file or folder.'));
  const { findFiles } = await import('../host/node/findFiles');
  const found = await findFiles({ cwd: process.cwd(), patterns: portable, follow });
  return foundFor(pattern, found, t('No file matches this pattern.'));
}

/** Names below an argument are shown as the user would write them. */
function foundFor(argument: string, { names, unreadable, linksOut }: FoundFiles, ifNone: string): Found {
  const problems = [...unreadable].map(([path, cause]) => `${shortest(path)}: ${cause}`);
  if (names.length === 0 && problems.length === 0) problems.push(`${argument}: ${ifNone}`);
  const [link] = linksOut;
  const notes =
    link === undefined
      ? []
      : [
          t(
            '{0}: Links that lead outside the folder were not followed ({1}): {2}. Use --follow.',
            argument,
            linksOut.length,
            shortest(link),
          ),
        ];
  return { paths: names, problems, notes, linksOut: linksOut.map(shortest) };
}

function shortest(path: string): string {
  return isBelow(process.cwd(), path) ? path.slice(join(process.cwd(), sep).length) : path;
}
