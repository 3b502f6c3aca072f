import type { LabelSet } from '../../annotations/labels/schema';
import { CONTROLS } from '../../annotations/interchange/labelStudioControls';
import { portableText, type PortableText } from '../../annotations/interchange/portableText';
import type { PlacedAnnotation } from '../../annotations/stored';
import type { Span } from '../../core/span';
import { visibleJson } from '../../core/visible';
import { labelStudioConfiguration } from '../annotations/labelStudioConfiguration';
import { isChoice } from '../annotations/labelsInUse';
import { placedAnnotations, relationsAmong } from '../annotations/placed';
import type { ExportFormat } from '../format';

/**
 * A task of Label Studio for each issue, with a `Labels` control named `label` on a `Text` named `text`: annotations of people
 * as annotations, names that Galley has found as predictions to accept or reject. Offsets are code points. An attribute is what a
 * control of its name says of a region: choices if the labels define its values, else a text area. Comments are notes of a region. The
 * controls themselves are in the labelling interface that goes along with the tasks of a folder.
 */
export const labelStudio: ExportFormat = {
  id: 'label-studio',
  title: 'Label Studio JSON: the annotations, and names as predictions',
  extension: '.label-studio.json',
  mimeType: 'application/json',
  needs: ['annotations', 'mentions', 'text'],
  workspaceTarget: 'folder',
  signature: /^\[\{"data":/,
  holds: ['text', 'overlaps', 'lineEnds', 'edges', 'attributes', 'entity', 'comments', 'relations'],
  *files(analysis, options) {
    const portable = portableText(analysis.document.text);
    const placed = placedAnnotations(analysis, options.article);
    const annotated = placed.flatMap((one) => regionsOf(portable, one, options.labels));
    const related = relationsAmong(analysis, placed).map(({ type, from, to }) => ({
      type: 'relation',
      from_id: from,
      to_id: to,
      direction: 'right',
      labels: [type],
    }));
    const found = analysis.mentions.filter(({ confidence }) => confidence === 'high');
    const predicted = found.map(({ type, span }, at) => labelled(portable, `found-${String(at + 1)}`, type, span));
    const task = {
      data: { text: portable.text, issue: options.name },
      annotations: annotated.length > 0 ? [{ result: [...annotated, ...related] }] : [],
      predictions: [{ model_version: `galley ${options.version}`, result: predicted }],
    };
    yield { name: `${options.name}.label-studio.json`, chunks: [`${visibleJson([task])}\n`] };
  },
  folderFiles: labelStudioConfiguration,
};

/** The region of an annotation, and what controls say of it. */
function regionsOf(
  portable: PortableText,
  { annotation, anchor }: PlacedAnnotation,
  labels: LabelSet,
): readonly object[] {
  const { id, label, attributes = {}, entity, comments = [] } = annotation;
  const meta = comments.length > 0 ? { meta: { text: comments.map(({ text }) => text) } } : {};
  const place = { start: portable.at(anchor.start), end: portable.at(anchor.end) };
  const text = (name: string, value: string): object => {
    return { id, from_name: name, to_name: CONTROLS.text, type: 'textarea', value: { ...place, text: [value] } };
  };
  const said = Object.entries(attributes).map(([name, value]) =>
    isChoice(labels, name)
      ? {
          id,
          from_name: name,
          to_name: CONTROLS.text,
          type: 'choices',
          value: { ...place, text: portable.words(anchor), choices: [value] },
        }
      : text(name, value),
  );
  return [
    { ...labelled(portable, id, label, anchor), ...meta },
    ...said,
    ...(entity === undefined ? [] : [text(CONTROLS.entity, entity)]),
  ];
}

function labelled({ at, words }: PortableText, id: string, label: string, span: Span): object {
  const value = { start: at(span.start), end: at(span.end), text: words(span), labels: [label] };
  return { id, from_name: CONTROLS.label, to_name: CONTROLS.text, type: 'labels', value };
}
