import { ResponseError, type Connection } from 'vscode-languageserver';
import { visible } from '../../core/visible';
import { log } from './log';
import { showMessage } from './showMessage';
import { messageOf } from '../../core/problems';

/** Runs the work of one request; an error becomes one line of the log and the answer `fallback`. */
export type ErrorHandling = <Result>(
  what: string,
  fallback: Result,
  work: () => Result | Promise<Result>,
) => Promise<Result>;

/**
 * Makes a guard that keeps the server alive whatever a request meets. `told` makes one that shows errors to the user as
 * well.
 */
export function createErrorHandling(connection: Connection, { told = false } = {}): ErrorHandling {
  return async (what, fallback, work) => {
    try {
      return await work();
    } catch (error) {
      // A refusal is an answer that the client shows.
      if (error instanceof ResponseError) throw new ResponseError(error.code, visible(error.message));
      log(connection, 'error', `${what}: ${describe(error)}`);
      if (told) showMessage(connection, 'error', messageOf(error));
      return fallback;
    }
  };
}

/** An error as one line, with the place in the code where it arose. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = /^ *(at .*)/m.exec(error.stack ?? '')?.[1];
  return place ? `${error.message} (${place})` : error.message;
}
