import type { Range } from 'vscode-languageserver';
import type { AnnotatedText } from '../../../annotations/annotatedText';
import { annotationsAt } from '../../../annotations/change';
import { hasConflicts } from '../../../source/sidecar/conflicts';
import type { LabelSet } from '../../../annotations/labels/schema';
import { isPlaced } from '../../../annotations/model';
import { suggestionsOf, type Suggestion } from '../../../annotations/suggestions';
import { compareSpans, covers, type Span } from '../../../core/span';
import { mentionAt } from '../../../entities/mentionAt';
import type { Segment } from '../../../features/selectionRanges';
import type { AtResult, NextParams, NextResult, SuggestionItem } from '../../annotationProtocol';
import { rangeOf } from '../../ranges';
import type { OpenIssue } from '../../session/openIssues';
import { annotationItems, suggestionItems } from './items';
import { issueLabelIds } from './labels';
import { wordAt } from './resize';

/** What Galley would annotate in an issue; those of medium confidence only if they are wanted. */
export function suggestedItems(
  issue: OpenIssue,
  annotated: AnnotatedText,
  labels: LabelSet,
  alsoMedium: boolean,
): SuggestionItem[] {
  return suggestionItems(issue.analysis.document, wantedSuggestions(issue, annotated, labels, alsoMedium));
}

/** The annotations and suggestions at a span. */
export function itemsAt(
  issue: OpenIssue,
  annotated: AnnotatedText,
  span: Span,
  labels: LabelSet,
): Omit<AtResult, 'word'> {
  const { document } = issue.analysis;
  const suggestions = suggestionsAt(issue, annotated, span, labels);
  return {
    annotations: annotationItems(annotated, document, annotationsAt(annotated, span)),
    suggestions: suggestionItems(document, suggestions),
  };
}

/** What a new annotation at a span would cover: the selection, else the name or the word at the cursor. */
export function annotatedWord({ analysis }: OpenIssue, span: Span, segment: Segment | undefined): Range | null {
  const { document, mentions } = analysis;
  const isSelected = span.start < span.end;
  const word = isSelected ? span : (mentionAt(mentions, span.start)?.span ?? wordAt({ document }, span.start, segment));
  return word ? rangeOf(document.lines, word) : null;
}

/** The next annotation or suggestion from an offset on, or the one before; from the other end where there is none. */
export function nextItem(
  issue: OpenIssue,
  annotated: AnnotatedText,
  offset: number,
  { of, backwards }: Pick<NextParams, 'of' | 'backwards'>,
  labels: LabelSet,
): NextResult | null {
  const items: readonly { readonly span: Span; readonly label: string; readonly id?: string }[] =
    of === 'suggestion'
      ? wantedSuggestions(issue, annotated, labels, false)
      : annotated
          .annotations()
          .filter(
            ({ annotation, anchor }) =>
              isPlaced(anchor) && (of === 'annotation' || anchor.state === 'changed' || hasConflicts(annotation)),
          )
          .map(({ annotation: { id, label }, anchor }) => ({ span: anchor, label, id }));
  const sorted = items.toSorted((one, other) => compareSpans(one.span, other.span));
  const found = backwards
    ? (sorted.findLast(({ span }) => span.start < offset) ?? sorted.at(-1))
    : (sorted.find(({ span }) => span.start > offset) ?? sorted[0]);
  if (!found) return null;
  const range = rangeOf(issue.analysis.document.lines, found.span);
  return { range, label: found.label, ...(found.id === undefined ? {} : { id: found.id }) };
}

/** The suggestions whose words are at a span, those of medium confidence too. */
export function suggestionsAt(
  { analysis }: OpenIssue,
  annotated: AnnotatedText,
  span: Span,
  labels: LabelSet,
): readonly Suggestion[] {
  const here = analysis.mentions.filter((mention) => covers(mention.span, span));
  return here.length === 0 ? [] : suggestionsOf(annotated, here, issueLabelIds(labels));
}

/** The suggestions of an issue; those of medium confidence only if they are wanted. */
function wantedSuggestions(
  { analysis }: OpenIssue,
  annotated: AnnotatedText,
  labels: LabelSet,
  alsoMedium: boolean,
): readonly Suggestion[] {
  const all = suggestionsOf(annotated, analysis.mentions, issueLabelIds(labels));
  return alsoMedium ? all : all.filter(({ confidence }) => confidence === 'high');
}
