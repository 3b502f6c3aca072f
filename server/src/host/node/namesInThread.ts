import type { Tagger } from '../../entities/detect/tagger/tagger';
import { createGazetteer, type UserDictionary } from '../../gazetteer/gazetteer';
import type { Gazetteer } from '../../gazetteer/model';
import { loadShippedDictionaries } from './gazetteer';
import { loadTagger } from './tagger';

/**
 * What a thread of the server knows of names, with the dictionaries of the user and the workspace. What cannot be loaded is left out:
 * the server's own thread has reported it.
 */
export async function loadNamesInThread(
  own: readonly UserDictionary[],
): Promise<{ readonly gazetteer: Gazetteer; readonly tagger: Tagger | undefined }> {
  const shipped = await loadShippedDictionaries().catch(() => undefined);
  const { gazetteer } = createGazetteer({ shipped, own });
  return { gazetteer, tagger: await loadTagger().catch(() => undefined) };
}
