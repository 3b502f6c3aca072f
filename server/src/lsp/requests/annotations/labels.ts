import { titleIn } from '../../../annotations/labels/labels';
import type { LabelSet } from '../../../annotations/labels/schema';
import type { LabelsResult } from '../../annotationProtocol';

/** The labels of an issue in the language of the interface. */
export function labelItems({ labels, relations }: LabelSet, layer: string | undefined): LabelsResult {
  return {
    labels: labels.map(({ title, attributes = [], ...label }) => ({
      ...label,
      title: titleIn(title, label.id),
      attributes: attributes.map(({ id, title: named, values = [] }) => ({ id, title: titleIn(named, id), values })),
    })),
    relations: relations.map(({ title, ...relation }) => ({ ...relation, title: titleIn(title, relation.id) })),
    ...(layer === undefined ? {} : { layer }),
  };
}

/** The ids of all labels. */
export function issueLabelIds({ labels }: LabelSet): ReadonlySet<string> {
  return new Set(labels.map(({ id }) => id));
}
