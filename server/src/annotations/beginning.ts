import { compareSpans, type Span } from '../core/span';
import type { Correction, JsonObject, Rejection, Relation, Sidecar } from '../source/sidecar/schema';
import type { LoggedCorrection } from './correctionLog';
import { NOWHERE, type Anchor } from './model';
import { isAnnotation, isCorrection, placeInSteps, type PlacedAnnotation } from './stored';

/** A rejected suggestion with where its words are in a text. */
export interface PlacedRejection {
  readonly rejection: Rejection;
  readonly anchor: Anchor;
}

/** What an annotated text begins with. */
export interface Beginning {
  /** Annotations of other programs. */
  readonly ofOthers: readonly JsonObject[];
  readonly annotations: readonly PlacedAnnotation[];
  readonly rejections: readonly PlacedRejection[];
  readonly relations: readonly Relation[];
  readonly corrections: readonly LoggedCorrection[];
  /** Corrections of other programs, and those whose words are gone. */
  readonly keptCorrections: readonly JsonObject[];
}

/** Reads what a sidecar says of a text, in steps. */
export function* beginningInSteps(sidecar: Sidecar, text: string): Generator<undefined, Beginning> {
  const taken = new Set<string>();
  const annotations = withOwnIds(
    sidecar.annotations.filter((item) => isAnnotation(item)),
    taken,
  );
  yield;
  const rejected = withOwnIds(sidecar.rejected ?? [], taken);
  const logged = sidecar.corrections.filter((item) => isCorrection(item));
  const anchors = yield* placeInSteps(sidecar.text, text, [...annotations, ...rejected, ...logged]);
  const anchorAt = (at: number): Anchor => anchors[at] ?? NOWHERE;
  const anchorsOfLogged = logged.map((_, at) => anchorAt(annotations.length + rejected.length + at));
  const isKnown = (_: unknown, at: number): boolean => isReversible(anchorsOfLogged[at]);
  return {
    ofOthers: sidecar.annotations.filter((item) => !isAnnotation(item)),
    annotations: annotations.map((annotation, at) => ({ annotation, anchor: anchorAt(at) })),
    rejections: rejected.map((rejection, at) => ({ rejection, anchor: anchorAt(annotations.length + at) })),
    relations: withOwnIds(sidecar.relations ?? []),
    corrections: withoutOverlaps(logged.flatMap((one, at) => loggedAt(one, anchorsOfLogged[at]))),
    keptCorrections: [
      ...sidecar.corrections.filter((item) => !isCorrection(item)),
      ...logged.filter((one, at) => !isKnown(one, at)),
    ],
  };
}

/** The records of another program may have the same id: each but the first gets one of its own. */
function withOwnIds<Item extends { readonly id: string }>(items: readonly Item[], taken = new Set<string>()): Item[] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    let { id } = item;
    for (let count = counts.get(item.id) ?? 2; taken.has(id); count++) {
      id = `${item.id}-${count}`;
      counts.set(item.id, count + 1);
    }
    taken.add(id);
    return id === item.id ? item : { ...item, id };
  });
}

/** Whether a correction is still where it was made. */
function isReversible(anchor: Anchor | undefined): anchor is Anchor {
  return anchor?.state === 'anchored' || anchor?.state === 'moved';
}

function loggedAt({ id, original, rule, by, time }: Correction, anchor: Anchor | undefined): LoggedCorrection[] {
  if (!isReversible(anchor)) return [];
  const origin = { ...(rule === undefined ? {} : { rule }), ...(by === undefined ? {} : { by }) };
  return [{ id, original, ...origin, ...(time === undefined ? {} : { time }), start: anchor.start, end: anchor.end }];
}

/** Corrections in text order; of two that overlap after changes elsewhere, the first. */
function withoutOverlaps(corrections: readonly LoggedCorrection[]): readonly LoggedCorrection[] {
  const kept: LoggedCorrection[] = [];
  for (const one of [...corrections].sort(compareSpans)) if (isAfter(one, kept.at(-1))) kept.push(one);
  return kept;
}

function isAfter({ start }: Span, last: Span | undefined): boolean {
  return !last || last.end <= start;
}
