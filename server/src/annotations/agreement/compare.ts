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
  const characters = layers.map(({ spans }) => labelsOfCharacters(spans, labels, length));
  const pairs = layers.flatMap((first, at) =>
    layers.slice(at + 1).map((second, behind) => {
      const kappa = kappaOf(characters[at], characters[at + 1 + behind], labels.length + 1);
      return { ...compareTwo(first, second, labels), kappa };
    }),
  );
  const units = Array.from({ length }, (_, at) => characters.map((ofLayer) => String(ofLayer[at] ?? 0)));
  const continuum = { start: 0, end: length };
  const byLabel = Object.fromEntries(
    labels.map((label) => [
      label,
      unitisingAlpha(
        layers.map(({ spans }) => unitsOf(spans, label)),
        continuum,
      ),
    ]),
  );
  return {
    pairs,
    nominal: nominalAlpha(units),
    unitising: { byLabel, all: jointAlpha(Object.values(byLabel)) },
    overlapping: layers.filter(({ spans }) => labels.some((label) => hasOverlap(spans, label))).map(({ name }) => name),
  };
}

function compareTwo<Marked extends LabelledSpan>(
  first: Layer<Marked>,
  second: Layer<Marked>,
  labels: readonly string[],
): Omit<PairAgreement<Marked>, 'kappa'> {
  const pairs = pairSpans(first.spans, second.spans);
  const place = ({ first: one, second: other }: Pair<Marked>): Span => one ?? other ?? { start: 0, end: 0 };
  const isEqual = ({ first: one, second: other }: Pair<Marked>): boolean =>
    one?.start === other?.start && one?.end === other?.end && one?.label === other?.label;
  return {
    first: first.name,
    second: second.name,
    scores: spanScores(pairs),
    byLabel: Object.fromEntries(labels.map((label) => [label, spanScores(pairsWith(first, second, label))])),
    disagreements: pairs.filter((pair) => !isEqual(pair)).sort((one, other) => compareSpans(place(one), place(other))),
  };
}

function pairsWith(first: Layer, second: Layer, label: string): readonly Pair<LabelledSpan>[] {
  const withLabel = ({ spans }: Layer): readonly LabelledSpan[] => spans.filter((span) => span.label === label);
  return pairSpans(withLabel(first), withLabel(second));
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

/** The spans of a label as units that do not overlap. */
function unitsOf(spans: readonly LabelledSpan[], label: string): readonly Span[] {
  const units: { start: number; end: number }[] = [];
  for (const { start, end } of withLabelInOrder(spans, label)) {
    const last = units.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else units.push({ start, end });
  }
  return units;
}

function hasOverlap(spans: readonly LabelledSpan[], label: string): boolean {
  return unitsOf(spans, label).length < spans.filter((span) => span.label === label).length;
}

function withLabelInOrder(spans: readonly LabelledSpan[], label: string): readonly LabelledSpan[] {
  return spans.filter((span) => span.label === label).sort(compareSpans);
}
