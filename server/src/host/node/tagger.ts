import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTagger, type Tagger } from '../../entities/detect/tagger/tagger';
import { packageFolder } from './packageFolder';

let loading: Promise<Tagger | undefined> | undefined;

/** The tagger that ships, loaded at the first call; undefined where its file is missing or damaged: it is evidence only. */
export function loadTagger(): Promise<Tagger | undefined> {
  loading ??= readFile(join(packageFolder(), 'dictionaries/models/entity-tagger.bin'))
    .then(createTagger)
    .catch(() => undefined);
  return loading;
}
