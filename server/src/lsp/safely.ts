import { ResponseError, type Connection } from 'vscode-languageserver';
import { tell } from './tell';

/** Runs the work of one request; an error becomes one line of the log and the answer `otherwise`. */
export type Safely = <Result>(what: string, otherwise: Result, work: () => Result | Promise<Result>) => Promise<Result>;

/** Makes a guard that keeps the server alive whatever a request meets. `told` makes one that shows errors to the user too. */
export function guardedBy(connection: Connection, { told = false } = {}): Safely {
  return async (what, otherwise, work) => {
    try {
      return await work();
    } catch (error) {
      // A refusal is an answer that the client shows.
      if (error instanceof ResponseError) throw error;
      connection.console.error(`${what}: ${describe(error)}`);
      if (told) tell(connection, 'error', error instanceof Error ? error.message : String(error));
      return otherwise;
    }
  };
}

/** An error as one line, with the place in the code where it arose. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = /\n\s*(at .*)/.exec(error.stack ?? '')?.[1];
  return place ? `${error.message} (${place})` : error.message;
}
