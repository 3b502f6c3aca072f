import * as vscode from 'vscode';
import type { AnnotationItem, LabelsResult, SuggestionItem } from '../../../server/src/lsp/annotationProtocol';
import { visible } from '../../../server/src/core/visible';
import { LANGUAGE_ID } from '../../../server/src/lsp/protocol';
import { editorRange } from '../ranges';
import { factsOf, suggestionFacts, titleOf } from './facts';
import type { AnnotationStore } from './store';

/** The commands that a hover links to. */
const LINKED = [
  'galley.annotation.remove',
  'galley.annotation.changeLabel',
  'galley.annotation.setAttribute',
  'galley.annotation.moveToLayer',
  'galley.annotation.confirm',
  'galley.annotation.resolveConflict',
  'galley.annotation.accept',
  'galley.annotation.reject',
] as const;

/** Shows who has annotated the words under the pointer, when and how, and what can be done with the annotation. */
export function showAnnotationHover(store: AnnotationStore): vscode.Disposable {
  return vscode.languages.registerHoverProvider(LANGUAGE_ID, {
    async provideHover(document, position) {
      const params = store.of(document);
      if (!params) return undefined;
      const [labels, { annotations, suggestions }] = await Promise.all([
        store.labelsOf(document),
        store.at(document, new vscode.Range(position, position)),
      ]);
      const rows = [
        ...annotations.map((one) => annotationRow(one, labels)),
        ...suggestions.map((one) => suggestionRow(one, labels)),
      ];
      const [first] = [...annotations, ...suggestions];
      return first && new vscode.Hover(rows, editorRange(first.range));
    },
  });
}

function annotationRow(item: AnnotationItem, labels: LabelsResult): vscode.MarkdownString {
  const row = trusted();
  heading(row, titleOf(labels, item.label), item.words);
  for (const fact of factsOf(item, labels)) row.appendMarkdown('\n\n').appendText(fact);
  links(row, [
    ['galley.annotation.changeLabel', vscode.l10n.t('Change label'), item.id],
    ['galley.annotation.setAttribute', vscode.l10n.t('Attributes'), item.id],
    ['galley.annotation.moveToLayer', vscode.l10n.t('Move to layer'), item.id],
    ...(item.state === 'changed' ? [['galley.annotation.confirm', vscode.l10n.t('Confirm'), item.id] as const] : []),
    ...(item.conflicts.length > 0
      ? [['galley.annotation.resolveConflict', vscode.l10n.t('Resolve conflict'), item.id] as const]
      : []),
    ['galley.annotation.remove', vscode.l10n.t('Delete'), item.id],
  ]);
  return row;
}

function suggestionRow(item: SuggestionItem, labels: LabelsResult): vscode.MarkdownString {
  const row = trusted();
  heading(row, vscode.l10n.t('Suggestion: {0}', titleOf(labels, item.label)), item.words);
  for (const fact of suggestionFacts(item)) row.appendMarkdown('\n\n').appendText(fact);
  const given = { label: item.label, range: item.range };
  links(row, [
    ['galley.annotation.accept', vscode.l10n.t('Accept'), given],
    ['galley.annotation.reject', vscode.l10n.t('Reject'), given],
  ]);
  return row;
}

/** Text from files is only ever appended as text, so that nothing in it becomes a link. */
function trusted(): vscode.MarkdownString {
  const row = new vscode.MarkdownString('', true);
  row.isTrusted = { enabledCommands: LINKED };
  return row;
}

function heading(row: vscode.MarkdownString, title: string, words: string): void {
  row.appendMarkdown('$(tag) **').appendText(visible(title)).appendMarkdown('** ').appendText(visible(words));
}

function links(
  row: vscode.MarkdownString,
  given: readonly (readonly [command: (typeof LINKED)[number], title: string, argument: unknown])[],
): void {
  const all = given.map(
    ([command, title, argument]) => `[${title}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`,
  );
  row.appendMarkdown(`\n\n${all.join(' · ')}`);
}
