import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutOf, printLayout } from '../../../server/src/annotations/anchor/layout';
import { formatOf } from '../../../server/src/annotations/import/index';
import type { ImportedAnnotation } from '../../../server/src/annotations/import/model';
import { placeInIssue } from '../../../server/src/annotations/import/place';
import { targetOf } from '../../../server/src/annotations/model';
import { compareSpans, type Span } from '../../../server/src/core/span';
import { resultOfSteps } from '../../../server/src/core/steps';
import { isWithinPair } from '../../../server/src/core/wholeCharacters';
import { ANNOTATION_FEATURES, type AnnotationFeature } from '../../../server/src/export/annotations/features';
import type { ExportFormat } from '../../../server/src/export/format';
import { EXPORT_FORMATS } from '../../../server/src/export/formats/index';
import { EMPTY_SIDECAR } from '../../../server/src/source/sidecar/model';
import type { Annotation, Relation, Sidecar } from '../../../server/src/source/sidecar/schema';
import { analysisOf, written, writtenBeside } from '../../support/exported';
import { RUNS } from '../../support/runs';

const FORMATS = EXPORT_FORMATS.filter(({ holds }) => holds);

/** Annotated text as a person sees it: each annotation with its span, and relations between their spans. */
interface Seen {
  readonly annotations: readonly object[];
  readonly relations: readonly object[];
}

/** The sidecar of an annotated text. */
function annotatedSidecar(text: string, annotations: readonly Annotation[], relations: readonly Relation[]): Sidecar {
  return { ...EMPTY_SIDECAR, text: { sha256: '', lines: printLayout(layoutOf(text)) }, annotations, relations };
}

/** What comes back of annotations that a format has written. */
function roundTrip(
  format: ExportFormat,
  text: string,
  annotations: readonly Annotation[],
  relations: readonly Relation[],
) {
  const analysis = analysisOf(text, { sidecar: annotatedSidecar(text, annotations, relations) });
  const beside = writtenBeside(format, analysis);
  const file = {
    name: `issue${format.extension}`,
    text: written(format, analysis),
    ...(beside === undefined ? {} : { beside }),
  };
  expect(formatOf(file)?.id).toBe(format.id);
  const documents = formatOf(file)?.read(file) ?? [];
  expect(documents.flatMap(({ problems }) => problems)).toEqual([]);
  const read = documents.map((document) => ({ document, ...resultOfSteps(placeInIssue(document, text)) }));
  expect(read.flatMap(({ unplaced }) => unplaced)).toEqual([]);
  return {
    documents,
    placed: read.flatMap(({ placed }) => placed),
    relations: documents.flatMap((one) => one.relations),
  };
}

/** What a person sees of imported annotations in a text. */
function seenAfter(
  format: ExportFormat,
  text: string,
  ...given: readonly [readonly Annotation[], readonly Relation[]]
): Seen {
  const { placed, relations } = roundTrip(format, text, ...given);
  const spans = new Map(placed.map(({ imported, anchor }) => [imported.id, anchor]));
  return {
    annotations: placed.map(({ imported, anchor }) =>
      seenOne(text, imported, shownSpan(format, text, anchor), ANNOTATION_FEATURES),
    ),
    relations: relations.map(({ from, to, ...rest }) => ({
      ...rest,
      from: placeOf(text, shownSpan(format, text, spans.get(from))),
      to: placeOf(text, shownSpan(format, text, spans.get(to))),
    })),
  };
}

/** What a person should see of annotations after a format that holds some features. */
function expected(
  format: ExportFormat,
  text: string,
  annotations: readonly Annotation[],
  relations: readonly Relation[],
): Seen {
  const { holds = [] } = format;
  const has = (feature: AnnotationFeature): boolean => holds.includes(feature);
  const inOrder = annotations.toSorted((one, other) => compareSpans(one.target, other.target));
  const kept = has('overlaps') ? inOrder : withoutOverlaps(inOrder);
  const spanOf = ({ target }: Annotation): Span => shownSpan(format, text, target);
  const spans = new Map(kept.map((one) => [one.id, spanOf(one)]));
  return {
    annotations: kept.map((one) => seenOne(text, one, spanOf(one), holds)),
    relations: !has('relations')
      ? []
      : relations.map(({ type, from, to, by, created }) => ({
          type,
          from: placeOf(text, spans.get(from)),
          to: placeOf(text, spans.get(to)),
          ...(has('relationAuthors')
            ? { ...(by === undefined ? {} : { by }), ...(created === undefined ? {} : { created }) }
            : {}),
        })),
  };
}

function seenOne(
  text: string,
  one: Omit<ImportedAnnotation, 'id' | 'place'>,
  span: Span,
  holds: readonly AnnotationFeature[],
): object {
  const { label, layer, attributes, entity, comments, resolved, by, created, modified } = one;
  const only = (feature: AnnotationFeature, fields: object): object => (holds.includes(feature) ? fields : {});
  const given = {
    ...only('layer', { layer }),
    ...only('attributes', { attributes }),
    ...only('entity', { entity }),
    ...only('comments', {
      comments: comments?.map((comment) => (holds.includes('commentAuthors') ? comment : { text: comment.text })),
    }),
    ...only('resolved', { resolved }),
    ...only('authors', { by, created, modified }),
  };
  const defined = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { label, ...placeOf(text, span), ...defined };
}

