import { attributeText } from '../../../annotations/interchange/attributes';
import type { AnchorState } from '../../../annotations/model';
import { articleFinder } from '../../../issue/articleAt';
import type { Annotation } from '../../../source/sidecar/schema';
import { placedAnnotations, unplacedAnnotations } from '../../annotations/placed';
import { offsetsOf } from '../../offsets';
import type { Range } from '../../schema';
import { csvFormat } from './table';

interface Row extends Annotation {
  readonly article: string | undefined;
  readonly state: AnchorState;
  readonly text: string;
  readonly range?: Range;
}

/** A row for each annotation; one whose words are not in the text any more, or in several places, has no offsets. */
export const csvAnnotations = csvFormat<Row>({
  name: 'annotations',
  title: 'CSV: annotations',
  needs: ['annotations', 'text'],
  fields: {
    annotations: 'label, attributes, comments',
  },
  columns: {
    article: ({ article }) => article,
    annotation: ({ id }) => id,
    label: ({ label }) => label,
    layer: ({ layer }) => layer,
    text: ({ text }) => text,
    state: ({ state }) => state,
    attributes: ({ attributes = {} }) =>
      Object.entries(attributes)
        .map(([name, value]) => attributeText(name, value))
        .join('\n'),
    entry: ({ entity }) => entity,
    comments: ({ comments = [] }) => comments.map(({ text, by }) => (by ? `${by}：${text}` : text)).join('\n'),
    resolved: ({ resolved }) => resolved,
    by: ({ by }) => by,
    created: ({ created }) => created,
    modified: ({ modified }) => modified,
  },
  range: ({ range }) => range,
  *rows(analysis, options) {
    const { text, articles } = analysis.document;
    const offsets = offsetsOf(text, options.offsetUnit);
    const articleAt = articleFinder(articles);
    for (const { annotation, anchor } of placedAnnotations(analysis, options.article)) {
      const article = articleAt(anchor.start)?.id;
      const words = text.slice(anchor.start, anchor.end);
      yield { ...annotation, article, state: anchor.state, text: words, range: offsets.range(anchor) };
    }
    if (options.article !== undefined) return;
    for (const { annotation, anchor } of unplacedAnnotations(analysis))
      yield { ...annotation, article: undefined, state: anchor.state, text: annotation.target.exact };
  },
});
