import type { Span } from '../../server/src/core/span';
import type { Random } from '../accuracy/habits/random';

/** A text after edits by another program, with where each span of the old text is now. */
export interface EditedOutside {
  readonly text: string;
  /** Undefined where nothing of a span is left. */
  readonly truth: readonly (Span | undefined)[];
}

/**
 * Makes edits of single characters, as proofreaders make them: six of ten replace one, the others insert or delete one, break
 * a line or join two. The place of every character is kept, so that the truth is exact.
 */
export function editOutside(text: string, spans: readonly Span[], edits: number, random: Random): EditedOutside {
  const places = new Set<number>();
  while (places.size < Math.min(edits, text.length)) places.add(random.between(0, text.length - 1));
  const lineEnds = [...text.matchAll(/\n/g)].map(({ index }) => index);
  const changes = new Map<number, string>();
  for (const place of places) {
    const character = text.charAt(place);
    const other = text.charAt(random.between(0, text.length - 1));
    const kind = random.next();
    const isPlain = character !== '\n' && other !== '\n' && !/[\ud800-\udfff]/.test(character + other);
    if (kind < 0.6) {
      if (isPlain) changes.set(place, other);
    } else if (kind < 0.75) changes.set(place, isPlain ? other + character : character);
    else if (kind < 0.9) {
      if (isPlain) changes.set(place, '');
    } else if (kind < 0.95) changes.set(place, `${character}\n`);
    else if (lineEnds.length > 0) changes.set(random.pick(lineEnds), '');
  }
  let edited = '';
  /** Where each character of the old text begins in the new one; an inserted character is before it. */
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const changed = changes.get(at) ?? character;
    const isInserted = changed.length > 1 && changed.endsWith(character);
    starts[at] = edited.length + (isInserted ? changed.length - 1 : 0);
    ends[at] = changed === '' ? (starts[at] ?? 0) : (starts[at] ?? 0) + 1;
    edited += changed;
  }
  const truth = spans.map((span) => {
    let [first, last] = [span.start, span.end - 1];
    while (first <= last && starts[first] === ends[first]) first++;
    while (last >= first && starts[last] === ends[last]) last--;
    return first > last ? undefined : { start: starts[first] ?? 0, end: ends[last] ?? 0 };
  });
  return { text: edited, truth };
}

/** How a re-anchoring compares with the truth, in counts. */
export interface AnchorScore {
  readonly right: number;
  /** Shown as anchored at another place. */
  readonly wrong: number;
  /** Shown as changed or moved, at another place. */
  readonly off: number;
  /** Ambiguous or orphaned. */
  readonly unplaced: number;
}

/** Compares anchors with the truth. A span of which nothing is left is right if it is not shown as anchored. */
export function scoreAnchors(
  anchors: readonly (Span & { readonly state: string })[],
  truth: readonly (Span | undefined)[],
): AnchorScore {
  const score = { right: 0, wrong: 0, off: 0, unplaced: 0 };
  anchors.forEach(({ start, end, state }, at) => {
    const expected = truth[at];
    const isPlaced = state === 'anchored' || state === 'changed' || state === 'moved';
    if (expected ? isPlaced && expected.start === start && expected.end === end : !isPlaced) score.right++;
    else if (state === 'anchored') score.wrong++;
    else if (isPlaced) score.off++;
    else score.unplaced++;
  });
  return score;
}
