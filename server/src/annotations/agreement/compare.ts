import { groupBy } from '../../core/groups';
import { compareSpans, type Span } from '../../core/span';
import { nominalAlpha, type Alpha } from './alpha';
import { cohensKappa, type CategoryPair, type Kappa } from './kappa';
import { pairSpans, spanScores, type LabelledSpan, type Pair, type Scheme, type SpanScore } from './spanScores';
import { jointAlpha, unitisingAlpha } from './unitisingAlpha';

/** What one person has annotated, or one layer of an issue. */
export interface Layer<Marked extends LabelledSpan = LabelledSpan> {
  readonly name: string;
  readonly spans: readonly Marked[];
}

/** How far some layers of one text agree. */
export interface Agreement<Marked extends LabelledSpan = LabelledSpan> {
  readonly pairs: readonly PairAgreement<Marked>[];
  /** Over the characters of the text, each with its label or none. */
  readonly nominal: Alpha;
  /** Over the spans as units of the text: for each label, and for all together. */
  readonly unitising: { readonly byLabel: Readonly<Record<string, Alpha>>; readonly all: Alpha };
  /** Layers in which spans of one label overlap; as units they count as one. */
  readonly overlapping: readonly string[];
}

/** What two layers differ in. */
export interface PairDifferences<Marked extends LabelledSpan = LabelledSpan> {
  readonly first: string;
  readonly second: string;
  /** The places at which they differ, in text order. */
  readonly disagreements: readonly Pair<Marked>[];
}

/** How far two layers agree. */
export interface PairAgreement<Marked extends LabelledSpan = LabelledSpan> extends PairDifferences<Marked> {
  readonly scores: Readonly<Record<Scheme, SpanScore>>;
  readonly byLabel: Readonly<Record<string, Readonly<Record<Scheme, SpanScore>>>>;
  /** Over the characters of the text. */
  readonly kappa: Kappa;
}

/** Finds what each two of some layers differ in, which takes a fraction of the time of `compareLayers`. */
export function differencesOf<Marked extends LabelledSpan>(
  layers: readonly Layer<Marked>[],
): readonly PairDifferences<Marked>[] {
  return layers.flatMap((first, at) => layers.slice(at + 1).map((second) => compareTwo(first, second)));
}

/** Compares layers of a text of so many UTF-16 code units. The spans must be in it. */
export function compareLayers<Marked extends LabelledSpan>(
  layers: readonly Layer<Marked>[],
  length: number,
): Agreement<Marked> {
  const labels = [...new Set(layers.flatMap(({ spans }) => spans.map(({ label }) => label)))].sort();
  const grouped = layers.map(({ spans }) => groupBy([...spans].sort(compareSpans), ({ label }) => label));
  const characters = layers.map(({ spans }) => labelsOfCharacters(spans, labels, length));
  const pairs = layers.flatMap((first, at) =>
    layers.slice(at + 1).map((second, behind) => {
      const kappa = cohensKappa(categoryPairs(characters[at], characters[at + 1 + behind]));
      const ofLabel = (label: string): readonly Pair<LabelledSpan>[] =>
        pairSpans(grouped[at]?.get(label) ?? [], grouped[at + 1 + behind]?.get(label) ?? []);
      const byLabel = Object.fromEntries(labels.map((label) => [label, spanScores(ofLabel(label))]));
      return { ...compareTwo(first, second), byLabel, kappa };
    }),
  );
  const continuum = { start: 0, end: length };
  const overlapping = new Set<string>();
  const byLabel = Object.fromEntries(
    labels.map((label) => {
      const units = layers.map(({ name }, at) => {
        const spans = grouped[at]?.get(label) ?? [];
        const joined = unitsOf(spans);
        if (joined.length < spans.length) overlapping.add(name);
        return joined;
      });
      return [label, unitisingAlpha(units, continuum)];
    }),
  );
  return {
    pairs,
    nominal: nominalAlpha(categoriesOfUnits(characters, length)),
    unitising: { byLabel, all: jointAlpha(Object.values(byLabel)) },
    overlapping: layers.map(({ name }) => name).filter((name) => overlapping.has(name)),
  };
}

function compareTwo<Marked extends LabelledSpan>(
  first: Layer<Marked>,
  second: Layer<Marked>,
): Omit<PairAgreement<Marked>, 'byLabel' | 'kappa'> {
  const pairs = pairSpans(first.spans, second.spans);
  const place = ({ first: one, second: other }: Pair<Marked>): Span => one ?? other ?? { start: 0, end: 0 };
  const isEqual = ({ first: one, second: other }: Pair<Marked>): boolean =>
    one?.start === other?.start && one?.end === other?.end && one?.label === other?.label;
  return {
    first: first.name,
    second: second.name,
    scores: spanScores(pairs),
    disagreements: pairs.filter((pair) => !isEqual(pair)).sort((one, other) => compareSpans(place(one), place(other))),
  };
}

/** For each character 0, or the number of its label: that of the shortest span over it. */
function labelsOfCharacters(spans: readonly LabelledSpan[], labels: readonly string[], length: number): Uint32Array {
  const numbers = new Map(labels.map((label, at) => [label, at + 1]));
  const characters = new Uint32Array(length);
  // The character itself if it has no label yet, else one nearer to the next that has none: each is labelled once.
  const next = Uint32Array.from({ length: length + 1 }, (_, at) => at);
  const nextFree = (from: number): number => {
    let free = from;
    while (next[free] !== free) free = next[free] ?? length;
    for (let at = from; at !== free;) [at, next[at]] = [next[at] ?? length, free];
    return free;
  };
  // Of two equal spans, the label of the later one is taken.
  const shortestFirst = [...spans].reverse().sort((one, other) => one.end - one.start - (other.end - other.start));
  for (const { start, end, label } of shortestFirst)
    for (let at = nextFree(start); at < end; at = nextFree(at)) {
      characters[at] = numbers.get(label) ?? 0;
      next[at] = at + 1;
    }
  return characters;
}

/** How many characters have one label in the first layer and one in the second. */
function categoryPairs(first = NO_CHARACTERS, second = NO_CHARACTERS): Iterable<CategoryPair> {
  const pairs = new Map<string, { first: number; second: number; count: number }>();
  let last: { first: number; second: number; count: number } | undefined;
  first.forEach((category, at) => {
    const other = second[at] ?? 0;
    if (last?.first !== category || last.second !== other) {
      const key = `${category} ${other}`;
      last = pairs.get(key) ?? { first: category, second: other, count: 0 };
      pairs.set(key, last);
    }
    last.count++;
  });
  return pairs.values();
}

const NO_CHARACTERS: Uint32Array = new Uint32Array();

/** The labels of each character in all layers. */
function* categoriesOfUnits(layers: readonly Uint32Array[], length: number): Generator<readonly number[]> {
  for (let at = 0; at < length; at++) yield layers.map((labels) => labels[at] ?? 0);
}

/** Spans in text order as units that do not overlap. */
function unitsOf(spans: readonly Span[]): readonly Span[] {
  const units: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = units.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else units.push({ start, end });
  }
  return units;
}
