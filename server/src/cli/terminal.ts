import process from 'node:process';
import { t } from '@vscode/l10n';
import { visible, visibleLines } from '../core/visible';
import { causeOf } from '../host/node/files';
import { Problem } from '../host/problem';
import { STANDARD_INPUT } from './inputs';

/** Standard output cannot be written, which ends the run. */
export class OutputProblem extends Problem {}

/** Whether writing has failed before. Its cause has been told, and later output is dropped. */
let isLost = false;

/**
 * Writes to standard output and waits until it is written, so that long output is never held in memory. The text must be
 * safe for a terminal. Rejects with an `OutputProblem`, once, where it cannot be written: the disk is full, or the reader
 * has closed the pipe as `| head` does.
 */
export async function print(content: string | Uint8Array): Promise<void> {
  if (content.length === 0 || isLost) return;
  try {
    await new Promise<void>((resolve, reject) =>
      process.stdout.write(content, (error) => {
        if (error) reject(error);
        else resolve();
      }),
    );
  } catch (error) {
    isLost = true;
    throw new OutputProblem(t('Could not write the output: {0}', causeOf(error)));
  }
}

/** Writes the text of a file to standard output as it is, but to a terminal only what is safe there. */
export function printText(text: string): Promise<void> {
  return print(process.stdout.isTTY ? visibleLines(text) : text);
}

/** Tells the user something on standard error, in one line. */
export function tell(line: string): void {
  process.stderr.write(`galley: ${visible(line)}\n`);
}

/** The name of an input at the beginning of a line. A workflow of GitHub takes a line that begins with `::` for a command. */
export function shownPath(path: string): string {
  if (path === STANDARD_INPUT) return t('standard input');
  return visible(/^\s*::/.test(path) ? `./${path}` : path);
}

/** Keeps the process alive when a stream cannot be written: `print` reports it for standard output. */
export function surviveClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** Whether a stream shows colours: a terminal that can, and a user who has not said otherwise (https://no-color.org). */
export function showsColours(stream: { readonly isTTY?: boolean }): boolean {
  // A pipe has no `isTTY` at all, and without an answer the library would colour whatever runs on a CI server.
  return stream.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
}
