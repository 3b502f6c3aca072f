import { visibleJson } from '../../core/visible';
import { portableText } from '../../annotations/interchange/portableText';
import { placedAnnotations, relationsAmong } from '../annotations/placed';
import type { ExportFormat } from '../format';

/**
 * Sequence labelling of doccano, one issue a line: the text, and each annotation as [start, end, label] in code points. An issue
 * with relations is written for projects that have relations, with an object for each annotation.
 */
export const doccano: ExportFormat = {
  id: 'doccano',
  title: 'doccano JSONL: the annotations',
  extension: '.doccano.jsonl',
  mimeType: 'application/jsonl',
  needs: ['annotations', 'text'],
  workspaceTarget: 'file',
  signature: /^(?:$|\{"text":)/,
  holds: ['text', 'overlaps', 'lineEnds', 'edges', 'relations'],
  *files(analysis, options) {
    const { text, at } = portableText(analysis.document.text);
    const placed = placedAnnotations(analysis, options.article);
    const relations = relationsAmong(analysis, placed);
    const numbers = new Map(placed.map(({ annotation }, index) => [annotation.id, index + 1]));
    const entities = placed.map(({ annotation, anchor }, index) => ({
      id: index + 1,
      label: annotation.label,
      start_offset: at(anchor.start),
      end_offset: at(anchor.end),
    }));
    const annotated =
      relations.length === 0
        ? { label: entities.map(({ start_offset, end_offset, label }) => [start_offset, end_offset, label]) }
        : {
            entities,
            relations: relations.map(({ type, from, to }, index) => ({
              id: index + 1,
              from_id: numbers.get(from),
              to_id: numbers.get(to),
              type,
            })),
          };
    const line = { text, ...annotated, meta: { issue: options.name, sha256: options.sha256 } };
    yield { name: `${options.name}.doccano.jsonl`, chunks: [`${visibleJson(line)}\n`] };
  },
};
