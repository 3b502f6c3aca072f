import * as vscode from 'vscode';
import type { CompareSource } from '../../../../server/src/lsp/agreementProtocol';
import type { LayerItem } from '../../../../server/src/lsp/annotationProtocol';
import { fileNameOf } from '../../fileName';
import { layerTitle } from '../facts';
import type { AnnotationStore } from '../store';

/** What is compared, and the layer that gets what is decided. */
export interface Comparison {
  readonly sources: readonly CompareSource[];
  readonly into: string;
}

interface SourceItem extends vscode.QuickPickItem {
  /** Absent for the item that asks for files. */
  readonly source?: CompareSource;
}

/**
 * Lets the user choose layers of an issue, and files of other annotators, and the layer for decisions. `last` is what was compared
 * before. Undefined where the user does not choose.
 */
export async function chooseComparison(
  document: vscode.TextDocument,
  store: AnnotationStore,
  last: Comparison | undefined,
): Promise<Comparison | undefined> {
  const [layers, { layer: ownLayer }] = await Promise.all([store.layers(document, 'issue'), store.labelsOf(document)]);
  const sources = await chooseSources(layers, last ?? { sources: [], into: vscode.l10n.t('adjudicated') });
  if (!sources) return undefined;
  if (sources.length < 2) {
    void vscode.window.showInformationMessage(nothingToCompare());
    return undefined;
  }
  const compared = new Set(sources.flatMap((source) => ('layer' in source ? [source.layer] : [])));
  const isFree = (layer: string | undefined): layer is string => layer !== undefined && !compared.has(layer);
  const into = await vscode.window.showInputBox({
    title: vscode.l10n.t('Layer for your decisions'),
    prompt: vscode.l10n.t('The annotations in the compared layers do not change.'),
    value: [last?.into, ownLayer].find(isFree) ?? vscode.l10n.t('adjudicated'),
    validateInput: (value) =>
      value.trim() === '' || compared.has(value.trim())
        ? vscode.l10n.t('Enter the name of a layer that is not being compared.')
        : undefined,
  });
  return into === undefined ? undefined : { sources, into: into.trim() };
}

/** What is said where fewer than two annotators are chosen or found. */
export function nothingToCompare(): string {
  return vscode.l10n.t('There is nothing to compare. Choose two layers, or files of other annotators.');
}

async function chooseSources(
  layers: readonly LayerItem[],
  { sources: before, into }: Comparison,
): Promise<readonly CompareSource[] | undefined> {
  const copies = before.flatMap((source) => ('copy' in source ? [source.copy] : []));
  const items: readonly SourceItem[] = [
    ...layers.map(({ layer, count }) => ({
      label: layerTitle(layer),
      description: vscode.l10n.t('annotations: {0}', count),
      picked:
        before.length === 0 ? layer !== into : before.some((source) => 'layer' in source && source.layer === layer),
      source: { layer },
    })),
    ...copies.map((copy) => ({ label: fileNameOf(vscode.Uri.parse(copy)), picked: true, source: { copy } })),
    {
      label: vscode.l10n.t('Files of other annotators…'),
      description: vscode.l10n.t('copies of this issue, each with its sidecar'),
      picked: layers.length < 2 && copies.length === 0,
    },
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Whose annotations to compare'),
    placeHolder: vscode.l10n.t('Select two or more'),
    canPickMany: true,
  });
  if (!chosen) return undefined;
  const sources = chosen.flatMap(({ source }) => (source ? [source] : []));
  if (chosen.every(({ source }) => source)) return sources;
  const files = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Files of other annotators'),
    canSelectMany: true,
    filters: { [vscode.l10n.t('Issues and sidecars')]: ['txt', 'json'] },
  });
  return files ? [...sources, ...files.map((file) => ({ copy: file.toString() }))] : undefined;
}
