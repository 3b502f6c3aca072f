import * as vscode from 'vscode';
import type {
  AnnotationItem,
  ConflictItem,
  KeptConflictItem,
  LabelsResult,
  SuggestionItem,
} from '../../../server/src/lsp/annotationProtocol';
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
export function factsOf(item: AnnotationItem, known: LabelsResult): readonly string[] {
  const { labels, relations } = known;
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
    ...item.conflicts.map((one) => conflictFact(one, known)),
    authorshipOf(item),
  ];
  return facts.filter((fact) => fact !== '').map(visible);
}

/** What two people have changed differently, with who and when, in one sentence. */
function conflictFact(conflict: ConflictItem, labels: LabelsResult): string {
  const { kept, other } = conflictValues(conflict, labels);
  const field = fieldTitle(conflict.field);
  const writer = writerOf(conflict);
  return writer === ''
    ? vscode.l10n.t('Conflict. {0}: “{1}” here, “{2}” elsewhere.', field, kept, other)
    : vscode.l10n.t('Conflict. {0}: “{1}” here, “{2}” elsewhere ({3}).', field, kept, other, writer);
}

/** The two values of a conflict as the user knows them. */
export function conflictValues(
  { field, kept, other }: ConflictItem,
  labels: LabelsResult,
): { readonly kept: string; readonly other: string } {
  const shown = (value: string): string => {
    if (field === 'layer') return layerTitle(value);
    if (value === '') return vscode.l10n.t('(none)');
    return field === 'label' ? titleOf(labels, value) : value;
  };
  return { kept: shown(kept), other: shown(other) };
}

/** The two values of a conflict that is not one of an annotation, with who wrote each and when, a sentence each. */
export function keptConflictFacts(item: KeptConflictItem): readonly [kept: string, other: string] {
  const { kept, other } = keptConflictValues(item);
  const sentence = (title: string, writer: string): string => (writer === '' ? title : `${title} (${writer})`);
  return [
    sentence(vscode.l10n.t('{0} here: “{1}”', item.field, kept), keptWriterOf(item)),
    sentence(vscode.l10n.t('{0} elsewhere: “{1}”', item.field, other), writerOf(item)),
  ];
}

/** The two values of a conflict that is not one of an annotation, as the user knows them. */
export function keptConflictValues({ kept, other }: KeptConflictItem): {
  readonly kept: string;
  readonly other: string;
} {
  const shown = (value: string): string => (value === '' ? vscode.l10n.t('(none)') : value);
  return { kept: shown(kept), other: shown(other) };
}

/** Who wrote the value that is kept of a conflict, and when, as far as it is known. */
export function keptWriterOf({ keptBy: by, keptTime: time }: KeptConflictItem): string {
  return writerOf({ ...(by === undefined ? {} : { by }), ...(time === undefined ? {} : { time }) });
}

/** What a field of an annotation is called. */
export function fieldTitle(field: string): string {
  switch (field) {
    case 'label':
      return vscode.l10n.t('Label');
    case 'layer':
      return vscode.l10n.t('Layer');
    case 'attributes':
      return vscode.l10n.t('Attributes');
    case 'comments':
      return vscode.l10n.t('Comments');
    case 'resolved':
      return vscode.l10n.t('Resolved');
    case 'target':
      return vscode.l10n.t('Words');
    default:
      return field;
  }
}

/** Who wrote the other value of a conflict, and when, as far as it is known. */
export function writerOf({ by, time }: Pick<ConflictItem, 'by' | 'time'>): string {
  return authorshipOf({ ...(by === undefined ? {} : { by }), ...(time === undefined ? {} : { created: time }) });
}

/** How a suggestion was found, as `factsOf` gives what is known of an annotation. */
export function suggestionFacts({ source }: SuggestionItem): readonly string[] {
  return source === '' ? [] : [visible(vscode.l10n.t('Recognised by: {0}', source))];
}

/** Who made or changed an annotation last and when, as far as it is known. */
export function authorshipOf({
  by,
  created,
  modified,
  modifiedBy,
}: Pick<AnnotationItem, 'by' | 'created' | 'modified' | 'modifiedBy'>): string {
  const date = dateOf(modified ?? created);
  return [modifiedBy ?? by, date?.toLocaleString(vscode.env.language)].filter((part) => part !== undefined).join(', ');
}

/** A date of a sidecar; undefined where it is absent or none. */
export function dateOf(written: string | undefined): Date | undefined {
  const date = written === undefined ? undefined : new Date(written);
  return date && !Number.isNaN(date.getTime()) ? date : undefined;
}
