import type { Tagger } from '../../entities/detect/tagger/tagger';
import { readShippedTagger } from '../shippedData';
import { readShipped } from './packageFolder';

let loading: Promise<Tagger | undefined> | undefined;

/** The tagger that ships, loaded at the first call; undefined where its file is missing or damaged. */
export function loadTagger(): Promise<Tagger | undefined> {
  return (loading ??= readShippedTagger(readShipped));
}
