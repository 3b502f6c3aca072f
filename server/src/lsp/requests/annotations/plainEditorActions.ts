import { t } from '@vscode/l10n';
import type { CodeAction } from 'vscode-languageserver';
import type { AnnotatedText } from '../../../annotations/annotatedText';
import { annotationsAt } from '../../../annotations/change';
import { labelTitle, titleIn } from '../../../annotations/labels/labels';
import type { LabelSet } from '../../../annotations/labels/schema';
import { isPlaced } from '../../../annotations/model';
import type { PlacedAnnotation } from '../../../annotations/stored';
import { overlaps, textOf, type Span } from '../../../core/span';
import { visible } from '../../../core/visible';
import type { ClientChange } from '../../annotationProtocol';
import { rangeOf } from '../../ranges';
import type { OpenIssue } from '../../session/openIssues';
import { changeAction, shortened } from './annotationActions';

/** The most layers to which an annotation can be moved by an action. */
const MOST_LAYERS = 5;

/**
 * For editors without Galley's own commands: one action for each label that the selection can get, for each label, attribute value and
 * layer of the annotation that it is in, for the annotations that can be put on it, and for undo and redo.
 */
export function plainEditorActions(
  { uri, analysis: { document } }: OpenIssue,
  annotated: AnnotatedText,
  here: Span,
  labels: LabelSet,
): CodeAction[] {
  const { text, lines } = document;
  const selected = shortened(textOf(text, here));
  const action = (title: string, change: ClientChange): CodeAction => changeAction(uri, title, change);
  const isSelection = here.start < here.end;
  const [current] = annotationsAt(annotated, here);
  return [
    ...(isSelection ? additions() : []),
    ...(current ? [...relabellings(current), ...attributeValues(current)] : []),
    ...(isSelection ? newPlaces() : []),
    ...annotationsAt(annotated, here).flatMap(layersOf),
    ...(annotated.canUndo() ? [action(t('Undo the last change of annotations'), { kind: 'undo' })] : []),
    ...(annotated.canRedo() ? [action(t('Redo the change of annotations'), { kind: 'redo' })] : []),
  ];

  function wordsOf({ anchor }: PlacedAnnotation): string {
    return shortened(textOf(text, anchor));
  }

  function titleOf({ annotation: { label } }: PlacedAnnotation): string {
    return visible(labelTitle(labels, label));
  }

  function additions(): CodeAction[] {
    const ranges = [rangeOf(lines, here)];
    return labels.labels.map(({ id, title }) =>
      action(t('Annotate “{0}” as {1}', selected, visible(titleIn(title, id))), { kind: 'add', label: id, ranges }),
    );
  }

  function relabellings(placed: PlacedAnnotation): CodeAction[] {
    const { id, label } = placed.annotation;
    return labels.labels
      .filter((one) => one.id !== label)
      .map((one) =>
        action(
          t('Change “{0}” from {1} to {2}', wordsOf(placed), titleOf(placed), visible(titleIn(one.title, one.id))),
          {
            kind: 'relabel',
            ids: [id],
            label: one.id,
          },
        ),
      );
  }

  /** An action cannot ask for a text: only values that the labels list can be set. */
  function attributeValues(placed: PlacedAnnotation): CodeAction[] {
    const { id, label, attributes: given = {} } = placed.annotation;
    const { attributes = [] } = labels.labels.find((one) => one.id === label) ?? {};
    return attributes.flatMap(({ id: name, title, values = [] }) =>
      values
        .filter((value) => value !== given[name])
        .map((value) =>
          action(t('{0} of “{1}”: {2}', visible(titleIn(title, name)), wordsOf(placed), shortened(value)), {
            kind: 'setAttribute',
            ids: [id],
            name,
            value,
          }),
        ),
    );
  }

  /** An annotation gets longer or shorter if some of its words are selected, or more than them. */
  function newPlaces(): CodeAction[] {
    return annotated
      .annotations()
      .filter(({ anchor }) => isPlaced(anchor) && overlaps(anchor, here))
      .filter(({ anchor }) => anchor.start !== here.start || anchor.end !== here.end)
      .map((placed) =>
        action(t('Move the annotation {0}: “{1}” to “{2}”', titleOf(placed), wordsOf(placed), selected), {
          kind: 'move',
          id: placed.annotation.id,
          range: rangeOf(lines, here),
        }),
      );
  }

  function layersOf(placed: PlacedAnnotation): CodeAction[] {
    const { id, layer = '' } = placed.annotation;
    const layers = new Set(annotated.annotations().map(({ annotation }) => annotation.layer ?? ''));
    return [...layers]
      .filter((one) => one !== layer)
      .sort()
      .slice(0, MOST_LAYERS)
      .map((one) => {
        const name = one === '' ? t('Common layer') : shortened(one);
        const title = t('Move “{0}” to the layer {1}', wordsOf(placed), name);
        return action(title, { kind: 'setLayer', ids: [id], layer: one });
      });
  }
}
