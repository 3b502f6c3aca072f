import { groupBy } from '../../../../server/src/core/groups';
import {
  STATES,
  type AnnotationItem,
  type KeptConflictItem,
  type SuggestionItem,
} from '../../../../server/src/lsp/annotationProtocol';

/** What annotations can be grouped by. */
export const GROUPINGS = ['article', 'label', 'state', 'layer'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** How many rows a group shows at first, and how many more each time: an editor is slow with thousands of siblings. */
export const PAGE_SIZE = 500;

/** What a group has in common. An absent value means: outside articles, or in the layer that every issue has. */
export type GroupKey =
  | { readonly of: 'all' | 'toCheck' | 'suggestions' | 'lessCertain' }
  | { readonly of: Grouping | 'suggestedLabel'; readonly value: string | undefined };

export interface GroupRow {
  readonly kind: 'group';
  readonly id: string;
  readonly key: GroupKey;
  readonly rows: readonly (GroupRow | AnnotationRow | SuggestionRow | ConflictRow)[];
  /** How many annotations or suggestions are in it, at whatever depth. */
  readonly count: number;
}

export interface AnnotationRow {
  readonly kind: 'annotation';
  readonly id: string;
  readonly item: AnnotationItem;
}

export interface SuggestionRow {
  readonly kind: 'suggestion';
  readonly id: string;
  readonly item: SuggestionItem;
}

/** What two people have changed differently, apart from annotations. */
export interface ConflictRow {
  readonly kind: 'conflict';
  readonly id: string;
  readonly item: KeptConflictItem;
}

/** Represents the rows of a group that are not shown yet. */
export interface MoreRow {
  readonly kind: 'more';
  readonly group: GroupRow;
  readonly hidden: number;
}

export type Row = GroupRow | AnnotationRow | SuggestionRow | ConflictRow | MoreRow;

/** Whether something that a menu hands over is a row. */
export function isRow(given: unknown): given is Row {
  const kinds: readonly unknown[] = [
    'group',
    'annotation',
    'suggestion',
    'conflict',
    'more',
  ] satisfies readonly Row['kind'][];
  return typeof given === 'object' && given !== null && 'kind' in given && kinds.includes(given.kind);
}

/** What the tree is made of. */
export interface TreeContent {
  readonly annotations: readonly AnnotationItem[];
  readonly suggestions: readonly SuggestionItem[];
  readonly conflicts: readonly KeptConflictItem[];
  /** The ids of the labels in the order in which they are listed. */
  readonly labels: readonly string[];
}

/**
 * Arranges annotations and suggestions: first what a person has to check, with conflicts of other things at its end, then the other annotations in their groups, each in
 * text order, then the suggestions by label. Annotations whose words the user has deleted are left out, unless they have comments.
 */
export function annotationTree(
  { annotations, suggestions, conflicts, labels }: TreeContent,
  grouping: Grouping,
): GroupRow {
  const kept = annotations.filter(({ state, comments }) => state !== 'deleted' || comments.length > 0);
  const rows = uniqueRows(kept.map((item) => ({ kind: 'annotation', id: item.id, item })));
  const groups = groupRows(
    rows.filter(({ item }) => !isToCheck(item)),
    ({ item }) => valueOf(item, grouping),
    (value) => ({ of: grouping, value }),
  );
  const toCheck = [...rows.filter(({ item }) => isToCheck(item)), ...conflicts.map(conflictRow)];
  return groupOf({ of: 'all' }, [
    ...(toCheck.length > 0 ? [groupOf({ of: 'toCheck' }, toCheck)] : []),
    ...inOrder(groups, grouping, labels),
    ...suggestionGroups(suggestions, labels),
  ]);
}

/** Whether a person has to look at an annotation: its words are not certain or gone, or two people have changed it differently. */
export function isToCheck({ state, conflicts }: Pick<AnnotationItem, 'state' | 'conflicts'>): boolean {
  return isUncertain({ state }) || conflicts.length > 0;
}

/** Whether the words of an annotation are not certain or gone. */
export function isUncertain({ state }: Pick<AnnotationItem, 'state'>): boolean {
  return state !== 'anchored' && state !== 'moved';
}

/** The rows of a group that are shown, with one that represents the rest. */
export function shownRows(group: GroupRow, shown: number): readonly Row[] {
  const hidden = group.rows.length - shown;
  return hidden > 0 ? [...group.rows.slice(0, shown), { kind: 'more', group, hidden }] : group.rows;
}

/** The annotations and suggestions that contain a text, in whatever case, in their words or in what is known of them. */
export function filtered(content: TreeContent, text: string, titleOf: (label: string) => string): TreeContent {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return content;
  const contains = (parts: readonly (string | undefined)[]): boolean =>
    parts.some((part) => part?.toLowerCase().includes(wanted));
  return {
    ...content,
    annotations: content.annotations.filter((one) =>
      contains([
        one.words,
        one.formerWords,
        titleOf(one.label),
        one.article,
        one.layer,
        one.by,
        one.entity,
        ...Object.values(one.attributes),
        ...one.comments.flatMap((comment) => [comment.text, comment.by]),
      ]),
    ),
    conflicts: content.conflicts.filter((one) =>
      contains([one.about, one.field, one.kept, one.other, one.keptBy, one.by]),
    ),
    suggestions: content.suggestions.filter((one) =>
      contains([one.words, one.name, titleOf(one.label), one.article, one.entity]),
    ),
  };
}

function groupOf(key: GroupKey, rows: GroupRow['rows']): GroupRow {
  const count = rows.reduce((sum, row) => sum + (row.kind === 'group' ? row.count : 1), 0);
  return { kind: 'group', id: JSON.stringify(key), key, rows, count };
}

function conflictRow(item: KeptConflictItem): ConflictRow {
  return { kind: 'conflict', id: JSON.stringify([item.part, item.id, item.at]), item };
}

/** An editor shows no tree in which two rows have the same id. */
function uniqueRows<Kind extends AnnotationRow | SuggestionRow>(rows: readonly Kind[]): readonly Kind[] {
  const unique = [...new Map(rows.map((row) => [row.id, row])).values()];
  return unique.sort(({ item: one }, { item: other }) => comparePositions(one.range.start, other.range.start));
}

interface Position {
  readonly line: number;
  readonly character: number;
}

function comparePositions(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character;
}

function groupRows<Kind extends AnnotationRow | SuggestionRow>(
  rows: readonly Kind[],
  valueOfRow: (row: Kind) => string | undefined,
  keyOf: (value: string | undefined) => GroupKey,
): readonly GroupRow[] {
  return [...groupBy(rows, valueOfRow)].map(([value, found]) => groupOf(keyOf(value), found));
}

function valueOf(item: AnnotationItem, grouping: Grouping): string | undefined {
  if (grouping === 'state') return item.resolved ? 'resolved' : item.state;
  return item[grouping];
}

/** Articles stay in text order; layers are sorted by name, and labels and states as they are listed elsewhere. */
function inOrder(groups: readonly GroupRow[], by: Grouping, labels: readonly string[]): readonly GroupRow[] {
  if (by === 'article') return groups;
  const listed: readonly string[] = by === 'label' ? labels : by === 'state' ? STATES : [];
  return groups.toSorted((one, other) => {
    const [first, second] = [one, other].map(({ key }) => ('value' in key ? (key.value ?? '') : ''));
    const placeOf = (value = ''): number => (listed.includes(value) ? listed.indexOf(value) : listed.length);
    return placeOf(first) - placeOf(second) || (first ?? '').localeCompare(second ?? '');
  });
}

function suggestionGroups(suggestions: readonly SuggestionItem[], labels: readonly string[]): readonly GroupRow[] {
  const rows = uniqueRows(suggestions.map((item) => ({ kind: 'suggestion', id: suggestionId(item), item })));
  if (rows.length === 0) return [];
  const certain = groupRows(
    rows.filter(({ item }) => item.confidence === 'high'),
    ({ item }) => item.label,
    (value) => ({ of: 'suggestedLabel', value }),
  );
  const lessCertain = rows.filter(({ item }) => item.confidence !== 'high');
  return [
    groupOf({ of: 'suggestions' }, [
      ...inOrder(certain, 'label', labels),
      ...(lessCertain.length > 0 ? [groupOf({ of: 'lessCertain' }, lessCertain)] : []),
    ]),
  ];
}

function suggestionId({ label, range: { start, end } }: SuggestionItem): string {
  return JSON.stringify([label, start.line, start.character, end.line, end.character]);
}
