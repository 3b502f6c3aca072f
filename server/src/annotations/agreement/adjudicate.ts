import { groupBy } from '../../core/groups';
import type { Span } from '../../core/span';
import type { Annotation, Rejection } from '../../source/sidecar/schema';
import type { AnnotatedText, RecordChange } from '../annotatedText';
import type { Authorship } from '../authorship';
import { isPlaced, type Anchor } from '../model';
import { newAnnotation, newRejection, removals } from '../records';
import type { Layer, PairDifferences } from './compare';
import type { Reading } from './layers';
import type { LabelledSpan, Pair } from './spanScores';

/** What a person decides about readings: those that the layer has from now on, and those that it does not have. */
export interface Adjudication {
  /** Not empty. */
  readonly layer: string;
  readonly take: readonly Reading[];
  readonly reject: readonly LabelledSpan[];
}

/** Readings on which two people differ. */
export interface Disagreement<Marked extends LabelledSpan = Reading> extends Pair<Marked> {
  /** The names of the layers. */
  readonly firstName: string;
  readonly secondName: string;
  /** Whether somebody has already decided about it. */
  readonly isSettled: boolean;
}

/** Tells what a layer has decided: a reading is settled once the layer has it or has rejected it. */
export function settledReadings(annotated: AnnotatedText, layer: string): (reading: LabelledSpan) => boolean {
  const { taken, rejected } = decidedIn(annotated, layer);
  return (reading) => taken.has(keyOf(reading)) || rejected.has(keyOf(reading));
}

/** What the layers of some pairs differ in, with what is settled. */
export function disagreementsOf<Marked extends LabelledSpan>(
  pairs: readonly PairDifferences<Marked>[],
  isSettled: (reading: LabelledSpan) => boolean,
): readonly Disagreement<Marked>[] {
  return pairs.flatMap(({ first: firstName, second: secondName, disagreements }) =>
    disagreements.map((pair) => ({
      ...pair,
      firstName,
      secondName,
      isSettled: [pair.first, pair.second].every((reading) => !reading || isSettled(reading)),
    })),
  );
}

/** The readings that all layers have. An attribute or entry that the first does not have is that of the next that has it. */
export function agreedReadings(layers: readonly Layer<Reading>[]): readonly Reading[] {
  const [first, ...others] = layers.map(({ spans }) => new Map(spans.map((span) => [keyOf(span), span])));
  return [...(first ?? [])].flatMap(([key, reading]) => {
    const same = others.flatMap((other) => other.get(key) ?? []);
    if (same.length < others.length) return [];
    const attributes = Object.assign({}, ...[...same].reverse().map((one) => one.attributes), reading.attributes) as {
      readonly [name: string]: string;
    };
    const entity = [reading, ...same].find((one) => one.entity !== undefined)?.entity;
    return [
      {
        ...reading,
        ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
        ...(entity === undefined ? {} : { entity }),
      },
    ];
  });
}

/**
 * The records that a decision alters. The layer gets copies of the readings that are taken, and remembers those that are rejected.
 * The latest decision about a reading counts; a reading that is both taken and rejected is where a person begins to edit.
 */
export function adjudicated(
  annotated: AnnotatedText,
  { layer, take, reject }: Adjudication,
  author: Authorship,
): readonly RecordChange[] {
  if (layer === '') return [];
  const text = annotated.text();
  const { taken, rejected } = decidedIn(annotated, layer);
  const [wanted, unwanted] = [byKey(take), byKey(reject)];
  const added = [...wanted]
    .filter(([key, { start, end }]) => !taken.has(key) && start < end)
    .map(([, reading]) => newAnnotation(text, reading, reading, { ...author, layer }));
  const refused = [...unwanted]
    .filter(([key]) => !rejected.has(key))
    .map(([, reading]) => newRejection(text, reading, reading.label, author, layer));
  const allowed = [...rejected].flatMap(([key, ids]) => (wanted.has(key) && !unwanted.has(key) ? ids : []));
  const gone = [...taken].flatMap(([key, ids]) => (unwanted.has(key) && !wanted.has(key) ? ids : []));
  return [
    ...added,
    ...refused,
    ...allowed.map((id): RecordChange => ({ kind: 'rejection', id })),
    ...removals(annotated, new Set(gone)),
  ];
}

/** The ids of the annotations and rejections of a layer by what they read. */
function decidedIn(annotated: AnnotatedText, layer: string) {
  const ofLayer = (item: Annotation | Rejection, anchor: Anchor) =>
    item.layer === layer && isPlaced(anchor) ? [{ id: item.id, key: readingKey(item.label, anchor) }] : [];
  return {
    taken: idsByKey(annotated.annotations().flatMap(({ annotation, anchor }) => ofLayer(annotation, anchor))),
    rejected: idsByKey(annotated.rejections().flatMap(({ rejection, anchor }) => ofLayer(rejection, anchor))),
  };
}

function idsByKey(
  items: readonly { readonly id: string; readonly key: string }[],
): ReadonlyMap<string, readonly string[]> {
  const groups = groupBy(items, ({ key }) => key);
  return new Map([...groups].map(([key, same]) => [key, same.map(({ id }) => id)]));
}

function byKey<Marked extends LabelledSpan>(readings: readonly Marked[]): ReadonlyMap<string, Marked> {
  return new Map(readings.map((reading) => [keyOf(reading), reading]));
}

function keyOf(reading: LabelledSpan): string {
  return readingKey(reading.label, reading);
}

function readingKey(label: string, { start, end }: Span): string {
  return `${String(start)} ${String(end)} ${label}`;
}
