import * as vscode from 'vscode';
import type { AnchorState } from '../../../../server/src/annotations/model';
import type { LabelsResult } from '../../../../server/src/lsp/annotationProtocol';
import { factsOf, keptConflictFacts, layerTitle, lineOf, suggestionFacts, titleOf } from '../../annotations/facts';
import { styleOf, swatchOf } from '../../annotations/labelStyles';
import { visible } from '../../../../server/src/core/visible';
import { visibleItem } from '../visibleItem';
import {
  isToCheck,
  isUncertain,
  PAGE_SIZE,
  type AnnotationRow,
  type ConflictRow,
  type Grouping,
  type GroupKey,
  type GroupRow,
  type MoreRow,
  type Row,
  type SuggestionRow,
} from './tree';

/** A row as the view shows it. */
export function treeItem(row: Row, labels: LabelsResult, grouping: Grouping): vscode.TreeItem {
  switch (row.kind) {
    case 'group':
      return visibleItem(groupItem(row, labels));
    case 'annotation':
      return visibleItem(annotationItem(row, labels, grouping));
    case 'suggestion':
      return visibleItem(suggestionItem(row, labels));
    case 'conflict':
      return visibleItem(conflictItem(row));
    case 'more':
      return moreItem(row);
  }
}

function groupItem({ id, key, count }: GroupRow, labels: LabelsResult): vscode.TreeItem {
  const isOpen = key.of === 'toCheck';
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(groupTitle(key, labels), isOpen ? Expanded : Collapsed);
  item.id = id;
  item.description = String(count);
  item.contextValue = key.of === 'suggestedLabel' ? 'suggestions' : 'group';
  if (key.of === 'toCheck')
    item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  else if (key.of === 'suggestions') item.iconPath = new vscode.ThemeIcon('lightbulb');
  else if (key.of === 'label' || key.of === 'suggestedLabel') item.iconPath = swatch(key.value ?? '', labels);
  return item;
}

function groupTitle(key: GroupKey, labels: LabelsResult): string {
  switch (key.of) {
    case 'all':
      return vscode.l10n.t('Annotations');
    case 'toCheck':
      return vscode.l10n.t('To check');
    case 'suggestions':
      return vscode.l10n.t('Suggestions');
    case 'lessCertain':
      return vscode.l10n.t('Less certain');
    case 'label':
    case 'suggestedLabel':
      return titleOf(labels, key.value ?? '');
    case 'article':
      return key.value ?? vscode.l10n.t('Outside articles');
    case 'layer':
      return layerTitle(key.value ?? '');
    case 'state':
      return stateTitle(key.value as AnchorState | 'resolved');
  }
}

/** What an annotation’s state means to a person. */
function stateTitle(state: AnchorState | 'resolved'): string {
  switch (state) {
    case 'anchored':
      return vscode.l10n.t('In place');
    case 'moved':
      return vscode.l10n.t('Moved');
    case 'changed':
      return vscode.l10n.t('words changed');
    case 'ambiguous':
      return vscode.l10n.t('several places have its words');
    case 'orphaned':
      return vscode.l10n.t('words not found');
    case 'deleted':
      return vscode.l10n.t('words deleted');
    case 'resolved':
      return vscode.l10n.t('Resolved');
  }
}

function annotationItem(row: AnnotationRow, labels: LabelsResult, grouping: Grouping): vscode.TreeItem {
  const { id, item: annotation } = row;
  const { label, words, state, range, comments, conflicts, article } = annotation;
  const title = titleOf(labels, label);
  const item = leaf(id, words, row);
  item.description = [
    ...(isUncertain(annotation) ? [stateTitle(state)] : []),
    ...(conflicts.length > 0 ? [vscode.l10n.t('changed differently by two people')] : []),
    ...(grouping === 'label' && !isToCheck(annotation) ? [] : [title]),
    lineOf(range),
    ...(comments[0] ? [comments[0].text] : []),
  ].join(' · ');
  item.iconPath = swatch(label, labels);
  item.tooltip = tooltip([
    `${title} ${words}`,
    ...(article === undefined ? [] : [article]),
    ...factsOf(annotation, labels),
  ]);
  item.contextValue = [
    'annotation',
    ...(isUncertain(annotation) ? [state] : []),
    ...(conflicts.length > 0 ? ['conflict'] : []),
  ].join('.');
  return item;
}

function suggestionItem(row: SuggestionRow, labels: LabelsResult): vscode.TreeItem {
  const { id, item: suggestion } = row;
  const { label, words, range, name, confidence, article } = suggestion;
  const title = titleOf(labels, label);
  const item = leaf(id, words, row);
  item.description = [...(confidence === 'high' ? [] : [title]), ...(name === words ? [] : [name]), lineOf(range)].join(
    ' · ',
  );
  item.iconPath = swatch(label, labels);
  item.tooltip = tooltip([
    vscode.l10n.t('Suggestion: {0}', title),
    ...(article === undefined ? [] : [article]),
    ...suggestionFacts(suggestion),
  ]);
  item.contextValue = 'suggestion';
  return item;
}

function conflictItem(row: ConflictRow): vscode.TreeItem {
  const { id, item: conflict } = row;
  const { about, field, range } = conflict;
  const item = leaf(id, about ?? vscode.l10n.t('This issue'), row);
  item.description = [
    vscode.l10n.t('changed differently by two people'),
    field,
    ...(range ? [lineOf(range)] : []),
  ].join(' · ');
  item.iconPath = new vscode.ThemeIcon('git-merge');
  item.tooltip = tooltip([about ?? vscode.l10n.t('This issue'), ...keptConflictFacts(conflict)]);
  item.contextValue = 'kept.conflict';
  return item;
}

/** A row that selects its words when it is clicked or entered. */
function leaf(id: string, words: string, row: AnnotationRow | SuggestionRow | ConflictRow): vscode.TreeItem {
  const item = new vscode.TreeItem(words);
  item.id = id;
  item.command = { title: vscode.l10n.t('Select the Words'), command: 'galley.annotation.show', arguments: [row] };
  return item;
}

function moreItem({ group, hidden }: MoreRow): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('… {0} more', hidden));
  item.id = `more ${group.id} ${String(hidden)}`;
  item.tooltip = vscode.l10n.t('Show the next {0}', Math.min(hidden, PAGE_SIZE));
  item.command = { title: item.tooltip, command: 'galley.annotation.showMore', arguments: [group.id] };
  return item;
}

function swatch(id: string, { labels }: LabelsResult): vscode.Uri {
  const label = labels.find((one) => one.id === id);
  return swatchOf(styleOf(label, vscode.window.activeColorTheme.kind));
}

/** Texts from files are appended as text, so that nothing in them becomes a link. */
function tooltip(lines: readonly string[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  lines.forEach((line, at) => text.appendMarkdown(at === 0 ? '' : '\n\n').appendText(visible(line)));
  return text;
}
