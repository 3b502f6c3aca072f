import * as vscode from 'vscode';
import {
  AgreementMethod,
  COMPARE_COMMAND,
  type CompareParams,
  type CompareResult,
  type DisagreementItem,
} from '../../../../server/src/lsp/agreementProtocol';
import type { ClientChange, LabelsResult } from '../../../../server/src/lsp/annotationProtocol';
import { chooseComparison, nothingToCompare, type Comparison } from '../../annotations/agreement/comparison';
import { askForDecision, disagreementLine, type Decision } from '../../annotations/agreement/decide';
import { createDisagreementMarks, type DisagreementMarks } from '../../annotations/agreement/marks';
import { annotationCommand, select, type AnnotationPlace } from '../../annotations/annotationCommand';
import { accepted } from '../../quickPick';
import { say } from '../../say';
import type { Galley } from '../command';

/** What was compared last in each issue, so that deciding can go on. */
const comparisons = new Map<string, Comparison>();

/** Compares what several people have annotated, shows figures, and lets the user decide where they differ. */
export const compareAnnotators = annotationCommand(COMPARE_COMMAND, async (place, galley) => {
  const { document } = place;
  const key = document.uri.toString();
  const comparison = await chooseComparison(document, galley.annotations, comparisons.get(key));
  if (!comparison) return;
  comparisons.set(key, comparison);
  const labels = await galley.annotations.labelsOf(document);
  const marks = createDisagreementMarks();
  try {
    await discuss({ place, galley, comparison, labels, marks });
  } finally {
    marks.dispose();
  }
});

interface Discussion {
  readonly place: AnnotationPlace;
  readonly galley: Galley;
  readonly comparison: Comparison;
  readonly labels: LabelsResult;
  readonly marks: DisagreementMarks;
}

interface MenuItem extends vscode.QuickPickItem {
  readonly does?: 'figures' | 'agreed' | 'decide';
  /** The number of a disagreement. */
  readonly at?: number;
}

/** Shows the list of disagreements until the user leaves it. */
async function discuss(discussion: Discussion): Promise<void> {
  const { place, galley, comparison, labels, marks } = discussion;
  for (;;) {
    const result = await compare(discussion);
    if (!result) return;
    const { disagreements, agreed } = result;
    if (result.names.length < 2) {
      void vscode.window.showInformationMessage([...result.problems, nothingToCompare()].join(' '));
      return;
    }
    const list = vscode.window.createQuickPick<MenuItem>();
    list.title = vscode.l10n.t(
      '{0}: {1} of {2} differences are decided',
      comparison.into,
      settledIn(result),
      disagreements.length,
    );
    list.ignoreFocusOut = true;
    list.items = menuItems(result, labels);
    list.onDidChangeActive(([active]) => {
      const item = active?.at === undefined ? undefined : disagreements[active.at];
      if (item) marks.show(place.editor, item, labels);
    });
    const chosen = await accepted(list);
    if (!chosen) return;
    if (chosen.does === 'figures') {
      await galley.agreementReports.show(place.document.uri, result);
      return;
    }
    if (chosen.does === 'agreed') {
      const taken = await galley.annotations.change(place.document, {
        kind: 'adjudicate',
        layer: comparison.into,
        take: agreed,
        reject: [],
      });
      say(vscode.l10n.t('{0} annotations were added.', taken?.changed ?? 0));
    } else if (!(await decideFrom(discussion, result, chosen.at ?? 0))) return;
  }
}

function settledIn({ disagreements }: CompareResult): number {
  return disagreements.filter(({ isSettled }) => isSettled).length;
}

function menuItems(result: CompareResult, labels: LabelsResult): readonly MenuItem[] {
  const { disagreements, agreed } = result;
  const left = disagreements.length - settledIn(result);
  const first = nextUnsettled(result, 0);
  return [
    ...(first !== undefined
      ? [
          {
            label: `$(play) ${vscode.l10n.t('Decide one difference after another')}`,
            description: vscode.l10n.t('{0} left', left),
            does: 'decide' as const,
            at: first,
          },
        ]
      : []),
    ...(agreed.length > 0
      ? [
          {
            label: `$(check-all) ${vscode.l10n.t('Take over what all agree on')}`,
            description: vscode.l10n.t('annotations: {0}', agreed.length),
            does: 'agreed' as const,
          },
        ]
      : []),
    { label: `$(graph) ${vscode.l10n.t('Show the figures')}`, does: 'figures' },
    { label: vscode.l10n.t('Differences'), kind: vscode.QuickPickItemKind.Separator },
    ...disagreements.map((item, at) => ({
      label: `${item.isSettled ? '$(check)' : '$(circle-large-outline)'} ${disagreementLine(item, labels)}`,
      description: `${item.firstName} | ${item.secondName}`,
      at,
    })),
  ];
}

/** Asks about one difference after the other, first about the one chosen. Gives whether the list is to be shown again. */
async function decideFrom(discussion: Discussion, begun: CompareResult, from: number): Promise<boolean> {
  const { place, galley, labels, marks } = discussion;
  let result: CompareResult = begun;
  let at: number | undefined = from;
  let decided = 0;
  for (;;) {
    const item: DisagreementItem | undefined = at === undefined ? undefined : result.disagreements[at];
    if (at === undefined || !item) {
      if (decided > 0) say(vscode.l10n.t('No difference is left to decide.'));
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

/** The number of the first difference that is not decided, from a number on. */
function nextUnsettled({ disagreements }: CompareResult, from: number): number | undefined {
  const next = disagreements.findIndex(({ isSettled }, at) => at >= from && !isSettled);
  return next < 0 ? undefined : next;
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
      'Change it with the keys of the annotation mode (? shows them), then go on with “Compare Annotators”.',
    ),
  );
}

async function compare({ place: { document }, galley, comparison }: Discussion): Promise<CompareResult | null> {
  const params: CompareParams = { uri: document.uri.toString(), ...comparison };
  const result = await galley.server.request<CompareResult | null>(AgreementMethod.compare, params);
  for (const problem of result?.problems ?? []) galley.server.output.warn(problem);
  return result;
}
