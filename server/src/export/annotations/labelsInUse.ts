import type { Analysis } from '../../analysis/analysis';
import type { Label, LabelSet, RelationType } from '../../annotations/labels/schema';
import type { ExportOptions } from '../exportIssue';
import { placedAnnotations, relationsAmong } from './placed';

/** An attribute as annotations have it. */
export interface AttributeInUse {
  readonly id: string;
  readonly title?: Label['title'];
  /** The ids of the labels that define it or whose annotations have it. */
  readonly labels: readonly string[];
  /** The values that the labels define and those that occur. */
  readonly values: readonly string[];
  /** Whether every label that has it defines its values, so that one of them is chosen. */
  readonly isChoice: boolean;
}

/** What the annotations of a folder may have: what their label sets define, and what occurs beyond that. */
export interface LabelsInUse {
  readonly labels: readonly Label[];
  readonly relations: readonly RelationType[];
  readonly attributes: readonly AttributeInUse[];
}

/** What the annotations of one issue have, as plain data. */
export interface LabelUse {
  readonly labels: readonly string[];
  readonly relations: readonly string[];
  /** Names of attributes with a value and the label of the annotation that has them. */
  readonly attributes: readonly (readonly [name: string, value: string, label: string])[];
}

/** Gathers what the annotations of exported issues may have. */
export interface LabelCollection {
  add(analysis: Analysis, options: Pick<ExportOptions, 'article' | 'labels'>): void;
  /** What `add` takes of an issue. */
  use(analysis: Analysis, options: Pick<ExportOptions, 'article'>): LabelUse;
  addUse(use: LabelUse, set: LabelSet): void;
  inUse(): LabelsInUse;
}

/** Makes an empty collection. */
export function collectLabels(): LabelCollection {
  const sets = new Set<LabelSet>();
  const labels = new Set<string>();
  const relations = new Set<string>();
  /** By the name of an attribute: the values that occur, and the labels that have it. */
  const attributes = new Map<string, { readonly values: Set<string>; readonly labels: Set<string> }>();
  const addUse = (use: LabelUse, set: LabelSet): void => {
    sets.add(set);
    for (const label of use.labels) labels.add(label);
    for (const relation of use.relations) relations.add(relation);
    for (const [name, value, label] of use.attributes) {
      const known = attributes.get(name) ?? { values: new Set(), labels: new Set() };
      attributes.set(name, known);
      known.values.add(value);
      known.labels.add(label);
    }
  };
  return {
    add: (analysis, options) => addUse(labelUseIn(analysis, options), options.labels),
    use: labelUseIn,
    addUse,
    inUse() {
      const defined = byId([...sets].flatMap((set) => set.labels));
      const definedRelations = byId([...sets].flatMap((set) => set.relations));
      const names = new Set([
        ...defined.flatMap((label) => (label.attributes ?? []).map(({ id }) => id)),
        ...attributes.keys(),
      ]);
      return {
        labels: withOthers(defined, labels),
        relations: withOthers<Pick<RelationType, 'id' | 'title'>>(definedRelations, relations),
        attributes: [...names].map((name) => {
          const used = attributes.get(name);
          const definition = definitionOf(defined, name);
          return {
            ...definition,
            labels: [...new Set([...definition.labels, ...(used?.labels ?? [])])],
            values: [...new Set([...definition.values, ...(used?.values ?? [])])].filter((value) => value !== ''),
          };
        }),
      };
    },
  };
}

/** Whether the values of an attribute are chosen, as far as the labels say. */
export function isChoice({ labels }: LabelSet, name: string): boolean {
  return definitionOf(labels, name).isChoice;
}

/** What labels define of an attribute. */
function definitionOf(labels: readonly Label[], id: string): AttributeInUse {
  const owners = labels.flatMap((label) => {
    const attribute = label.attributes?.find((one) => one.id === id);
    return attribute ? [{ label: label.id, ...attribute }] : [];
  });
  const title = owners.find((one) => one.title !== undefined)?.title;
  return {
    id,
    ...(title === undefined ? {} : { title }),
    labels: owners.map(({ label }) => label),
    values: owners.flatMap(({ values = [] }) => values),
    isChoice: owners.length > 0 && owners.every(({ values }) => values !== undefined),
  };
}

function labelUseIn(analysis: Analysis, { article }: Pick<ExportOptions, 'article'>): LabelUse {
  const placed = placedAnnotations(analysis, article);
  return {
    labels: [...new Set(placed.map(({ annotation }) => annotation.label))],
    relations: [...new Set(relationsAmong(analysis, placed).map(({ type }) => type))],
    attributes: placed.flatMap(({ annotation: { label, attributes = {} } }) =>
      Object.entries(attributes).map(([name, value]) => [name, value, label] as const),
    ),
  };
}

/** Of several with one id, the first. */
function byId<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  return [...new Map([...items].reverse().map((item) => [item.id, item])).values()].reverse();
}

/** What is defined, and by its id what occurs without being defined. */
function withOthers<Item extends { readonly id: string; readonly title: Label['title'] }>(
  defined: readonly Item[],
  occurring: ReadonlySet<string>,
): readonly (Item | { readonly id: string; readonly title: string })[] {
  const others = [...occurring].filter((id) => !defined.some((one) => one.id === id));
  return [...defined, ...others.map((id) => ({ id, title: id }))];
}
