import { bratName, bratValue } from '../../annotations/interchange/bratNames';
import { DEFAULT_LABELS } from '../../annotations/labels/labels';
import type { Label, LabelSet, RelationType } from '../../annotations/labels/schema';
import type { FolderFiles } from '../format';
import { placedAnnotations, relationsAmong } from './placed';

/**
 * Makes the `annotation.conf` of a folder for brat: the labels, relations and attributes of the label set, and those that the
 * exported annotations have beyond it.
 */
export function bratConfiguration(): FolderFiles {
  const labels = new Set<string>();
  const relations = new Set<string>();
  /** The values of each attribute that occur. */
  const values = new Map<string, Set<string>>();
  return {
    add(analysis, { article }) {
      const placed = placedAnnotations(analysis, article);
      for (const { annotation } of placed) {
        labels.add(annotation.label);
        for (const [name, value] of Object.entries(annotation.attributes ?? {}))
          values.set(name, (values.get(name) ?? new Set()).add(value));
      }
      for (const { type } of relationsAmong(analysis, placed)) relations.add(type);
    },
    files: () => [
      {
        name: 'annotation.conf',
        chunks: [print(DEFAULT_LABELS, { labels, relations, values })],
        isCompanion: true,
        replaceable: /^# Written by Galley/,
      },
    ],
  };
}

/** What the annotations of a folder have. */
interface Used {
  readonly labels: ReadonlySet<string>;
  readonly relations: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
}

function print({ labels, relations }: LabelSet, used: Used): string {
  const typeList = (ids: readonly string[] | undefined): string => ids?.map(bratName).join('|') ?? '<ENTITY>';
  const entityTypes = new Set([...labels.map(({ id }) => id), ...used.labels]);
  const relationTypes: readonly Pick<RelationType, 'id' | 'from' | 'to'>[] = [
    ...relations,
    ...[...used.relations].filter((id) => !relations.some((known) => known.id === id)).map((id) => ({ id })),
  ];
  const sections = {
    entities: [...entityTypes].map(bratName),
    relations: [
      ...relationTypes.map(({ id, from, to }) => `${bratName(id)}\tArg1:${typeList(from)}, Arg2:${typeList(to)}`),
      // Spans may lie within one another.
      '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    ],
    events: [],
    attributes: attributeLines(labels, used.values),
  };
  const parts = Object.entries(sections).map(([name, lines]) => [`[${name}]`, ...lines, ''].join('\n'));
  return ['# Written by Galley from its labels.', '', ...parts].join('\n');
}

/** A line for each attribute, whichever labels have it. */
function attributeLines(labels: readonly Label[], used: Used['values']): readonly string[] {
  const names = new Set([...labels.flatMap(({ attributes = [] }) => attributes.map(({ id }) => id)), ...used.keys()]);
  return [...names].map((name) => {
    const owners = labels.filter(({ attributes = [] }) => attributes.some(({ id }) => id === name));
    const defined = owners.flatMap(({ attributes = [] }) => attributes.find(({ id }) => id === name)?.values ?? []);
    const values = [...new Set([...defined, ...(used.get(name) ?? [])])].filter((value) => value !== '').map(bratValue);
    // Annotations may have an attribute that their label does not define.
    const owner = owners.length > 0 && !used.has(name) ? owners.map(({ id }) => bratName(id)).join('|') : '<ENTITY>';
    return `${bratName(name)}\tArg:${owner}${values.length > 0 ? `, Value:${values.join('|')}` : ''}`;
  });
}
