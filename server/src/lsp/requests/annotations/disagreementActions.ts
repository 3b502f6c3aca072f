import { t } from '@vscode/l10n';
import type { CodeAction } from 'vscode-languageserver';
import type { AnnotatedText } from '../../../annotations/annotatedText';
import { disagreementsOf, settledReadings } from '../../../annotations/agreement/adjudicate';
import { differencesOf } from '../../../annotations/agreement/compare';
import { layerName, layersOf, type Reading } from '../../../annotations/agreement/layers';
import { labelTitle } from '../../../annotations/labels/labels';
import type { LabelSet } from '../../../annotations/labels/schema';
import { covers, type Span } from '../../../core/span';
import { visible } from '../../../core/visible';
import type { SentReading } from '../../agreementProtocol';
import type { ClientChange } from '../../annotationProtocol';
import { rangeOf } from '../../ranges';
import type { OpenIssue } from '../../session/openIssues';
import { changeAction } from './annotationActions';

/**
 * For editors without the list of differences: what can be decided about the readings at a span on which layers differ. `into` is the
 * layer that gets what is decided.
 */
export function disagreementActions(
  { uri, analysis: { document } }: OpenIssue,
  annotated: AnnotatedText,
  here: Span,
  labels: LabelSet,
  into: string,
): CodeAction[] {
  const layers = layersOf(annotated.annotations(), uri).layers.filter(({ name }) => name !== layerName(into));
  if (layers.length < 2) return [];
  const sent = (readings: readonly Reading[]): SentReading[] =>
    readings.map(({ start, end, ...about }) => ({ ...about, range: rangeOf(document.lines, { start, end }) }));
  const action = (title: string, take: readonly Reading[], reject: readonly Reading[]): CodeAction => {
    const change: ClientChange = { kind: 'adjudicate', layer: into, take: sent(take), reject: sent(reject) };
    return changeAction(uri, title, change);
  };
  return disagreementsOf(differencesOf(layers), settledReadings(annotated, into)).flatMap((difference) => {
    const { first, second, firstName, secondName, isSettled } = difference;
    const all = [first, second].flatMap((one) => one ?? []);
    if (isSettled || !all.some((one) => covers(one, here))) return [];
    const titleOf = (name: string, one: Reading | undefined): string => {
      const label = one ? visible(labelTitle(labels, one.label)) : t('not annotated');
      return t('Decide as {0}: {1}', visible(name), label);
    };
    return [
      action(titleOf(firstName, first), first ? [first] : [], second ? [second] : []),
      action(titleOf(secondName, second), second ? [second] : [], first ? [first] : []),
      ...(first && second ? [action(t('Decide: both'), all, []), action(t('Decide: neither'), [], all)] : []),
    ];
  });
}
