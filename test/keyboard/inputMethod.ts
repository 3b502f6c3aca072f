import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findCommand } from '../../scripts/processes.mjs';

/** A separate screen with the input method IBus, where Chinese is typed in pinyin. */
export interface InputMethod {
  /** The environment of a program that is to use it. */
  readonly environment: NodeJS.ProcessEnv;
  /** Makes pinyin the input method of the field that has the focus. */
  choosePinyin(): Promise<void>;
  /** Types letters and presses keys on the keyboard of the screen, as `xdotool` names them. */
  type(letters: string): Promise<void>;
  press(key: string): Promise<void>;
  stop(): void;
}

const PROGRAMS = ['Xvfb', 'dbus-daemon', 'ibus-daemon', 'xdotool'];
const MEMORY_CONFIGURATION = '/usr/libexec/ibus-memconf';
const PINYIN = '/usr/libexec/ibus-engine-libpinyin';

/** Whether this machine has what the input method needs; CONTRIBUTING.md names the packages. */
export function hasInputMethod(): boolean {
  const hasPrograms = PROGRAMS.every((program) => findCommand(program) !== undefined);
  return hasPrograms && existsSync(MEMORY_CONFIGURATION) && existsSync(PINYIN);
}

/** Starts the screen and the input method. */
export async function startInputMethod(): Promise<InputMethod> {
  const home = mkdtempSync(join(tmpdir(), 'galley-input-'));
  const started: ChildProcess[] = [];
  const start = (program: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    started.push(child);
    return child;
  };
  const base = { ...process.env, HOME: home, XDG_RUNTIME_DIR: home, LANG: 'C.UTF-8' };
  const screen = await firstLine(start('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x900x24'], base));
  const bus = await firstLine(start('dbus-daemon', ['--session', '--nofork', '--print-address=1'], base));
  const environment = {
    ...base,
    DISPLAY: `:${screen}`,
    DBUS_SESSION_BUS_ADDRESS: bus,
    GTK_IM_MODULE: 'ibus',
    XMODIFIERS: '@im=ibus',
  };
  start('ibus-daemon', ['--replace', '--panel=disable', `--config=${MEMORY_CONFIGURATION}`], environment);
  const run = async (program: string, ...args: readonly string[]): Promise<string> =>
    promisify(execFile)(program, args, { env: environment }).then(
      ({ stdout }) => stdout,
      () => '',
    );
  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    while (!(await isSo())) await wait(300);
  };
  await until(async () => (await run('ibus', 'list-engine')).includes('libpinyin'));
  return {
    environment,
    choosePinyin: () =>
      until(async () => {
        await run('ibus', 'engine', 'libpinyin');
        return (await run('ibus', 'engine')).trim() === 'libpinyin';
      }),
    async type(letters) {
      await run('xdotool', 'type', '--delay', '150', letters);
    },
    async press(key) {
      await run('xdotool', 'key', key);
    },
    stop() {
      for (const child of started.toReversed()) child.kill();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.once('exit', () => reject(new Error(`${child.spawnfile} has ended`)));
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      output += part;
      if (output.includes('\n')) resolve(output.slice(0, output.indexOf('\n')));
    });
  });
}
