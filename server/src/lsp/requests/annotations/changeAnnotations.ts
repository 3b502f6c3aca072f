import type { Range } from 'vscode-languageserver';
import type { AnnotatedText, CarryOut, RecordChange } from '../../../annotations/annotatedText';
import type { Authorship } from '../../../annotations/authorship';
import { recordsOf, type AnnotationChange } from '../../../annotations/change';
import { suggestionsOf } from '../../../annotations/suggestions';
import type { Span } from '../../../core/span';
import type { Segment } from '../../../features/selectionRanges';
import { issueLabelIds } from './labels';
import type { ChangeResult, ClientChange } from '../../annotationProtocol';
import { rangeOf } from '../../ranges';
import type { OpenIssue } from '../../session/openIssues';
import { resizedSpan } from './resize';
import type { LabelSet } from '../../../annotations/labels/schema';

/** What a change of annotations needs beside the issue. */
export interface ChangeService {
  readonly annotated: AnnotatedText;
  readonly labels: LabelSet;
  readonly author: Authorship;
  /** The span of a range that the client sent. */
  readonly spanOf: (range: Range) => Span;
  /** Makes what undo and redo change elsewhere in the sidecar. */
  readonly carryOut: CarryOut;
  /** The word segmenter, for changes by words. */
  readonly segment: Segment | undefined;
}

/** Makes a change that a user has ordered, as one step of undo, and gives what it has changed. */
export function changeAnnotations(issue: OpenIssue, change: ClientChange, service: ChangeService): ChangeResult {
  const { annotated, author } = service;
  if (change.kind === 'undo' || change.kind === 'redo') {
    const wasDone = annotated[change.kind](service.carryOut);
    return resultOf(issue, wasDone ? 1 : 0, []);
  }
  const records = recordsOf(annotated, changeIn(issue, change, service), author);
  annotated.apply(records);
  return resultOf(issue, records.length, records);
}

function changeIn(
  issue: OpenIssue,
  change: Exclude<ClientChange, { readonly kind: 'undo' } | { readonly kind: 'redo' }>,
  service: ChangeService,
): AnnotationChange {
  const { annotated, spanOf } = service;
  switch (change.kind) {
    case 'add': {
      const { label, ranges, comment } = change;
      const items = ranges.map((range) => ({
        label,
        span: spanOf(range),
        ...(comment === undefined ? {} : { comment }),
      }));
      return { kind: 'add', items };
    }
    case 'accept':
      return {
        kind: 'add',
        items: change.items.map(({ label, range }) => acceptedItem(issue, label, spanOf(range), service)),
      };
    case 'reject':
      return { kind: 'reject', items: change.items.map(({ label, range }) => ({ label, span: spanOf(range) })) };
    case 'move':
      return { kind: 'move', id: change.id, span: spanOf(change.range) };
    case 'resize': {
      const anchor = annotated.annotations().find(({ annotation: { id } }) => id === change.id)?.anchor;
      if (!anchor) return { kind: 'remove', ids: [] };
      return { kind: 'move', id: change.id, span: resizedSpan(issue.analysis, anchor, change, service.segment) };
    }
    case 'adjudicate': {
      const readings = (sent: typeof change.take) =>
        sent.map(({ range, ...about }) => ({ ...about, ...spanOf(range) }));
      return { ...change, take: readings(change.take), reject: readings(change.reject) };
    }
    default:
      return change;
  }
}

/** An accepted suggestion, with the entry of the dictionary that it names. */
function acceptedItem(
  { analysis }: OpenIssue,
  label: string,
  span: Span,
  { annotated, labels }: ChangeService,
): { readonly label: string; readonly span: Span; readonly entity?: string } {
  const suggestions = suggestionsOf(annotated, analysis.mentions, issueLabelIds(labels));
  const entity = suggestions.find(
    (one) => one.label === label && one.span.start === span.start && one.span.end === span.end,
  )?.entity;
  return { label, span, ...(entity === undefined ? {} : { entity }) };
}

function resultOf(
  { analysis: { document } }: OpenIssue,
  changed: number,
  records: readonly RecordChange[],
): ChangeResult {
  const added = records.flatMap((record) =>
    record.kind === 'annotation' && record.anchor
      ? [{ id: record.id, range: rangeOf(document.lines, record.anchor) }]
      : [],
  );
  return { changed, added };
}
