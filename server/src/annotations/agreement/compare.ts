import { groupBy } from '../../core/groups';
import { compareSpans, type Span } from '../../core/span';
import { nominalAlpha, type Alpha } from './alpha';
import { cohensKappa, type Kappa } from './kappa';
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

/** How far two layers agree. */
export interface PairAgreement<Marked extends LabelledSpan = LabelledSpan> {
  readonly first: string;
  readonly second: string;
  readonly scores: Readonly<Record<Scheme, SpanScore>>;
  readonly byLabel: Readonly<Record<string, Readonly<Record<Scheme, SpanScore>>>>;
  /** Over the characters of the text. */
  readonly kappa: Kappa;
  /** The places at which they differ, in text order. */
  readonly disagreements: readonly Pair<Marked>[];
}

/** Compares layers of a text of so many UTF-16 code units. The spans must lie in it. */
export function compareLayers<Marked extends LabelledSpan>(
  layers: readonly Layer<Marked>[],
  length: number,
): Agreement<Marked> {
  const labels = [...new Set(layers.flatMap(({ spans }) => spans.map(({ label }) => label)))].sort();
  const grouped = layers.map(({ spans }) => groupBy([...spans].sort(compareSpans), ({ label }) => label));
  const characters = layers.map(({ spans }) => labelsOfCharacters(spans, labels, length));
  const pairs = layers.flatMap((first, at) =>
    layers.slice(at + 1).map((second, behind) => {
      const kappa = kappaOf(characters[at], characters[at + 1 + behind], labels.length + 1);
      const ofLabel = (label: string): readonly Pair<LabelledSpan>[] =>
        pairSpans(grouped[at]?.get(label) ?? [], grouped[at + 1 + behind]?.get(label) ?? []);
      const byLabel = Object.fromEntries(labels.map((label) => [label, spanScores(ofLabel(label))]));
      return { ...compareTwo(first, second), byLabel, kappa };
    }),
  );
  const units = Array.from({ length }, (_, at) => characters.map((ofLayer) => String(ofLayer[at] ?? 0)));
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
    nominal: nominalAlpha(units),
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
function labelsOfCharacters(spans: readonly LabelledSpan[], labels: readonly string[], length: number): Uint16Array {
  const numbers = new Map(labels.map((label, at) => [label, at + 1]));
  const characters = new Uint16Array(length);
  const longestFirst = [...spans].sort((one, other) => other.end - other.start - (one.end - one.start));
  for (const { start, end, label } of longestFirst) characters.fill(numbers.get(label) ?? 0, start, end);
  return characters;
}

function kappaOf(first: Uint16Array | undefined, second: Uint16Array | undefined, categories: number): Kappa {
  const counts = Array.from({ length: categories }, () => new Array<number>(categories).fill(0));
  first?.forEach((category, at) => {
    const row = counts[category];
    const column = second?.[at] ?? 0;
    if (row) row[column] = (row[column] ?? 0) + 1;
  });
  return cohensKappa(counts);
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
