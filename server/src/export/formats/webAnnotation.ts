import { layoutOf, printLayout } from '../../annotations/anchor/layout';
import { attributeText } from '../../annotations/interchange/attributes';
import { urnOf } from '../../annotations/interchange/urns';
import { targetOf } from '../../annotations/model';
import type { PlacedAnnotation } from '../../annotations/stored';
import { visibleJson } from '../../core/visible';
import type { Annotation, Relation, Target } from '../../source/sidecar/schema';
import { placedAnnotations, relationsAmong } from '../annotations/placed';
import type { ExportFormat } from '../format';
import { offsetsOf, type Offsets } from '../offsets';

/**
 * W3C Web Annotation: a page of annotations, each with its words, what surrounds them and their position. Positions count code
 * points of the file; the recommendation leaves open what they count, so readers should let the quote decide. A relation is an
 * annotation of an annotation that links to another. Terms of our own, which other programs may ignore, are the layer, whether a
 * note is settled, offsets in UTF-16, and a hash of each line, by which the words are found again in a text that has changed.
 */
export const webAnnotation: ExportFormat = {
  id: 'web-annotation',
  title: 'W3C Web Annotation: the annotations as JSON-LD',
  extension: '.annotations.jsonld',
  mimeType: 'application/ld+json',
  needs: ['annotations', 'text'],
  workspaceTarget: 'folder',
  signature: /^\{\s*"@context": \[?\s*"http:\/\/www\.w3\.org\/ns\/anno\.jsonld"/,
  holds: [
    'overlaps',
    'lineEnds',
    'edges',
    'layer',
    'attributes',
    'entity',
    'comments',
    'commentAuthors',
    'resolved',
    'relations',
    'relationAuthors',
    'authors',
  ],
  *files(analysis, options) {
    const { text } = analysis.document;
    const offsets = offsetsOf(text, 'codepoint');
    const placed = placedAnnotations(analysis, options.article);
    const page = {
      '@context': ['http://www.w3.org/ns/anno.jsonld', { galley: 'urn:galley:' }],
      id: `urn:galley:annotations:sha256:${options.sha256}`,
      type: 'AnnotationPage',
      generator: { type: 'Software', name: `galley ${options.version}` },
      'galley:text': { lines: printLayout(layoutOf(text)) },
      items: [
        ...placed.map((one) => annotationItem(one, text, offsets, analysis.source.path)),
        ...relationsAmong(analysis, placed).map(relationItem),
      ],
    };
    yield { name: `${options.name}.annotations.jsonld`, chunks: [`${visibleJson(page, 2)}\n`] };
  },
};

function annotationItem(
  { annotation, anchor }: PlacedAnnotation,
  text: string,
  offsets: Offsets,
  source: string,
): object {
  const { start, end } = anchor;
  return {
    id: urnOf('annotation', annotation.id),
    type: 'Annotation',
    motivation: 'classifying',
    ...provenance(annotation),
    ...(annotation.layer === undefined ? {} : { 'galley:layer': annotation.layer }),
    ...(annotation.resolved === undefined ? {} : { 'galley:resolved': annotation.resolved }),
    body: bodiesOf(annotation),
    target: {
      source,
      selector: [
        { type: 'TextQuoteSelector', ...quoteOf(targetOf(text, anchor)) },
        { type: 'TextPositionSelector', ...offsets.range(anchor), 'galley:utf16': { start, end } },
      ],
    },
  };
}

function relationItem({ id, type, from, to, by, created }: Relation): object {
  return {
    id: urnOf('relation', id),
    type: 'Annotation',
    motivation: 'linking',
    ...provenance({ by, created }),
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: type },
      { type: 'SpecificResource', purpose: 'linking', source: urnOf('annotation', to) },
    ],
    target: urnOf('annotation', from),
  };
}

/** The label as a tag, each attribute as a description, the entry of the dictionary, and the comments. */
function bodiesOf({ label, attributes = {}, entity, comments = [] }: Annotation): readonly object[] {
  return [
    { type: 'TextualBody', purpose: 'tagging', value: label },
    ...Object.entries(attributes).map(([name, value]) => ({
      type: 'TextualBody',
      purpose: 'describing',
      value: attributeText(name, value),
    })),
    ...(entity === undefined
      ? []
      : [{ type: 'SpecificResource', purpose: 'identifying', source: urnOf('entry', entity) }]),
    ...comments.map(({ text, by, at }) => ({
      type: 'TextualBody',
      purpose: 'commenting',
      value: text,
      ...provenance({ by, created: at }),
    })),
  ];
}

/** Who has made something, and when. */
interface Provenance {
  readonly by?: string | undefined;
  readonly created?: string | undefined;
  readonly modified?: string | undefined;
}

function provenance({ by, created, modified }: Provenance): object {
  return {
    ...(by === undefined ? {} : { creator: { type: 'Person', name: by } }),
    ...(created === undefined ? {} : { created }),
    ...(modified === undefined ? {} : { modified }),
  };
}

function quoteOf({ exact, prefix, suffix }: Target): object {
  return { exact, prefix, suffix };
}
