import * as vscode from 'vscode';
import type { SuggestionItem } from '../../../../server/src/lsp/annotationProtocol';
import { annotationCommand } from '../../annotations/annotationCommand';
import { lineOf, titleOf } from '../../annotations/facts';
import { editorRange } from '../../ranges';
import { say } from '../../say';

/**
 * Accepts many suggestions at once: of a name, of a label, of the article at the cursor, or of the whole issue, those that are
 * certain or less certain ones too; ticked in a list.
 */
export const acceptSuggestions = annotationCommand('galley.annotation.acceptMany', async (place, { annotations }) => {
  const { document, selection } = place;
  const [labels, suggestions] = await Promise.all([
    annotations.labelsOf(document),
    annotations.suggestions(document, true),
  ]);
  if (suggestions.length === 0) {
    say(vscode.l10n.t('No suggestions are left in this issue.'));
    return;
  }
  const here = suggestions.find(({ range }) => editorRange(range).contains(selection.active));
  const article = here?.article ?? articleAt(suggestions, selection.active);
  const groups = groupsOf(suggestions, here, article, (id) => titleOf(labels, id));
  const group = await vscode.window.showQuickPick(
    groups.map(({ title, items }) => ({ label: title, description: countOf(items), items })),
    { title: vscode.l10n.t('Which suggestions to accept') },
  );
  const wanted = group && (await pickConfidence(group.label, group.items));
  if (!wanted) return;
  const chosen = await vscode.window.showQuickPick(
    wanted.map((item) => ({
      label: item.words,
      description: [
        titleOf(labels, item.label),
        ...(isCertain(item) ? [] : [vscode.l10n.t('less certain')]),
        lineOf(item.range),
      ].join(' · '),
      detail: item.source,
      picked: true,
      item,
    })),
    { title: group.label, canPickMany: true, matchOnDescription: true, matchOnDetail: true },
  );
  if (!chosen || chosen.length === 0) return;
  const items = chosen.map(({ item: { label, range } }) => ({ label, range }));
  const result = await annotations.change(document, { kind: 'accept', items });
  if (result) say(vscode.l10n.t('{0} annotations were added.', result.changed));
});

/** The suggestions that are certain enough for the user, who is asked only where they are not all alike. */
async function pickConfidence(
  title: string,
  suggestions: readonly SuggestionItem[],
): Promise<readonly SuggestionItem[] | undefined> {
  const certain = suggestions.filter(isCertain);
  if (certain.length === 0 || certain.length === suggestions.length) return suggestions;
  const choices = [
    { label: vscode.l10n.t('Only certain suggestions'), description: String(certain.length), wanted: certain },
    {
      label: vscode.l10n.t('Include less certain suggestions'),
      description: String(suggestions.length),
      wanted: suggestions,
    },
  ];
  return (await vscode.window.showQuickPick(choices, { title }))?.wanted;
}

function isCertain({ confidence }: SuggestionItem): boolean {
  return confidence === 'high';
}

/** How many suggestions there are, and how many of them are less certain. */
function countOf(suggestions: readonly SuggestionItem[]): string {
  const uncertain = suggestions.filter((one) => !isCertain(one)).length;
  if (uncertain === 0) return String(suggestions.length);
  return vscode.l10n.t('{0}, of which {1} less certain', suggestions.length, uncertain);
}

interface Group {
  readonly title: string;
  readonly items: readonly SuggestionItem[];
}

function groupsOf(
  suggestions: readonly SuggestionItem[],
  here: SuggestionItem | undefined,
  article: string | undefined,
  titleOfLabel: (id: string) => string,
): readonly Group[] {
  const isSameName = (one: SuggestionItem): boolean => one.label === here?.label && one.name === here.name;
  const ids = [...new Set(suggestions.map(({ label }) => label))];
  const groups: Group[] = [
    { title: vscode.l10n.t('Every “{0}” in this issue', here?.name ?? ''), items: suggestions.filter(isSameName) },
    {
      title: vscode.l10n.t('All in the article “{0}”', article ?? ''),
      items: suggestions.filter((one) => article !== undefined && one.article === article),
    },
    ...ids.map((id) => ({
      title: vscode.l10n.t('All with the label {0}', titleOfLabel(id)),
      items: suggestions.filter(({ label }) => label === id),
    })),
    { title: vscode.l10n.t('All in this issue'), items: suggestions },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** The article of the last suggestion before a position. */
function articleAt(suggestions: readonly SuggestionItem[], position: vscode.Position): string | undefined {
  return suggestions.findLast(({ range }) => editorRange(range).start.isBeforeOrEqual(position))?.article;
}
