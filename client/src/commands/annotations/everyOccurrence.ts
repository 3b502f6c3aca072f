import * as vscode from 'vscode';
import { groupBy } from '../../../../server/src/core/groups';
import type {
  IssueChange,
  OccurrencesOfParams,
  OccurrencesOfResult,
} from '../../../../server/src/lsp/annotationProtocol';
import { annotationCommand } from '../../annotations/annotationCommand';
import { changeIssues } from '../../annotations/changeIssues';
import { lineOf, titleOf } from '../../annotations/facts';
import { pickLabel } from '../../annotations/labelPick';
import { protocolRange } from '../../ranges';
import { onOneLine } from '../../oneLine';
import { say } from '../../say';

/** Annotates the other places of the words at the cursor, in the issue or in all of the workspace: the user ticks them in a list. */
export const everyOccurrence = annotationCommand('galley.annotation.everyOccurrence', async (place, galley) => {
  const { annotations } = galley;
  const { document, selection } = place;
  const at = await annotations.atWord(document, selection);
  const [annotation] = at.annotations;
  const range = annotation?.range ?? at.word ?? protocolRange(selection);
  const labels = await annotations.labelsOf(document);
  const label = annotation?.label ?? (await pickLabel(labels, vscode.l10n.t('Label for every occurrence')));
  if (label === undefined) return;
  const scope = await pickScope();
  if (!scope) return;
  const found = await annotations.occurrences(document, { range, label, scope });
  if (!found) return;
  for (const problem of found.problems) galley.server.output.warn(problem);
  if (found.issues.length === 0) {
    say(nothingLeft(found, titleOf(labels, label)));
    return;
  }
  const chosen = await vscode.window.showQuickPick(itemsOf(found), {
    title: titleOfList(found),
    placeHolder: leftOut(found),
    canPickMany: true,
    matchOnDescription: true,
  });
  if (!chosen || chosen.length === 0) return;
  const chosenIn = groupBy(chosen, ({ uri }) => uri);
  const changes = found.issues.flatMap(({ uri, textHash }): readonly IssueChange[] => {
    const ranges = chosenIn.get(uri)?.map((item) => item.range);
    return ranges ? [{ uri, kind: 'add', label, ranges, textHash }] : [];
  });
  await changeIssues(changes, galley);
});

async function pickScope(): Promise<OccurrencesOfParams['scope'] | undefined> {
  const items = [
    { label: vscode.l10n.t('In this issue'), scope: 'issue' as const },
    { label: vscode.l10n.t('In this article'), scope: 'article' as const },
    ...(vscode.workspace.workspaceFolders?.length
      ? [{ label: vscode.l10n.t('In every issue of the workspace'), scope: 'workspace' as const }]
      : []),
  ];
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Where to search') }))?.scope;
}

interface PlaceItem extends vscode.QuickPickItem {
  readonly uri: string;
  readonly range: IssueChangeRange;
}

type IssueChangeRange = Extract<IssueChange, { kind: 'add' }>['ranges'][number];

/** The places to tick, issue by issue. The file is in each, so that a part of its name leaves only its places in the list. */
function itemsOf({ words, issues }: OccurrencesOfResult): readonly PlaceItem[] {
  const isOne = issues.length === 1;
  return issues.flatMap(({ uri, path, places }) => {
    const heading = { label: `${path} (${places.length})`, kind: vscode.QuickPickItemKind.Separator };
    const items = places.map(({ before, after, range }) => ({
      label: onOneLine(`${before}【${words}】${after}`),
      description: isOne ? lineOf(range) : [lineOf(range), path].join(' · '),
      picked: true,
      uri,
      range,
    }));
    // A separator is never chosen, so that it needs no place.
    return isOne ? items : [heading as PlaceItem, ...items];
  });
}

function titleOfList({ issues, isCut }: OccurrencesOfResult): string {
  const count = issues.reduce((sum, { places }) => sum + places.length, 0);
  if (isCut) return vscode.l10n.t('Places to annotate: the first {0}', count);
  if (issues.length === 1) return vscode.l10n.t('Places to annotate');
  return vscode.l10n.t('Places to annotate: {0} in {1} issues', count, issues.length);
}

/** What is not in the list and why. */
function leftOut({ annotated, rejected, problems }: OccurrencesOfResult): string {
  return [
    ...(annotated > 0 ? [vscode.l10n.t('{0} are already annotated', annotated)] : []),
    ...(rejected > 0 ? [vscode.l10n.t('{0} were rejected', rejected)] : []),
    ...(problems.length > 0
      ? [vscode.l10n.t('some files could not be searched: see the “Galley” output channel')]
      : []),
  ].join(vscode.l10n.t(', '));
}

function nothingLeft({ annotated, rejected }: OccurrencesOfResult, label: string): string {
  if (rejected > 0)
    return vscode.l10n.t(
      'Of all places, {0} already have the label {1}, and {2} were rejected.',
      annotated,
      label,
      rejected,
    );
  return vscode.l10n.t('All {0} places already have this label.', annotated);
}
