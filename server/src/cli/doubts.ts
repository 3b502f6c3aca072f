import type { Settings } from '../core/settings';
import { loadLanguage } from '../host/node/language';
import { createDoubts, type Doubts } from '../language/doubts';
import { tell } from './terminal';

/**
 * Gives what the language model says against texts, loaded at the first call. Where it cannot be loaded one line says so,
 * and there are no doubts.
 */
export function doubtsWhenAsked({ context }: Settings): () => Promise<Doubts | undefined> {
  let doubts: Promise<Doubts | undefined> | undefined;
  const load = async (): Promise<Doubts | undefined> => {
    try {
      return createDoubts(await loadLanguage(), context);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  return () => (doubts ??= load());
}
