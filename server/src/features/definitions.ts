import type { Analysis } from '../analysis/analysis';
import { mentionAt } from '../entities/mentionAt';
import type { DictionaryLine } from '../knowledge/model';

/** The dictionary lines of the name at an offset, those of all namesakes where it is not settled who or what is meant. */
export function definitions(
  { mentions, knowledge }: Pick<Analysis, 'mentions' | 'knowledge'>,
  offset: number,
): DictionaryLine[] {
  const candidates = mentionAt(mentions, offset)?.candidates ?? [];
  return candidates.flatMap((id) => knowledge?.entry(id)?.at ?? []);
}
