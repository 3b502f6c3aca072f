import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The bundle as it is shipped; test/support/build.ts makes it. */
export const GALLEY = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

/** Copies everything that is bundled into a folder, without source maps. */
export function copyBundles(folder: string): void {
  cpSync(dirname(GALLEY), folder, { recursive: true, filter: (path) => !path.endsWith('.map') });
}

/** Runs a copy of what is bundled in the folder, above which there are no packages. */
export function galleyWithoutPackages(folder: Folder, args: readonly string[]): Run {
  copyBundles(join(folder.path, 'dist'));
  return folder.galley(args, { bundle: 'dist/cli.cjs', environment: { NODE_PATH: '' } });
}

/** The user and group that own nothing. */
const UNPRIVILEGED_ID = 65534;

/** How a run of the command line ended. */
export interface Run {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface RunOptions {
  /** What standard input gives; nothing by default. */
  readonly input?: string;
  readonly environment?: NodeJS.ProcessEnv;
  /** The folder to run in, below the test's own. */
  readonly within?: string;
  /** The bundle that is run: the one of the checkout, unless told otherwise. */
  readonly bundle?: string;
  /** Whether to run as a user to whom permissions apply, also where the tests run as root. */
  readonly unprivileged?: boolean;
}

/** A folder with files for one test. */
export interface Folder {
  readonly path: string;
  /** Runs `galley` in the folder, in English unless the environment given says otherwise. */
  galley(args: readonly string[], options?: RunOptions): Run;
  remove(): void;
}

/** Makes a folder of the system's temporary files; names may have folders in them. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const path = mkdtempSync(join(tmpdir(), 'galley-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return {
    path,
    galley(args, { input = '', environment = {}, within = '.', bundle = GALLEY, unprivileged = false } = {}) {
      const env = { ...process.env, LC_ALL: 'C', ...environment };
      const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
        cwd: join(path, within),
        ...(unprivileged && process.getuid?.() === 0 ? { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID } : {}),
        input,
        env,
        encoding: 'utf8',
        maxBuffer: 1 << 30,
      });
      return { code: status, output: stdout, errors: stderr };
    },
    remove: () => {
      rmSync(path, { recursive: true });
    },
  };
}

/** The files of a folder below that of a test, hidden ones too, with their content, by their paths in it. */
export function contentsOf({ path }: Folder, name: string): ReadonlyMap<string, string> {
  const start = join(path, name);
  const files = readdirSync(start, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(start.length), readFileSync(file, 'utf8')]),
  );
}
