import { overlaps, type Span } from '../../core/span';

/** Some spans of which each is given once. */
export interface FreeSpans<Marked extends Span> {
  /** One that has not been taken, for a given span; undefined if none is left. */
  take(one: Span): Marked | undefined;
}

/** Returns one span after the other, whatever is asked for. */
export function inTheirOrder<Marked extends Span>(spans: readonly Marked[]): FreeSpans<Marked> {
  let taken = 0;
  return { take: () => spans[taken++] };
}

/**
 * Returns the nearest of those that overlap, by how far their ends are apart. It takes n log n steps to make it, and about
 * log n for each span: it is a tree whose nodes halve them by start and end in turns, because all may overlap.
 */
export function nearestFirst<Marked extends Span>(spans: readonly Marked[]): FreeSpans<Marked> {
  const root = nodeOf(spans, 'start');
  return {
    take(one) {
      const best = nearestIn(root, one, undefined);
      for (let node = best?.leaf; node; node = node.parent) node.left--;
      best?.leaf.free.delete(best.span);
      return best?.span;
    },
  };
}

/** Spans as points of a plane, with the bounds of their coordinates. */
interface Node<Marked extends Span> {
  parent: Node<Marked> | undefined;
  /** How many have not been taken. */
  left: number;
  readonly least: Span;
  readonly most: Span;
  /** The halves of a node that is not a leaf. */
  readonly halves: readonly Node<Marked>[];
  /** Those of a leaf that have not been taken. */
  readonly free: Set<Marked>;
}

/** As many spans make a leaf. */
const LEAF = 8;

function nodeOf<Marked extends Span>(spans: readonly Marked[], edge: 'start' | 'end'): Node<Marked> {
  const bound = (choose: (one: number, other: number) => number): Span =>
    spans.reduce<Span>(
      (known, { start, end }) => ({ start: choose(known.start, start), end: choose(known.end, end) }),
      spans[0] ?? { start: 0, end: 0 },
    );
  const isLeaf = spans.length <= LEAF;
  const sorted = isLeaf ? spans : [...spans].sort((one, other) => one[edge] - other[edge]);
  const middle = sorted.length >> 1;
  const halves = isLeaf
    ? []
    : [sorted.slice(0, middle), sorted.slice(middle)].map((half) => nodeOf(half, edge === 'start' ? 'end' : 'start'));
  const node: Node<Marked> = {
    parent: undefined,
    left: spans.length,
    least: bound(Math.min),
    most: bound(Math.max),
    halves,
    free: new Set(isLeaf ? spans : []),
  };
  for (const half of halves) half.parent = node;
  return node;
}

interface Nearest<Marked extends Span> {
  readonly span: Marked;
  readonly distance: number;
  readonly leaf: Node<Marked>;
}

/** The nearest of a node, unless the best known is as near. */
function nearestIn<Marked extends Span>(
  node: Node<Marked>,
  one: Span,
  known: Nearest<Marked> | undefined,
): Nearest<Marked> | undefined {
  const { least, most } = node;
  const isOutside = least.start >= one.end || most.end <= one.start;
  if (node.left === 0 || isOutside || (known && leastDistance(node, one) >= known.distance)) return known;
  let best = known;
  for (const span of node.free) {
    const distance = Math.abs(one.start - span.start) + Math.abs(one.end - span.end);
    if (overlaps(one, span) && (!best || distance < best.distance)) best = { span, distance, leaf: node };
  }
  const halves = [...node.halves].sort((half, other) => leastDistance(half, one) - leastDistance(other, one));
  for (const half of halves) best = nearestIn(half, one, best);
  return best;
}

function leastDistance({ least, most }: Node<Span>, { start, end }: Span): number {
  const beyond = (from: number, to: number, at: number): number => Math.max(from - at, 0, at - to);
  return beyond(least.start, most.start, start) + beyond(least.end, most.end, end);
}
