import type { Tagger } from '../../../server/src/entities/detect/tagger/tagger';
import { TAGGED_TYPES } from '../../../server/src/entities/detect/tagger/tags';
import type { Sentence } from './sentences';

/** Precision, recall and F1 by exact bounds and type. */
export function evaluate(tagger: Tagger, sentences: readonly Sentence[]): string {
  const narrow = (text: string): string =>
    text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
    );
  const counts = TAGGED_TYPES.map(() => ({ gold: 0, found: 0, right: 0 }));
  for (const { text, spans } of sentences) {
    const gold = new Set(spans.map(({ type, start, end }) => `${type} ${start} ${end}`));
    for (const { type } of spans) if (type !== 'unsure') count(type).gold++;
    for (const { type, start, end } of tagger.tag(narrow(text))) {
      count(type).found++;
      if (gold.has(`${type} ${start} ${end}`)) count(type).right++;
    }
  }
  return TAGGED_TYPES.map((type) => {
    const { gold, found, right } = count(type);
    return `${type} P ${(right / found).toFixed(3)} R ${(right / gold).toFixed(3)} F ${((2 * right) / (found + gold)).toFixed(3)}`;
  }).join(' | ');

  function count(type: (typeof TAGGED_TYPES)[number]): { gold: number; found: number; right: number } {
    return counts[TAGGED_TYPES.indexOf(type)] ?? { gold: 0, found: 0, right: 0 };
  }
}
