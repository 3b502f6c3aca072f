import { t } from '@vscode/l10n';
import type { AnnotatedText } from '../../../annotations/annotatedText';
import { titleIn } from '../../../annotations/labels/labels';
import type { LabelSet } from '../../../annotations/labels/schema';
import { isPlaced } from '../../../annotations/model';
import type { IssueDocument } from '../../../issue/model';
import {
  conflictsOf,
  conflictsOfSidecar,
  withDecisionResolved,
  withSidecarConflictResolved,
  type Conflict,
} from '../../../source/sidecar/conflicts';
import { BLOCK_ROLES, type Relation, type Sidecar, type StructureDecision } from '../../../source/sidecar/schema';
import type { KeptConflict, KeptConflictItem } from '../../annotationProtocol';
import { rangeOf } from '../../ranges';
import type { OpenIssue } from '../../session/openIssues';
import { decisionTitle, roleTitle } from '../structure/words';
import { given, inWords } from './items';

/** What two people have changed differently, apart from annotations: facts of the issue, relations and structure. */
export function keptConflicts(
  { analysis: { document, source } }: Pick<OpenIssue, 'analysis'>,
  annotated: AnnotatedText,
  labels: LabelSet,
): KeptConflictItem[] {
  return [
    ...conflictsOfSidecar(source.sidecar).map((one) => ({
      ...itemOf(one, 'sidecar', ''),
      field: factTitle(one.field),
    })),
    ...structureConflicts(document, source.sidecar.structure ?? []),
    ...annotated.relations().flatMap((relation) => relationConflicts(document, annotated, relation, labels)),
  ];
}

/** The sidecar with a conflict resolved that is not one of a relation; the same where there is no such conflict. */
export function withKeptConflictResolved(
  sidecar: Sidecar,
  { part, id, at }: KeptConflict,
  take: 'kept' | 'other',
  { handMade }: Pick<IssueDocument, 'handMade'>,
): Sidecar {
  if (part === 'sidecar') return withSidecarConflictResolved(sidecar, at, take);
  if (part === 'structure') return withDecisionResolved(sidecar, id, at, take);
  const overruled = handMade.overruled.find(({ decision }) => decision.id === id);
  if (part !== 'decisions' || !overruled || !sidecar.structure) return sidecar;
  const gone = take === 'kept' ? id : overruled.by.decision.id;
  return { ...sidecar, structure: sidecar.structure.filter((one) => one.id !== gone) };
}

function structureConflicts(
  { handMade: { placed, overruled }, lines }: IssueDocument,
  decisions: readonly StructureDecision[],
): KeptConflictItem[] {
  const spans = new Map(placed.map(({ decision, span }) => [decision.id, span]));
  const onDecisions = decisions.flatMap((decision) => {
    const span = spans.get(decision.id);
    return conflictsOf(decision).map((one) => ({
      ...itemOf(one, 'structure', decision.id, roleInWords),
      about: decision.line.text,
      field: one.field === 'role' ? t('Role') : one.field,
      ...given({ keptBy: decision.by, keptTime: decision.created }),
      ...(span ? { range: rangeOf(lines, span) } : {}),
    }));
  });
  const rivals = overruled.map(({ decision, by }) => ({
    part: 'decisions' as const,
    id: decision.id,
    at: 0,
    about: decision.line.text,
    field: t('Structure'),
    kept: decisionTitle(by.decision),
    other: decisionTitle(decision),
    ...given({ keptBy: by.decision.by, keptTime: by.decision.created, by: decision.by, time: decision.created }),
    range: rangeOf(lines, by.span),
  }));
  return [...onDecisions, ...rivals];
}

function relationConflicts(
  { lines }: IssueDocument,
  annotated: AnnotatedText,
  relation: Relation,
  labels: LabelSet,
): KeptConflictItem[] {
  const conflicts = conflictsOf(relation);
  if (conflicts.length === 0) return [];
  const annotations = annotated.annotations();
  const endOf = (id: unknown) => annotations.find(({ annotation }) => annotation.id === id);
  const wordsOf = (id: unknown): string => endOf(id)?.annotation.target.exact ?? inWords(id);
  const titleOf = (type: unknown): string => {
    const known = labels.relations.find(({ id }) => id === type);
    return known ? titleIn(known.title, known.id) : inWords(type);
  };
  const anchor = endOf(relation.from)?.anchor;
  return conflicts.map((one) => ({
    ...itemOf(one, 'relations', relation.id, one.field === 'type' ? titleOf : wordsOf),
    about: `${wordsOf(relation.from)} → ${titleOf(relation.type)} → ${wordsOf(relation.to)}`,
    field: relationFieldTitle(one.field),
    ...given({ keptBy: relation.by, keptTime: relation.created }),
    ...(anchor && isPlaced(anchor) ? { range: rangeOf(lines, anchor) } : {}),
  }));
}

function itemOf(
  { at, field, kept, other, by, time }: Conflict,
  part: KeptConflict['part'],
  id: string,
  words: (value: unknown) => string = inWords,
): KeptConflictItem {
  return { part, id, at, field, kept: words(kept), other: words(other), ...given({ by, time }) };
}

function roleInWords(value: unknown): string {
  const role = BLOCK_ROLES.find((one) => one === value);
  return role ? roleTitle(role) : inWords(value);
}

/** What a field of the sidecar is called. */
function factTitle(field: string): string {
  switch (field) {
    case 'issue.title':
      return t('Newspaper');
    case 'issue.date':
      return t('Date of issue');
    case 'issue.number':
      return t('Issue number');
    case 'issue.edition':
      return t('Edition');
    case 'issue.place':
      return t('Place of publication');
    case 'issue.page':
      return t('Page');
    default:
      return field;
  }
}

function relationFieldTitle(field: string): string {
  switch (field) {
    case 'type':
      return t('Relation');
    case 'from':
      return t('Relation from');
    case 'to':
      return t('Relation to');
    default:
      return field;
  }
}
