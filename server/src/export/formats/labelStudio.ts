import type { Span } from '../../core/span';
import { visibleJson } from '../../core/visible';
import type { Mention } from '../../entities/model';
import { portableText, type PortableText } from '../annotations/portableText';
import { placedAnnotations } from '../annotations/placed';
import type { ExportFormat } from '../format';

/**
 * A task of Label Studio for each issue, with a `Labels` control named `label` on a `Text` named `text`: annotations of people
 * as annotations, names that Galley has found as predictions to accept or reject. Offsets are code points.
 */
export const labelStudio: ExportFormat = {
  id: 'label-studio',
  title: 'Label Studio JSON: the annotations, and names as predictions',
  extension: '.label-studio.json',
  mimeType: 'application/json',
  needs: ['annotations', 'mentions', 'text'],
  workspaceTarget: 'folder',
  signature: /^\[\{"data":/,
  *files(analysis, options) {
    const portable = portableText(analysis.document.text);
    const annotated = placedAnnotations(analysis, options.article).map(({ annotation, anchor }) =>
      region(portable, annotation.id, annotation.label, anchor),
    );
    const found = analysis.mentions.filter(({ confidence }) => confidence === 'high');
    const predicted = found.map((mention, at) => predictionOf(portable, mention, at));
    const task = {
      data: { text: portable.text, issue: options.name },
      annotations: annotated.length > 0 ? [{ result: annotated }] : [],
      predictions: [{ model_version: `galley ${options.version}`, result: predicted }],
    };
    yield { name: `${options.name}.label-studio.json`, chunks: [`${visibleJson([task])}\n`] };
  },
};

function predictionOf(portable: PortableText, { type, span }: Mention, at: number): object {
  return region(portable, `found-${String(at + 1)}`, type, span);
}

function region({ at, words }: PortableText, id: string, label: string, span: Span): object {
  const value = { start: at(span.start), end: at(span.end), text: words(span), labels: [label] };
  return { id, from_name: 'label', to_name: 'text', type: 'labels', value };
}
