import { t } from '@vscode/l10n';
import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import type { AnnotatedText } from '../../../annotations/annotatedText';
import { annotationsAt } from '../../../annotations/change';
import { labelTitle } from '../../../annotations/labels/labels';
import type { LabelSet } from '../../../annotations/labels/schema';
import { textOf, type Span } from '../../../core/span';
import { visible } from '../../../core/visible';
import type { Annotation } from '../../../source/sidecar/schema';
import { ANNOTATE_COMMAND, CHANGE_ANNOTATIONS_COMMAND, type ClientChange } from '../../annotationProtocol';
import { rangeOf } from '../../ranges';
import type { OpenIssue } from '../../session/openIssues';
import { suggestionsAt } from './find';
import { conflictItems } from './items';

/** The kind of actions that annotate. */
export const ANNOTATE_KIND = `${CodeActionKind.Refactor}.annotate`;

/** Longer words are cut in the titles of actions. */
const LONGEST_TITLE = 20;

/**
 * What can be done with the annotations and suggestions at a span. A selection can be labelled, if the client has the command that lets
 * the user choose a label.
 */
export function annotationActions(
  issue: OpenIssue,
  annotated: AnnotatedText,
  here: Span,
  labels: LabelSet,
  commands: ReadonlySet<string>,
): CodeAction[] {
  const { uri, analysis } = issue;
  const { text, lines } = analysis.document;
  const wordsOf = (span: Span): string => shortened(textOf(text, span));
  const action = (title: string, change: ClientChange): CodeAction => changeAction(uri, title, change);
  const suggestions = suggestionsAt(issue, annotated, here, labels).flatMap(({ label, span }) => {
    const items = [{ label, range: rangeOf(lines, span) }];
    const [title, words] = [visible(labelTitle(labels, label)), wordsOf(span)];
    return [
      action(t('Accept the suggestion {0}: “{1}”', title, words), { kind: 'accept', items }),
      action(t('Reject the suggestion {0}: “{1}”', title, words), { kind: 'reject', items }),
    ];
  });
  const present = annotationsAt(annotated, here).flatMap(({ annotation, anchor }) => {
    const { id, label } = annotation;
    const [title, words] = [visible(labelTitle(labels, label)), wordsOf(anchor)];
    const remove = action(t('Delete the annotation {0}: “{1}”', title, words), { kind: 'remove', ids: [id] });
    const confirm = action(t('Confirm the annotation {0}: “{1}”', title, words), { kind: 'confirm', ids: [id] });
    return [...(anchor.state === 'changed' ? [confirm] : []), ...resolutions(annotation), remove];
  });
  const lost = annotated
    .annotations()
    .filter(({ anchor }) => anchor.state === 'ambiguous' || anchor.state === 'orphaned')
    .flatMap(({ annotation: { id, label, target } }) => {
      const span = placeAround(text, here, target.exact);
      if (!span) return [];
      const title = t('Attach the annotation {0} here: “{1}”', visible(labelTitle(labels, label)), wordsOf(span));
      return [action(title, { kind: 'move', id, range: rangeOf(lines, span) })];
    })
    .slice(0, MOST_LOST);
  return [...suggestions, ...present, ...lost, ...choice()];

  function choice(): CodeAction[] {
    if (here.start === here.end || !commands.has(ANNOTATE_COMMAND)) return [];
    const title = t('Annotate “{0}”…', wordsOf(here));
    return [{ title, kind: ANNOTATE_KIND, command: { title, command: ANNOTATE_COMMAND } }];
  }

  function resolutions(annotation: Annotation): CodeAction[] {
    const valueOf = (field: string, value: string): string => {
      if (value === '') return field === 'layer' ? t('Common layer') : t('(none)');
      return shortened(field === 'label' ? labelTitle(labels, value) : value);
    };
    return conflictItems(annotation).flatMap(({ at, field, kept, other, by }) => {
      const change = (take: 'kept' | 'other'): ClientChange => ({
        kind: 'resolveConflict',
        id: annotation.id,
        at,
        take,
      });
      const [ours, theirs] = [valueOf(field, kept), valueOf(field, other)];
      const takeTitle =
        by === undefined
          ? t('Resolve the conflict: take “{0}”', theirs)
          : t('Resolve the conflict: take “{0}” ({1})', theirs, shortened(by));
      return [action(t('Resolve the conflict: keep “{0}”', ours), change('kept')), action(takeTitle, change('other'))];
    });
  }
}

/** An action that changes annotations of an issue. */
export function changeAction(uri: string, title: string, change: ClientChange): CodeAction {
  const command = { title, command: CHANGE_ANNOTATIONS_COMMAND, arguments: [{ uri, change }] };
  return { title, kind: ANNOTATE_KIND, command };
}

/** The most annotations that are offered to be attached at one place. */
const MOST_LOST = 5;

/** Where some words are around a span. */
function placeAround(text: string, { start, end }: Span, words: string): Span | undefined {
  const from = Math.max(0, end - words.length);
  const at = words === '' ? -1 : text.slice(from, start + words.length).indexOf(words);
  return at < 0 ? undefined : { start: from + at, end: from + at + words.length };
}

/** Words as a title of an action has them: on one line, visible, and not too long. */
export function shortened(words: string): string {
  const plain = visible(words.replace(/\s+/g, ' '));
  return plain.length > LONGEST_TITLE ? `${plain.slice(0, LONGEST_TITLE - 1)}…` : plain;
}
