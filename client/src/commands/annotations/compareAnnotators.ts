import * as vscode from 'vscode';
import { COMPARE_COMMAND } from '../../../../server/src/lsp/agreementProtocol';
import { chooseComparison, nothingToCompare, type Comparison } from '../../annotations/agreement/comparison';
import { differenceItems, settledIn, type DifferencePickItem } from '../../annotations/agreement/differenceList';
import { compare, decideFrom, type Discussion } from '../../annotations/agreement/discussion';
import { createDisagreementMarks } from '../../annotations/agreement/marks';
import { annotationCommand } from '../../annotations/annotationCommand';
import { accepted } from '../../quickPick';
import { say } from '../../say';

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
    const list = vscode.window.createQuickPick<DifferencePickItem>();
    list.title = vscode.l10n.t(
      '{0}: {1} of {2} differences are resolved',
      comparison.into,
      settledIn(result),
      disagreements.length,
    );
    list.ignoreFocusOut = true;
    list.items = differenceItems(result, labels);
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
