import * as vscode from 'vscode';
import {
  AgreementMethod,
  type CompareParams,
  type CompareResult,
  type DisagreementItem,
} from '../../../../server/src/lsp/agreementProtocol';
import type { ClientChange, LabelsResult } from '../../../../server/src/lsp/annotationProtocol';
import type { Galley } from '../../commands/command';
import { say } from '../../say';
import { select, type AnnotationPlace } from '../annotationCommand';
import type { Comparison } from './comparison';
import { askForDecision, type Decision } from './decide';
import { nextUnsettled, settledIn } from './differenceList';
import type { DisagreementMarks } from './marks';

/** What deciding about differences works with. */
export interface Discussion {
  readonly place: AnnotationPlace;
  readonly galley: Galley;
  readonly comparison: Comparison;
  readonly labels: LabelsResult;
  readonly marks: DisagreementMarks;
}

/** Asks about one difference after the other, first about the one chosen. Returns whether the list is to be shown again. */
export async function decideFrom(discussion: Discussion, begun: CompareResult, from: number): Promise<boolean> {
  const { place, galley, labels, marks } = discussion;
  let result: CompareResult = begun;
  let at: number | undefined = from;
  let decided = 0;
  for (;;) {
    const item: DisagreementItem | undefined = at === undefined ? undefined : result.disagreements[at];
    if (at === undefined || !item) {
      if (decided > 0) say(vscode.l10n.t('No differences are left to resolve.'));
      return true;
    }
    marks.show(place.editor, item, labels);
    const left = result.disagreements.length - settledIn(result);
    const decision = await askForDecision(item, { left, canUndo: decided > 0 }, labels);
    if (!decision) return true;
    if (decision === 'later') {
      at = nextUnsettled(result, at + 1);
      continue;
    }
    const change: ClientChange = decision === 'undo' ? { kind: 'undo' } : changeFor(decision, item, discussion);
    const changed = await galley.annotations.change(place.document, change);
    if (decision === 'edit' && changed) {
      await beginEditing(discussion, changed.added[0]?.range);
      return false;
    }
    decided += decision === 'undo' ? -1 : 1;
    const next = await compare(discussion);
    if (!next) return false;
    result = next;
    at = nextUnsettled(result, decision === 'undo' ? 0 : at);
  }
}

/** Compares as the annotations are now. */
export async function compare({ place: { document }, galley, comparison }: Discussion): Promise<CompareResult | null> {
  const params: CompareParams = { uri: document.uri.toString(), ...comparison };
  const result = await galley.server.request<CompareResult | null>(AgreementMethod.compare, params);
  for (const problem of result?.problems ?? []) galley.server.output.warn(problem);
  return result;
}

function changeFor(
  decision: Exclude<Decision, 'later' | 'undo'>,
  { first, second }: DisagreementItem,
  { comparison: { into } }: Discussion,
): ClientChange {
  const one = first ? [first] : [];
  const other = second ? [second] : [];
  const all = [...one, ...other];
  const about = { kind: 'adjudicate', layer: into } as const;
  switch (decision) {
    case 'first':
      return { ...about, take: one, reject: other };
    case 'second':
      return { ...about, take: other, reject: one };
    case 'both':
      return { ...about, take: all, reject: [] };
    case 'neither':
      return { ...about, take: [], reject: all };
    case 'edit':
      // What it becomes is neither of the readings.
      return { ...about, take: all.slice(0, 1), reject: all };
  }
}

/** Selects the new annotation in the mode in which keys change it. */
async function beginEditing(
  { place, galley }: Discussion,
  range: CompareResult['agreed'][number]['range'] | undefined,
) {
  if (range) select(place, range);
  if (!galley.annotationMode.isOn()) await galley.annotationMode.toggle();
  say(
    vscode.l10n.t(
      'Edit it with the keys of annotation mode (press ? to show them), then continue with “Compare Annotators”.',
    ),
  );
}
