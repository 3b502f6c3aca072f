import type { Span } from '../../core/span';
import type { Annotation } from '../../source/sidecar/schema';
import type { AnnotatedText, RecordChange } from '../annotatedText';
import type { Authorship } from '../authorship';
import { isPlaced, targetOf } from '../model';
import type { Layer, PairAgreement } from './compare';
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
  pairs: readonly PairAgreement<Marked>[],
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
  const isTaken = new Set(take.map(keyOf));
  const isRejected = new Set(reject.map(keyOf));
  const created = { ...(author.by === undefined ? {} : { by: author.by }), created: author.at };
  const records: RecordChange[] = [];
  for (const [key, { start, end, label, attributes, entity }] of new Map(take.map((one) => [keyOf(one), one]))) {
    if (taken.has(key) || start >= end) continue;
    const value: Annotation = {
      id: author.newId('a'),
      label,
      layer,
      target: targetOf(text, { start, end }),
      ...(attributes === undefined ? {} : { attributes }),
      ...(entity === undefined ? {} : { entity }),
      ...created,
    };
    records.push({ kind: 'annotation', id: value.id, value, anchor: { start, end, state: 'anchored' } });
  }
  for (const [key, { start, end, label }] of new Map(reject.map((one) => [keyOf(one), one]))) {
    if (rejected.has(key)) continue;
    const value = { id: author.newId('x'), label, layer, target: targetOf(text, { start, end }), ...created };
    records.push({ kind: 'rejection', id: value.id, value, anchor: { start, end, state: 'anchored' } });
  }
  for (const [key, ids] of rejected)
    if (isTaken.has(key) && !isRejected.has(key))
      records.push(...ids.map((id): RecordChange => ({ kind: 'rejection', id })));
  const gone = new Set([...taken].flatMap(([key, ids]) => (isRejected.has(key) && !isTaken.has(key) ? ids : [])));
  const torn = annotated.relations().filter(({ from, to }) => gone.has(from) || gone.has(to));
  return [
    ...records,
    ...torn.map(({ id }): RecordChange => ({ kind: 'relation', id })),
    ...[...gone].map((id): RecordChange => ({ kind: 'annotation', id })),
  ];
}

/** The ids of the annotations and rejections of a layer by what they read. */
function decidedIn(annotated: AnnotatedText, layer: string) {
  const taken = new Map<string, string[]>();
  const rejected = new Map<string, string[]>();
  const add = (known: Map<string, string[]>, key: string, id: string): void => {
    known.set(key, [...(known.get(key) ?? []), id]);
  };
  for (const { annotation, anchor } of annotated.annotations())
    if (annotation.layer === layer && isPlaced(anchor)) add(taken, readingKey(annotation.label, anchor), annotation.id);
  for (const { rejection, anchor } of annotated.rejections())
    if (rejection.layer === layer && isPlaced(anchor)) add(rejected, readingKey(rejection.label, anchor), rejection.id);
  return { taken, rejected };
}

function keyOf(reading: LabelledSpan): string {
  return readingKey(reading.label, reading);
}

function readingKey(label: string, { start, end }: Span): string {
  return `${String(start)} ${String(end)} ${label}`;
}
