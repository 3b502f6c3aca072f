import * as vscode from 'vscode';
import type { AnnotationItem, LabelsResult, SuggestionItem } from '../../../server/src/lsp/annotationProtocol';
import { visible } from '../../../server/src/core/visible';

/** The title of a label. */
export function titleOf({ labels }: LabelsResult, id: string): string {
  return labels.find((label) => label.id === id)?.title ?? id;
}

/** The line in which a range begins, in words. */
export function lineOf({ start }: Pick<AnnotationItem['range'], 'start'>): string {
  return vscode.l10n.t('line {0}', start.line + 1);
}

/** The name of a layer; the empty name is that of the layer that every issue has. */
export function layerTitle(layer: string): string {
  return layer === '' ? vscode.l10n.t('Common layer') : layer;
}

/** What is known of an annotation, a sentence each, safe to show as plain text. */
export function factsOf(item: AnnotationItem, { labels, relations }: LabelsResult): readonly string[] {
  const label = labels.find(({ id }) => id === item.label);
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
  return facts.filter((fact) => fact !== '').map(visible);
}

/** How a suggestion was found, as `factsOf` gives what is known of an annotation. */
export function suggestionFacts({ source }: SuggestionItem): readonly string[] {
  return source === '' ? [] : [visible(vscode.l10n.t('Known by: {0}', source))];
}

/** Who made an annotation and when, as far as it is known. */
function authorshipOf({ by, created, modified }: Pick<AnnotationItem, 'by' | 'created' | 'modified'>): string {
  const date = dateOf(modified ?? created);
  return [by, date?.toLocaleString(vscode.env.language)].filter((part) => part !== undefined).join(', ');
}

/** A date of a sidecar; undefined where it is absent or none. */
export function dateOf(written: string | undefined): Date | undefined {
  const date = written === undefined ? undefined : new Date(written);
  return date && !Number.isNaN(date.getTime()) ? date : undefined;
}
