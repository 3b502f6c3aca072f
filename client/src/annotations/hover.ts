import * as vscode from 'vscode';
import type { AnnotationItem, LabelsResult, SuggestionItem } from '../../../server/src/lsp/annotationProtocol';
import { visible } from '../../../server/src/core/visible';
import { LANGUAGE_ID } from '../../../server/src/lsp/protocol';
import { editorRange, type AnnotationStore } from './store';

/** The commands that a hover links to. */
const LINKED = [
  'galley.annotation.remove',
  'galley.annotation.changeLabel',
  'galley.annotation.setAttribute',
  'galley.annotation.confirm',
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

function annotationRow(item: AnnotationItem, { labels, relations }: LabelsResult): vscode.MarkdownString {
  const row = trusted();
  const label = labels.find(({ id }) => id === item.label);
  heading(row, label?.title ?? item.label, item.words);
  const facts = [
    ...(item.layer === undefined ? [] : [vscode.l10n.t('Layer: {0}', item.layer)]),
    ...Object.entries(item.attributes).map(([name, value]) => {
      const title = label?.attributes.find(({ id }) => id === name)?.title ?? name;
      return vscode.l10n.t('{0}: {1}', title, value);
    }),
    ...(item.formerWords === undefined ? [] : [vscode.l10n.t('The words were “{0}”. Please check.', item.formerWords)]),
    ...item.relations.map(({ type, isFrom, other }) => {
      const title = relations.find(({ id }) => id === type)?.title ?? type;
      return isFrom ? `→ ${title} → ${other.words}` : `${other.words} → ${title} →`;
    }),
    ...(item.entity === undefined ? [] : [vscode.l10n.t('Dictionary: {0}', item.entity)]),
    authorshipOf(item),
  ];
  for (const fact of facts.filter((one) => one !== '')) row.appendMarkdown('\n\n').appendText(visible(fact));
  links(row, [
    ['galley.annotation.changeLabel', vscode.l10n.t('Change label'), item.id],
    ['galley.annotation.setAttribute', vscode.l10n.t('Attributes'), item.id],
    ...(item.state === 'changed' ? [['galley.annotation.confirm', vscode.l10n.t('Confirm'), item.id] as const] : []),
    ['galley.annotation.remove', vscode.l10n.t('Delete'), item.id],
  ]);
  return row;
}

function suggestionRow(item: SuggestionItem, { labels }: LabelsResult): vscode.MarkdownString {
  const row = trusted();
  const title = labels.find(({ id }) => id === item.label)?.title ?? item.label;
  heading(row, vscode.l10n.t('Suggestion: {0}', title), item.words);
  if (item.source !== '') row.appendMarkdown('\n\n').appendText(visible(vscode.l10n.t('Known by: {0}', item.source)));
  const given = { label: item.label, range: item.range };
  links(row, [
    ['galley.annotation.accept', vscode.l10n.t('Accept'), given],
    ['galley.annotation.reject', vscode.l10n.t('Reject'), given],
  ]);
  return row;
}

/** Who made an annotation and when, as far as it is known. */
export function authorshipOf({ by, created, modified }: Pick<AnnotationItem, 'by' | 'created' | 'modified'>): string {
  const at = modified ?? created;
  const date = at === undefined ? undefined : new Date(at);
  const when = date && !Number.isNaN(date.getTime()) ? date.toLocaleString(vscode.env.language) : undefined;
  return [by, when].filter((part) => part !== undefined).join(', ');
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
