import process from 'node:process';
import { codeOf } from '../host/node/problem';

/** Writes to standard output and waits where the reader is slower, so that long output is never held in memory. */
export async function print(text: string): Promise<void> {
  if (text === '' || process.stdout.write(text)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** Tells the user something on standard error, in one line. */
export function tell(line: string): void {
  process.stderr.write(`galley: ${line}\n`);
}

/** Ends quietly when the reader of the output has seen enough (`galley check . | head`). */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error) => {
      if (codeOf(error) !== 'EPIPE') throw error;
      process.exit();
    });
}

/** Whether a stream shows colours: a terminal that can, and a user who has not said otherwise (https://no-color.org). */
export function showsColours(stream: { readonly isTTY?: boolean }): boolean {
  // A pipe has no `isTTY` at all, and without an answer the library would colour whatever runs on a CI server.
  return stream.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
}
