import { isSameJson } from '../core/json';
import { resultOfSteps } from '../core/steps';
import { mergeSidecars } from '../source/sidecar/merge';
import type { JsonObject, Sidecar } from '../source/sidecar/schema';
import { annotatedTextInSteps, type AnnotatedText } from './annotatedText';

/** The parts of a sidecar that an annotated text stores. */
const PARTS = ['text', 'annotations', 'relations', 'rejected', 'corrections'] as const;

/** The sidecar with what an annotated text stores. `sha256` is that of the text. */
export function withAnnotated(sidecar: Sidecar, annotated: AnnotatedText, sha256: string): Sidecar {
  const { lines, annotations, relations, rejected, corrections } = annotated.stored();
  return {
    ...sidecar,
    text: { ...sidecar.text, sha256, lines },
    annotations,
    ...(relations.length > 0 || sidecar.relations ? { relations } : {}),
    ...(rejected.length > 0 || sidecar.rejected ? { rejected } : {}),
    corrections,
  };
}

/** Whether two sidecars store the same annotations, whatever else they store. */
export function hasSameAnnotations(one: Sidecar, other: Sidecar): boolean {
  return PARTS.every((part) => isSameJson(one[part], other[part]));
}

/** Whether two sidecars store the same, apart from annotations. */
export function hasSameFacts(one: Sidecar, other: Sidecar): boolean {
  const facts = (sidecar: Sidecar): string =>
    JSON.stringify(Object.entries(sidecar).filter(([part]) => !(PARTS as readonly string[]).includes(part)));
  return facts(one) === facts(other);
}

/**
 * What to write where the file holds `theirs`: our annotations of this text, merged with what others have written since the
 * sidecar was `base`. Records that have not changed are those of `theirs`, so that they are written as they are. `theirs`
 * itself where nothing has to be written.
 */
export function savedSidecar(base: Sidecar, annotated: AnnotatedText, sha256: string, theirs: Sidecar): Sidecar {
  const ours = withAnnotated(theirs, annotated, sha256);
  if (!theirs.text && !isWorthAFile(ours)) return theirs;
  if (hasSameAnnotations(base, theirs)) return hasSameAnnotations(ours, theirs) ? theirs : withRecordsOf(theirs, ours);
  const text = annotated.text();
  const merged = mergeSidecars(onText(base, text, sha256), ours, onText(theirs, text, sha256)).sidecar;
  return withRecordsOf(theirs, { ...merged, ...(ours.text ? { text: ours.text } : {}) });
}

/** Whether there is more than what was typed: users do not expect typing to create a file. */
function isWorthAFile({ annotations, relations, rejected, corrections }: Sidecar): boolean {
  const has = (records: readonly JsonObject[] | undefined): boolean => (records ?? []).length > 0;
  return has(annotations) || has(relations) || has(rejected) || corrections.some(({ rule }) => rule !== undefined);
}

/** A sidecar as it would be if it had been written for this text. */
export function onText(sidecar: Sidecar, text: string, sha256: string): Sidecar {
  return withAnnotated(sidecar, resultOfSteps(annotatedTextInSteps(sidecar, text)), sha256);
}

/** A sidecar with the records of another wherever they are equal. */
function withRecordsOf(other: Sidecar, sidecar: Sidecar): Sidecar {
  const shared = <Item extends JsonObject>(theirs: readonly Item[], items: readonly Item[]): readonly Item[] => {
    const known = new Map(theirs.map((item) => [keyOf(item), item]));
    return items.map((item) => {
      const their = known.get(keyOf(item));
      return their && isSameJson(item, their) ? their : item;
    });
  };
  return {
    ...sidecar,
    annotations: shared(other.annotations, sidecar.annotations),
    ...(sidecar.relations ? { relations: shared(other.relations ?? [], sidecar.relations) } : {}),
    ...(sidecar.rejected ? { rejected: shared(other.rejected ?? [], sidecar.rejected) } : {}),
    corrections: shared(other.corrections, sidecar.corrections),
  };
}

/** What tells a record from others: its id, or all of it where another program has written it without one. */
function keyOf(record: JsonObject): string {
  return typeof record['id'] === 'string' ? record['id'] : JSON.stringify(record);
}
