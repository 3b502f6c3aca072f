import type { Tagger } from '../../entities/detect/tagger/tagger';
import { readShippedTagger, taggerNotLoaded } from '../shippedData';
import { causeOf } from './files';
import { readShipped } from './packageFolder';

let loading: Promise<Tagger> | undefined;

/** The tagger that ships, loaded at the first call. Rejects with a `Problem` where its file is missing or damaged. */
export function loadTagger(): Promise<Tagger> {
  return (loading ??= readShippedTagger(readShipped).catch((error: unknown) => {
    throw taggerNotLoaded(causeOf(error));
  }));
}
