import { visibleJson } from '../../core/visible';
import { portableText } from '../annotations/portableText';
import { placedAnnotations } from '../annotations/placed';
import type { ExportFormat } from '../format';

/**
 * Sequence labelling of doccano, one issue a line: the text, and each annotation as [start, end, label] in code points.
 * It has no place for layers, attributes and dates.
 */
export const doccano: ExportFormat = {
  id: 'doccano',
  title: 'doccano JSONL: the annotations',
  extension: '.doccano.jsonl',
  mimeType: 'application/jsonl',
  needs: ['annotations', 'text'],
  workspaceTarget: 'file',
  signature: /^(?:$|\{"text":)/,
  *files(analysis, options) {
    const { text, at } = portableText(analysis.document.text);
    const label = placedAnnotations(analysis, options.article).map(({ annotation, anchor }) => [
      at(anchor.start),
      at(anchor.end),
      annotation.label,
    ]);
    const line = { text, label, meta: { issue: options.name, sha256: options.sha256 } };
    yield { name: `${options.name}.doccano.jsonl`, chunks: [`${visibleJson(line)}\n`] };
  },
};
