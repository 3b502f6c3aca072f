import type { TreeItem } from 'vscode';
import { visible } from '../../../server/src/core/visible';

/**
 * A row of a tree whose texts, which come from pages and names of files, are shown without line ends or controls. A screen reader
 * reads all of them; by default, the editor gives it only the tooltip.
 */
export function visibleItem<Item extends Texts>(item: Item): Item {
  if (typeof item.label === 'string') item.label = visible(item.label);
  if (typeof item.description === 'string') item.description = visible(item.description);
  if (typeof item.tooltip === 'string') item.tooltip = visible(item.tooltip);
  if (typeof item.tooltip === 'string') {
    const texts = [item.label, item.description, item.tooltip].filter(
      (text): text is string => typeof text === 'string' && text !== '',
    );
    item.accessibilityInformation = { label: texts.join(', ') };
  }
  return item;
}

type Texts = Pick<TreeItem, 'label' | 'description' | 'tooltip' | 'accessibilityInformation'>;
