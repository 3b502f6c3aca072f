import type { Analysis } from '../analysis/analysis';
import { propertiesOf } from '../core/settings';
import type { Span } from '../core/span';
import type { Mention } from '../entities/model';
import { postsOn } from '../gazetteer/posts/posts';
import { officeTitleWithPlace } from '../gazetteer/posts/officeTitles';

/** Words shown after a mention that are not in the text. */
export interface InlayHint {
  /** Where they are shown: a UTF-16 offset of the raw text. */
  readonly offset: number;
  readonly text: string;
}

/** Which hints a user wants; none unless asked for. */
export interface InlayHintChoice {
  readonly dates: boolean;
  readonly posts: boolean;
}

/** Reads `inlayHints.dates` and `inlayHints.posts` of the user's settings; only `true` asks for hints. */
export function readInlayHintChoice(settings: unknown): InlayHintChoice {
  const { dates, posts } = propertiesOf(propertiesOf(settings)['inlayHints']);
  return { dates: dates === true, posts: posts === true };
}

/**
 * Dates that were counted from another one, in full; and at the first mention of a person to whom the page gives no
 * office, the known post on the date of the issue.
 */
export function inlayHints(
  { mentions, metadata, gazetteer }: Pick<Analysis, 'mentions' | 'metadata' | 'gazetteer'>,
  within: Span,
  choice: InlayHintChoice,
): InlayHint[] {
  const date = metadata.date?.value;
  const hints: InlayHint[] = [];
  const told = new Set<string>();
  for (const mention of mentions) {
    const { type, span, confidence } = mention;
    if (confidence !== 'high') continue;
    if (type === 'date' && choice.dates) hints.push(...dateHint(mention));
    const [person, ...namesakes] = mention.candidates;
    if (type !== 'person' || !choice.posts || person === undefined || namesakes.length > 0 || told.has(person))
      continue;
    told.add(person);
    if (mention.office !== undefined || !gazetteer || date === undefined) continue;
    const entry = gazetteer.entry(person);
    const held = entry?.type === 'person' ? postsOn(entry, date, gazetteer) : [];
    const titles = new Set(held.map((post) => officeTitleWithPlace(post, gazetteer)));
    if (titles.size > 0) hints.push({ offset: span.end, text: [...titles].join('、') });
  }
  return hints.filter(({ offset }) => offset >= within.start && offset <= within.end);
}

function dateHint({ span, value }: Mention): InlayHint[] {
  if (value?.kind !== 'date' || value.basis === 'written') return [];
  const { from, to } = value;
  const text = from === to ? from : [from, to].filter((end) => end !== undefined).join(' – ');
  return text === undefined || text === '' ? [] : [{ offset: span.end, text }];
}
