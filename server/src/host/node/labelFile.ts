import { DEFAULT_LABELS, readLabelFile } from '../../annotations/labels/labels';
import type { LabelSet } from '../../annotations/labels/schema';
import { causeOf, readUtf8 } from './files';
import { findInGalleyFolders } from './galleyFolder';

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
  const path = await findInGalleyFolders(folders, 'labels.json');
  return path === undefined ? { labels: DEFAULT_LABELS, problems: [] } : readLabelsAt(path);
}

async function readLabelsAt(path: string): Promise<FoundLabels> {
  try {
    const { labels = DEFAULT_LABELS, problems } = readLabelFile(await readUtf8(path));
    return { labels, problems: problems.map((problem) => `${path}: ${problem}`) };
  } catch (error) {
    return { labels: DEFAULT_LABELS, problems: [`${path}: ${causeOf(error)}`] };
  }
}
