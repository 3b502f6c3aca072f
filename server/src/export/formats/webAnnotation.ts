import { targetOf } from '../../annotations/model';
import { visibleJson } from '../../core/visible';
import type { Annotation, Target } from '../../source/sidecar/schema';
import { placedAnnotations } from '../annotations/placed';
import type { ExportFormat } from '../format';
import { offsetsOf } from '../offsets';

/**
 * W3C Web Annotation: a page of annotations, each with its words, what surrounds them and their position. Positions count code
 * points of the file; the recommendation leaves open what they count, so readers should let the quote decide.
 */
export const webAnnotation: ExportFormat = {
  id: 'web-annotation',
  title: 'W3C Web Annotation: the annotations as JSON-LD',
  extension: '.annotations.jsonld',
  mimeType: 'application/ld+json',
  needs: ['annotations', 'text'],
  workspaceTarget: 'folder',
  signature: /^\{\s*"@context": "http:\/\/www\.w3\.org\/ns\/anno\.jsonld"/,
  *files(analysis, options) {
    const { text } = analysis.document;
    const offsets = offsetsOf(text, 'codepoint');
    const items = placedAnnotations(analysis, options.article).map(({ annotation, anchor }) => ({
      id: urnOf('annotation', annotation.id),
      type: 'Annotation',
      motivation: 'classifying',
      ...provenance(annotation),
      body: bodiesOf(annotation),
      target: {
        source: analysis.source.path,
        selector: [
          { type: 'TextQuoteSelector', ...quoteOf(targetOf(text, anchor)) },
          { type: 'TextPositionSelector', ...offsets.range(anchor) },
        ],
      },
    }));
    const page = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `urn:galley:annotations:sha256:${options.sha256}`,
      type: 'AnnotationPage',
      generator: { type: 'Software', name: `galley ${options.version}` },
      items,
    };
    yield { name: `${options.name}.annotations.jsonld`, chunks: [`${visibleJson(page, 2)}\n`] };
  },
};

/** The label as a tag, each attribute as a tag of its own name, and the entry of the dictionary. */
function bodiesOf({ label, attributes = {}, entity }: Annotation): readonly object[] {
  return [
    { type: 'TextualBody', purpose: 'tagging', value: label },
    ...Object.entries(attributes).map(([name, value]) => ({
      type: 'TextualBody',
      purpose: 'describing',
      value: `${name}=${value}`,
    })),
    ...(entity === undefined
      ? []
      : [{ type: 'SpecificResource', purpose: 'identifying', source: urnOf('entry', entity) }]),
  ];
}

function provenance({ by, created, modified }: Annotation): object {
  return {
    ...(by === undefined ? {} : { creator: { type: 'Person', name: by } }),
    ...(created === undefined ? {} : { created }),
    ...(modified === undefined ? {} : { modified }),
  };
}

function quoteOf({ exact, prefix, suffix }: Target): object {
  return { exact, prefix, suffix };
}

/** An id as a URN. Ids of other programs may have any character; a lone surrogate has no UTF-8. */
function urnOf(kind: 'annotation' | 'entry', id: string): string {
  return `urn:galley:${kind}:${encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD'))}`;
}
