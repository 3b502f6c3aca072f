import type { Mention } from '../entities/model';
import type { DictionaryLine, Knowledge } from '../knowledge/model';

/** Where the dictionaries describe what a mention may mean, the likeliest first. */
export function definitionsOf({ candidates }: Mention, knowledge: Knowledge): DictionaryLine[] {
  return candidates.flatMap((id) => knowledge.entry(id)?.at ?? []);
}
