import type { TreeItem } from 'vscode';
import { visible } from '../../../server/src/core/visible';

/** A row of a tree whose texts, which come from pages and names of files, are shown without line ends or controls. */
export function visibleItem(item: TreeItem): TreeItem {
  if (typeof item.label === 'string') item.label = visible(item.label);
  if (typeof item.description === 'string') item.description = visible(item.description);
  if (typeof item.tooltip === 'string') item.tooltip = visible(item.tooltip);
  return item;
}
