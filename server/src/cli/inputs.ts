import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { t } from '@vscode/l10n';
import { causeOf } from '../host/node/files';
import { codeOf, Problem } from '../host/node/problem';

/** The name under which standard input is asked for and reported. */
export const STANDARD_INPUT = '-';

/** What the arguments stand for: files in order, each once, and one line on each argument that stands for none. */
export interface Inputs {
  readonly paths: readonly string[];
  readonly problems: readonly string[];
  /** The folder out of which no link may lead when a file is written: the argument below which it was found, else its own. */
  folderOf(path: string): string;
  /** Whether one file is asked for by its name, so that there can be no others. */
  readonly isOne: boolean;
}

/** Finds the files that arguments name: files as they are, the `.txt` files of folders, and what patterns match. */
export async function findInputs(args: readonly string[]): Promise<Inputs> {
  const paths = new Map<string, string>();
  const folders = new Map<string, string>();
  const problems: string[] = [];
  for (const argument of args)
    try {
      for (const path of await filesOf(argument)) {
        paths.set(keyOf(path), path);
        if (isBelow(argument, path)) folders.set(path, argument);
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(`${argument}: ${error.message}`);
    }
  return {
    paths: [...paths.values()],
    problems,
    folderOf: (path) => folders.get(path) ?? dirname(path),
    isOne: args.length === 1 && paths.has(keyOf(args[0] ?? '')),
  };
}

function isBelow(folder: string, path: string): boolean {
  return resolve(path).startsWith(join(resolve(folder), sep));
}

function keyOf(path: string): string {
  return path === STANDARD_INPUT ? path : resolve(path);
}

async function filesOf(argument: string): Promise<readonly string[]> {
  if (argument === STANDARD_INPUT) return [argument];
  const found = await stat(argument).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'EINVAL') return undefined;
    throw new Problem(causeOf(error));
  });
  if (!found) return filesLike(argument);
  return found.isDirectory() ? filesIn(argument) : [argument];
}

async function filesIn(folder: string): Promise<readonly string[]> {
  await readdir(folder).catch((error: unknown) => {
    throw new Problem(causeOf(error));
  });
  const { glob } = await import('tinyglobby');
  const names = await glob('**/*.txt', { cwd: folder, caseSensitiveMatch: false });
  if (names.length === 0) throw new Problem(t('There is no .txt file in this folder.'));
  return names.sort().map((name) => join(folder, name));
}

async function filesLike(pattern: string): Promise<readonly string[]> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  const portable = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  if (!isDynamicPattern(portable)) throw new Problem(t('There is no such file or folder.'));
  const paths = await glob(portable, { expandDirectories: false });
  if (paths.length === 0) throw new Problem(t('No file matches this pattern.'));
  return paths.sort();
}
