import {
  ALONE,
  BEGINS,
  ENDS,
  GOES_ON,
  OUTSIDE,
  TAGGED_TYPES,
  type TaggedType,
} from '../../../server/src/entities/detect/tagger/tags';

/** A span that a set marks; `unsure` where its convention says too little to learn its bounds or its type from. */
export interface MarkedSpan {
  readonly type: TaggedType | 'unsure';
  readonly start: number;
  readonly end: number;
}

/** A line of a training set with what it marks. */
export interface Sentence {
  readonly text: string;
  readonly spans: readonly MarkedSpan[];
  /** Types that the set does not mark: what is outside its spans may be of such a type or none. */
  readonly unmarked: readonly TaggedType[];
}

const ANY = 2 ** (OUTSIDE + 1) - 1;
const ONLY_OUTSIDE = 1 << OUTSIDE;

/** For each character, the tags that it may have: bit n for tag n. */
export function allowedTags({ text, spans, unmarked }: Sentence): Uint32Array {
  const outside = unmarked.reduce((bits, type) => bits | (15 << (4 * TAGGED_TYPES.indexOf(type))), ONLY_OUTSIDE);
  const allowed = new Uint32Array(text.length).fill(outside);
  for (const { type, start, end } of spans) {
    if (type === 'unsure') {
      allowed.fill(ANY, start, end);
      continue;
    }
    const first = 4 * TAGGED_TYPES.indexOf(type);
    for (let at = start; at < end; at++) {
      const place = end - start === 1 ? ALONE : at === start ? BEGINS : at === end - 1 ? ENDS : GOES_ON;
      allowed[at] = 1 << (first + place);
    }
  }
  return allowed;
}
