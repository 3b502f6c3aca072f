import type { Connection } from 'vscode-languageserver';
import { visible } from '../../core/visible';
import { signalOf } from './abortSignal';

/** Files that are read before anybody would look at a progress bar. */
const UNSEEN = 50;

/**
 * Runs work on `total` files. For more than fifty, the client shows how far it is, and the user can stop it: the signal that
 * the work is given is then aborted, as it is with `signal`.
 */
export async function withWorkProgress<Result>(
  connection: Connection,
  { title, total, signal }: { readonly title: string; readonly total: number; readonly signal: AbortSignal },
  work: (report: (index: number, path: string) => void, stopped: AbortSignal) => Promise<Result>,
): Promise<Result> {
  if (total <= UNSEEN) return work(() => undefined, signal);
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin(title, 0, undefined, true);
  let shown = -1;
  const report = (index: number, path: string): void => {
    const percent = Math.floor((index * 100) / total);
    if (percent === shown) return;
    shown = percent;
    progress.report(percent, visible(path));
  };
  try {
    return await work(report, AbortSignal.any([signal, signalOf(progress.token)]));
  } finally {
    progress.done();
  }
}