/** The span as far as the format holds it. */
function shownSpan({ holds }: ExportFormat, text: string, span: Span): Span;
function shownSpan({ holds }: ExportFormat, text: string, span: Span | undefined): Span | undefined;
function shownSpan({ holds }: ExportFormat, text: string, span: Span | undefined): Span | undefined {
  if (!span || holds?.includes('edges')) return span;
  const words = text.slice(span.start, span.end);
  const blank = /^[\s\p{Cc}\uFEFF]*/u.exec(words)?.[0].length ?? 0;
  return { start: span.start + blank, end: span.start + words.replace(/[\s\p{Cc}\uFEFF]+$/u, '').length };
}

function placeOf(text: string, span: Span | undefined): object {
  return { start: span?.start, end: span?.end, words: span && text.slice(span.start, span.end) };
}

/** Those that are within no other and overlap none before them. */
function withoutOverlaps(inOrder: readonly Annotation[]): readonly Annotation[] {
  let end = 0;
  return inOrder.filter(({ target }) => {
    if (target.start < end) return false;
    end = target.end;
    return true;
  });
}

/** In a fixed order. */
function sorted({ annotations, relations }: Seen): Seen {
  const inOrder = (items: readonly object[]): readonly object[] => {
    const key = (item: object): string =>
      JSON.stringify(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)));
    return items.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
  };
  return { annotations: inOrder(annotations), relations: inOrder(relations) };
}

const someWords = fc.string({
  unit: fc.constantFrom('云', '川', '𠮷', 'a', ' ', '=', '%', '|', ',', ':', '_', '\\', '"', '_u4e_', '\u0301', '😀'),
  minLength: 1,
  maxLength: 6,
});
const someLines = fc.array(someWords, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const someId = fc.string({
  unit: fc.constantFrom('人', '物', 'p', '-', '_', '_u4e_', '𠮷', '.', '='),
  minLength: 1,
  maxLength: 5,
});
const someText = fc
  .tuple(
    fc.constantFrom('', '\uFEFF'),
    fc.string({
      unit: fc.constantFrom(
        '云',
        '川',
        '市',
        '𠮷',
        '😀',
        '。',
        '，',
        ' ',
        '　',
        '\n',
        '\r\n',
        '\r',
        'a',
        '\u0301',
        '\u2028',
        '\u001b',
        '\t',
      ),
      minLength: 1,
      maxLength: 60,
    }),
  )
  .map(([mark, text]) => mark + text.replace(/\r(?=\n)|\r$/g, '\r'));

/** A text with annotations, no two of which have the same span, label and layer, and relations between them. */
const someAnnotated = someText.chain((text) =>
  fc
    .record({
      annotations: fc.array(
        fc.record(
          {
            one: fc.nat(text.length),
            other: fc.nat(text.length),
            label: someId,
            layer: someWords,
            attributes: fc
              .dictionary(someId, someWords, { maxKeys: 2, noNullPrototype: true })
              .filter((one) => Object.keys(one).length > 0),
            entity: someWords,
            comments: fc.array(
              fc.record(
                { text: someLines, by: someWords, at: fc.constant('2021-07-22T01:02:03.000Z') },
                { requiredKeys: ['text'] },
              ),
              { minLength: 1, maxLength: 2 },
            ),
            resolved: fc.boolean(),
            by: someWords,
            created: fc.constant('2021-07-22T00:00:00.000Z'),
            modified: fc.constant('2021-07-23T00:00:00.000Z'),
          },
          { requiredKeys: ['one', 'other', 'label'] },
        ),
        { maxLength: 6 },
      ),
      relations: fc.array(
        fc.record(
          { type: someId, from: fc.nat(5), to: fc.nat(5), by: someWords },
          { requiredKeys: ['type', 'from', 'to'] },
        ),
        {
          maxLength: 3,
        },
      ),
    })
    .map(({ annotations, relations }) => {
      const seen = new Set<string>();
      const made = annotations.flatMap(({ one, other, ...rest }, at): Annotation[] => {
        const span = { start: boundary(text, Math.min(one, other)), end: boundary(text, Math.max(one, other)) };
        const key = JSON.stringify([span, rest.label, rest.layer]);
        if (/^[\s\p{Cc}\uFEFF]*$/u.test(text.slice(span.start, span.end)) || seen.has(key)) return [];
        seen.add(key);
        return [{ id: `a_${String(at)}`, ...rest, target: targetOf(text, span) }];
      });
      const ids = new Set(made.map(({ id }) => id));
      const related = relations
        .map((one, at): Relation => ({
          ...one,
          id: `r_${String(at)}`,
          from: `a_${String(one.from)}`,
          to: `a_${String(one.to)}`,
        }))
        .filter(({ from, to }) => ids.has(from) && ids.has(to));
      return { text, annotations: made, relations: related };
    }),
);

/** The nearest place before an offset that cuts no character, line end or byte order mark. */
function boundary(text: string, offset: number): number {
  const isCut = isWithinPair(text, offset) || text.slice(offset - 1, offset + 1) === '\r\n';
  return Math.max(isCut ? offset - 1 : offset, text.startsWith('\uFEFF') ? 1 : 0);
}

describe.each(FORMATS)('$id', (format) => {
  test('returns everything that it stores, for any text', () => {
    fc.assert(
      fc.property(someAnnotated, ({ text, annotations, relations }) => {
        const seen = seenAfter(format, text, annotations, relations);
        expect(sorted(seen)).toEqual(sorted(expected(format, text, annotations, relations)));
      }),
      { numRuns: RUNS },
    );
  });

  test('has the text, or has not, as it declares', () => {
    const { documents } = roundTrip(format, '\uFEFF云川\r\n日 报𠮷', [], []);
    const texts = documents.map(({ source }) => (source.kind === 'text' ? source.text : undefined));
    expect(texts[0] === '云川\n日 报𠮷').toBe(format.holds?.includes('text'));
  });
});
