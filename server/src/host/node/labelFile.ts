import { isUtf8 } from 'node:buffer';
import { t } from '@vscode/l10n';
import { DEFAULT_LABELS, readLabelFile } from '../../annotations/labels/labels';
import type { LabelSet } from '../../annotations/labels/schema';
import { causeOf, readBytes } from './files';
import { findInGalleyFolder } from './galleyFolder';

/** Labels, and one line on each thing in their file that could not be used. */
export interface FoundLabels {
  readonly labels: LabelSet;
  readonly problems: readonly string[];
}

/**
 * Reads the `.galley/labels.json` that is nearest to the first of some folders, or above it, else to the next; the labels of Galley
 * where none has one, or where nothing in it can be used.
 */
export async function findLabels(folders: readonly string[]): Promise<FoundLabels> {
  for (const folder of folders) {
    const path = await findInGalleyFolder(folder, 'labels.json');
    if (path !== undefined) return readLabelsAt(path);
  }
  return { labels: DEFAULT_LABELS, problems: [] };
}

async function readLabelsAt(path: string): Promise<FoundLabels> {
  const unread = (cause: string): FoundLabels => ({ labels: DEFAULT_LABELS, problems: [`${path}: ${cause}`] });
  try {
    const bytes = await readBytes(path);
    if (!isUtf8(bytes)) return unread(t('It is not valid UTF-8.'));
    const { labels = DEFAULT_LABELS, problems } = readLabelFile(bytes.toString('utf8'));
    return { labels, problems: problems.map((problem) => `${path}: ${problem}`) };
  } catch (error) {
    return unread(causeOf(error));
  }
}
