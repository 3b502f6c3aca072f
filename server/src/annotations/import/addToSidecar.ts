import { hashOf } from '../../core/hash';
import { omit } from '../../core/omit';
import type { Span } from '../../core/span';
import { resultOfSteps } from '../../core/steps';
import type { Annotation, Relation, Sidecar } from '../../source/sidecar/schema';
import { annotatedTextInSteps, type AnnotatedText, type RecordChange } from '../annotatedText';
import { isPlaced } from '../model';
import { withAnnotated } from '../save';
import type { ImportedRelation } from './model';
import type { PlacedImport } from './place';

/** What is to be added to the annotations of an issue. */
export interface Addition {
  readonly placed: readonly PlacedImport[];
  readonly relations: readonly ImportedRelation[];
  /** The layer of all of them; their own if it is absent. */
  readonly layer?: string | undefined;
}

/** The raw text of an issue with its digest, in lower-case hexadecimal, of its UTF-8. */
export interface DigestedText {
  readonly text: string;
  readonly sha256: string;
}

/** A sidecar after an import; the same sidecar if it had everything. */
export interface AddedToSidecar {
  readonly sidecar: Sidecar;
  /** How many annotations are new. */
  readonly added: number;
}

/**
 * Adds imported annotations and their relations to the sidecar of an issue. What has the same span, label and layer as an
 * annotation that is there already, and a relation between the same two, are not added. New ids follow from what is added, so
 * that two people who import one file have the same ones.
 */
export function addToSidecar(sidecar: Sidecar, issue: DigestedText, addition: Addition): AddedToSidecar {
  const annotated = resultOfSteps(annotatedTextInSteps(sidecar, issue.text));
  const ids = new Map<string, string>();
  const annotations = annotationRecords(annotated, addition, ids);
  const relations = relationRecords(annotated, addition.relations, ids);
  if (annotations.length + relations.length === 0) return { sidecar, added: 0 };
  annotated.apply([...annotations, ...relations]);
  return { sidecar: withAnnotated(sidecar, annotated, issue.sha256), added: annotations.length };
}

/** Also notes the id that each annotation of the file has in the sidecar. */
function annotationRecords(
  annotated: AnnotatedText,
  { placed, layer: given }: Addition,
  ids: Map<string, string>,
): readonly RecordChange[] {
  const keyOf = (label: string, layer = '', { start, end }: Span): string => JSON.stringify([label, layer, start, end]);
  const known = new Map<string, string>();
  const taken = new Set<string>();
  for (const { annotation, anchor } of annotated.annotations()) {
    taken.add(annotation.id);
    if (isPlaced(anchor)) known.set(keyOf(annotation.label, annotation.layer, anchor), annotation.id);
  }
  return placed.flatMap(({ imported, anchor, words }): RecordChange[] => {
    const { id: idInFile, layer: own, ...about } = omit(imported, 'place');
    const layer = given ?? own;
    const key = keyOf(imported.label, layer, anchor);
    const same = known.get(key);
    if (same !== undefined) {
      ids.set(idInFile, same);
      return [];
    }
    const id = freeId(OWN_ID.test(idInFile) ? idInFile : idFrom('a', key, words.prefix, words.exact), taken);
    known.set(key, id);
    ids.set(idInFile, id);
    const target = { start: anchor.start, end: anchor.end, ...words };
    const value: Annotation = { id, ...about, ...(layer === undefined ? {} : { layer }), target };
    const state = anchor.state === 'changed' ? 'changed' : 'anchored';
    return [{ kind: 'annotation', id, value, anchor: { ...anchor, state } }];
  });
}

function relationRecords(
  annotated: AnnotatedText,
  relations: readonly ImportedRelation[],
  ids: ReadonlyMap<string, string>,
): readonly RecordChange[] {
  const keyOf = ({ type, from, to }: Pick<Relation, 'type' | 'from' | 'to'>): string =>
    JSON.stringify([type, from, to]);
  const known = new Set(annotated.relations().map(keyOf));
  const taken = new Set(annotated.relations().map(({ id }) => id));
  return relations.flatMap(({ from: first, to: second, ...about }): RecordChange[] => {
    const [from, to] = [ids.get(first), ids.get(second)];
    if (from === undefined || to === undefined) return [];
    const key = keyOf({ type: about.type, from, to });
    if (known.has(key)) return [];
    known.add(key);
    const id = freeId(idFrom('r', key), taken);
    return [{ kind: 'relation', id, value: { id, ...about, from, to } }];
  });
}

/** An id as Galley makes them, so that an annotation that comes back has the id that it had. */
const OWN_ID = /^a_[a-z2-7]{10}$/;

function idFrom(letter: string, ...parts: readonly string[]): string {
  return `${letter}_${hashOf(JSON.stringify(parts)).slice(0, 10)}`;
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${String(number)}`;
  taken.add(id);
  return id;
}
