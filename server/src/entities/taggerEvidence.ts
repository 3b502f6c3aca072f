import { covers, overlaps } from '../core/span';
import type { Found } from './found';
import type { TaggedSpan } from './tagger';

/** What a tagger says for or against a mention, in bits. */
const BITS = {
  /** Of a span that the tagger alone has found. */
  alone: 8.5,
  /** For each unit of its margin, up to `MOST`. */
  margin: 0.3,
  /** Where it sees nothing. */
  unseen: -2,
  /** Shares of its strength that speak against a mention within an organisation, and against another reading. */
  part: 1,
  otherwise: 0.7,
} as const;
const MOST = 25;

/** Weighs mentions against what the tagger has found, and adds what only the tagger has. Both lists are in order of place. */
export function weighedByTagger(text: string, found: readonly Found[], tagged: readonly TaggedSpan[]): Found[] {
  const confirmed = new Set<TaggedSpan>();
  let next = 0;
  const weighed = [...found]
    .sort((a, b) => a.start - b.start)
    .map((one) => {
      while ((tagged[next]?.end ?? Infinity) <= one.start) next++;
      let bits: number = BITS.unseen;
      let margin: number | undefined;
      for (let at = next; at < tagged.length; at++) {
        const other = tagged[at];
        if (!other || other.start >= one.end) break;
        if (!overlaps(one, other)) continue;
        if (other.type === one.type && other.start === one.start && other.end === one.end) {
          confirmed.add(other);
          margin = other.margin;
          bits = strength(other);
          break;
        }
        bits = Math.min(bits, bitsAgainst(one, other));
      }
      const score = one.score + bits;
      return margin === undefined
        ? { ...one, score }
        : { ...one, score, evidence: [...one.evidence, { kind: 'tagger', margin } as const] };
    });
  const alone = tagged.filter((one) => !confirmed.has(one)).map((one) => taggedMention(text, one));
  return [...weighed, ...alone];
}

/** What a different reading says against a mention; most, where a place is only the beginning of an organisation's name. */
function bitsAgainst(one: Found, other: TaggedSpan): number {
  const isPart = one.type === 'place' && other.type === 'organisation' && covers(other, one);
  return -strength(other) * (isPart ? BITS.part : BITS.otherwise);
}

function strength({ margin }: TaggedSpan): number {
  return BITS.margin * Math.min(margin, MOST);
}

function taggedMention(text: string, tagged: TaggedSpan): Found {
  const { type, start, end, margin } = tagged;
  return {
    type,
    start,
    end,
    score: BITS.alone + strength(tagged),
    name: text.slice(start, end).replace(/[ \u3000]/g, ''),
    evidence: [{ kind: 'tagger', margin }],
    candidates: [],
  };
}
