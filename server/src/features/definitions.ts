import type { Analysis } from '../analysis/analysis';
import { mentionAt } from '../entities/mentionAt';
import type { DictionaryLine } from '../gazetteer/model';

/** The dictionary lines of the name at an offset, those of all namesakes where it is not settled who or what is meant. */
export function definitions(
  { mentions, gazetteer }: Pick<Analysis, 'mentions' | 'gazetteer'>,
  offset: number,
): DictionaryLine[] {
  const candidates = mentionAt(mentions, offset)?.candidates ?? [];
  return candidates.flatMap((id) => gazetteer?.entry(id)?.at ?? []);
}
