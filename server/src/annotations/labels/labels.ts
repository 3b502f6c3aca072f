import { t } from '@vscode/l10n';
import * as v from 'valibot';
import { readJson } from '../../core/json';
import { inLanguage } from '../../core/locale';
import { problemList } from '../../core/problems';
import { propertiesOf } from '../../core/settings';
import defaults from '../../../../dictionaries/lexicons/labels.json';
import { labelFileSchema, labelSchema, relationTypeSchema, type Label, type LabelSet } from './schema';

/** The labels and relations of an issue for which the user has defined none. */
export const DEFAULT_LABELS: LabelSet = {
  labels: v.parse(v.array(labelSchema), defaults.labels),
  relations: v.parse(v.array(relationTypeSchema), defaults.relations),
};

/** A set of labels as it was read, with what is wrong in sentences for the user. */
export interface LabelReading {
  /** Undefined where nothing could be read. */
  readonly labels: LabelSet | undefined;
  readonly problems: readonly string[];
}

/** Reads the text of a `labels.json`. Never throws. A label that is wrong is left out, and the rest is read. */
export function readLabelFile(text: string): LabelReading {
  const reading = readJson(text);
  if ('problem' in reading) return { labels: undefined, problems: [reading.problem] };
  return readLabels(reading.value);
}

/** Reads a set of labels: an object as `labels.json` has it, or, as in a setting, the list of its labels alone. */
export function readLabels(value: unknown): LabelReading {
  const file: unknown = Array.isArray(value) ? { version: 1, labels: value as unknown[] } : value;
  const problems = problemList();
  const { issues } = v.safeParse(labelFileSchema, file);
  for (const issue of issues ?? []) problems.add(() => t('“{0}”: {1}', v.getDotPath(issue) ?? 'labels', issue.message));
  const { labels: given, relations } = propertiesOf(file);
  const labels: Label[] = [];
  for (const label of Array.isArray(given) ? (given as readonly unknown[]) : []) {
    if (!v.is(labelSchema, label)) continue;
    const rival = labels.find(({ id, key }) => id === label.id || (key !== undefined && key === label.key));
    if (!rival) labels.push(label);
    else problems.add(() => t('The labels “{0}” and “{1}” have the same id or key.', rival.id, label.id));
  }
  if (labels.length === 0) return { labels: undefined, problems: problems.lines() };
  const isSound = v.is(v.array(relationTypeSchema), relations);
  return { labels: { labels, relations: isSound ? relations : DEFAULT_LABELS.relations }, problems: problems.lines() };
}

/** A title in the language of the interface. */
export function titleIn(title: Label['title'] | undefined, fallback: string): string {
  if (title === undefined || typeof title === 'string') return title ?? fallback;
  return inLanguage(title);
}

/** The title of the label with an id; the id itself if the set does not have it. */
export function labelTitle({ labels }: LabelSet, id: string): string {
  return titleIn(labels.find((label) => label.id === id)?.title, id);
}
