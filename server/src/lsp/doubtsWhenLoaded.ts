import type { Connection } from 'vscode-languageserver';
import { createDoubts, type Doubts } from '../language/doubts';
import type { ServerHost } from './host';
import type { OpenIssues } from './openIssues';
import { tell } from './tell';

/** Milliseconds of reading after which waiting requests and edits have their turn. */
const TURN = 8;

/**
 * Loads the language model and reads the open issues with it, in short turns, so that nothing else waits. Gives
 * undefined where the model is missing or damaged, which the user is told once; everything else works without it.
 */
export async function doubtsWhenLoaded(
  connection: Connection,
  host: ServerHost,
  open: OpenIssues,
): Promise<Doubts | undefined> {
  let doubts: Doubts;
  try {
    doubts = createDoubts(await host.loadLanguage());
  } catch (error) {
    tell(connection, 'warning', error instanceof Error ? error.message : String(error));
    return undefined;
  }
  for (const uri of open.uris()) {
    let turn = performance.now();
    for (const { line } of open.get(uri)?.snapshot.document.blocks ?? []) {
      doubts.of(line.text);
      if (performance.now() - turn < TURN) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      turn = performance.now();
    }
  }
  return doubts;
}
