import { firstIndex } from '../../../core/search';
import { textOf, type Span } from '../../../core/span';
import type { IssueDocument } from '../../../issue/model';
import { conflictsOf } from '../../../source/sidecar/conflicts';
import type { AnnotatedText } from '../../../annotations/annotatedText';
import { isPlaced } from '../../../annotations/model';
import type { PlacedAnnotation } from '../../../annotations/stored';
import type { Suggestion } from '../../../annotations/suggestions';
import type { Annotation } from '../../../source/sidecar/schema';
import type { AnnotationItem, AnnotationRelation, ConflictItem, SuggestionItem } from '../../annotationProtocol';
import { rangeOf } from '../../ranges';
import { articleName } from '../../../features/documentSymbols';
import { reasonsOf } from '../../../features/hover/evidence';

/** Annotations as the client shows them. */
export function annotationItems(
  annotated: AnnotatedText,
  document: IssueDocument,
  placed: readonly PlacedAnnotation[],
): AnnotationItem[] {
  const relationsOf = relationLookup(annotated);
  const headlineAt = headlineLookup(document);
  return placed.map(({ annotation, anchor }) => {
    const { id, label, layer, attributes = {}, entity, comments = [], resolved = false, former, target } = annotation;
    const { by, created, modified, modifiedBy } = annotation;
    const article = headlineAt(anchor);
    return {
      id,
      label,
      range: rangeOf(document.lines, anchor),
      state: anchor.state,
      words: isPlaced(anchor) ? textOf(document.text, anchor) : target.exact,
      ...given({ formerWords: former?.exact ?? (anchor.state === 'changed' ? target.exact : undefined) }),
      ...given({ layer, entity, by, created, modified, modifiedBy, article }),
      attributes,
      comments,
      resolved,
      conflicts: conflictItems(annotation),
      relations: relationsOf(id),
    };
  });
}

/** The conflicts of an annotation with their values in words. */
export function conflictItems(annotation: Annotation): ConflictItem[] {
  return conflictsOf(annotation).map(({ at, field, kept, other, by, time }) => ({
    at,
    field,
    kept: inWords(kept),
    other: inWords(other),
    ...given({ by, time }),
  }));
}

/** A value of a field as a person would read it: words of targets, texts of comments, names and values of attributes. */
export function inWords(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(inWords).join(' / ');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if ('exact' in value) return inWords(value.exact);
  if ('text' in value) return inWords(value.text);
  return Object.entries(value)
    .map(([name, one]) => `${name}: ${inWords(one)}`)
    .join(', ');
}

/** Suggestions as the client shows them. */
export function suggestionItems(document: IssueDocument, suggestions: readonly Suggestion[]): SuggestionItem[] {
  const headlineAt = headlineLookup(document);
  return suggestions.map(({ label, span, name, entity, confidence, evidence }) => ({
    label,
    range: rangeOf(document.lines, span),
    words: textOf(document.text, span),
    name,
    ...given({ entity, article: headlineAt(span) }),
    confidence,
    source: reasonsOf(evidence),
  }));
}

/** The fields that have a value. */
export function given<Fields extends Readonly<Record<string, string | undefined>>>(
  fields: Fields,
): { readonly [Name in keyof Fields]?: string } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    readonly [Name in keyof Fields]?: string;
  };
}

function relationLookup(annotated: AnnotatedText): (id: string) => readonly AnnotationRelation[] {
  const known = new Map(annotated.annotations().map(({ annotation }) => [annotation.id, annotation]));
  const relations = new Map<string, AnnotationRelation[]>();
  const add = (id: string, type: string, [here, there]: readonly [string, string], isFrom: boolean): void => {
    const other = known.get(there);
    if (!other) return;
    const relation = { id, type, isFrom, other: { id: there, words: other.target.exact, label: other.label } };
    const list = relations.get(here);
    if (list) list.push(relation);
    else relations.set(here, [relation]);
  };
  for (const { id, type, from, to } of annotated.relations()) {
    add(id, type, [from, to], true);
    add(id, type, [to, from], false);
  }
  return (id) => relations.get(id) ?? [];
}

/** Finds the headline of the article in which a span begins. */
function headlineLookup({ articles, text }: IssueDocument): (span: Span) => string | undefined {
  const sorted = articles.toSorted((one, other) => one.span.start - other.span.start);
  return ({ start }) => {
    const article = sorted[firstIndex(sorted.length, (at) => (sorted[at]?.span.start ?? 0) > start) - 1];
    return article && start <= article.span.end ? articleName(text, article) : undefined;
  };
}
