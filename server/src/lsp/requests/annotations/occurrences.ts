import { t } from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver';
import { annotatedTextInSteps, type AnnotatedText } from '../../../annotations/annotatedText';
import { findOccurrences, type OccurrenceSearch } from '../../../annotations/occurrences';
import { firstProblems, messageOf } from '../../../core/problems';
import { hashOf } from '../../../core/hash';
import { linesOf } from '../../../core/lines';
import type { Span } from '../../../core/span';
import { visible } from '../../../core/visible';
import type { IssueDocument } from '../../../issue/model';
import { withoutMark } from '../../../source/byteOrderMark';
import { EMPTY_SIDECAR } from '../../../source/sidecar/model';
import type {
  IssueWordOccurrences,
  OccurrencesOfParams,
  OccurrencesOfResult,
  WordOccurrence,
} from '../../annotationProtocol';
import { rangeOf } from '../../ranges';
import type { OpenIssue, OpenIssues } from '../../session/openIssues';
import { severalAtATime } from '../../session/severalAtATime';
import type { Turns } from '../../session/turns';
import { withWorkProgress } from '../../session/workProgress';
import { runInTurns } from '../../session/yieldToEventLoop';
import {
  isIssueText,
  pathWithin,
  workspaceIssues,
  type WorkspaceIssue,
  type WorkspaceSurroundings,
} from '../workspaceIssues';

/** How much is shown before and after each place. */
const CONTEXT = 12;

/** The most places that are listed, because a longer list cannot be checked by a person. */
const MOST = 5000;

/** What the search needs of the server. */
export interface OccurrencesService extends WorkspaceSurroundings {
  readonly connection: Connection;
  readonly open: OpenIssues;
  readonly turns: Turns;
  /** The layer of new annotations. */
  readonly layer: string | undefined;
  /** The annotations of an open issue, once they are read; undefined where they are not of its present text. */
  annotatedOf(uri: string): Promise<AnnotatedText | undefined>;
}

/**
 * The places of the words of a span that can be annotated: in its article, in its issue, or in all issues of the workspace, as
 * they are in the editor or on disk. Null where the user has stopped the search.
 */
export async function wordOccurrences(
  issue: OpenIssue,
  annotated: AnnotatedText,
  span: Span,
  { label, scope }: Pick<OccurrencesOfParams, 'label' | 'scope'>,
  service: OccurrencesService,
  signal: AbortSignal,
): Promise<OccurrencesOfResult | null> {
  const { document } = issue.analysis;
  const words = document.text.slice(span.start, span.end);
  const found = collector({ words, label, layer: service.layer });
  const within = scope === 'article' ? articleAround(document, span) : wholeOf(document.text);
  found.add({ uri: issue.uri, path: pathWithin(service.folders, issue.uri) }, annotated, within);
  if (scope !== 'workspace' || words.trim() === '') return found.result([]);
  const { items, unread } = await workspaceIssues(service);
  const others = items.filter(({ uri }) => uri !== issue.uri);
  const problems: string[] = [];
  const title = t('Looking for “{0}”', visible(words));
  const isStopped = await withWorkProgress(
    service.connection,
    { title, total: others.length, signal },
    async (report, stopped) => {
      const look = (item: WorkspaceIssue, index: number): Promise<AnnotatedText | undefined> => {
        report(index, item.path);
        return annotatedWith(words, item, service);
      };
      for await (const { item, outcome } of severalAtATime(others, look, { turns: service.turns, signal: stopped })) {
        if (found.isFull() || stopped.aborted) break;
        if (outcome.status === 'rejected') {
          if (item.isCertain) problems.push(`${item.path}: ${messageOf(outcome.reason)}`);
        } else if (outcome.value) found.add(item, outcome.value, wholeOf(outcome.value.text()));
      }
      return stopped.aborted;
    },
  );
  signal.throwIfAborted();
  if (isStopped) return null;
  return found.result([...unread, ...problems]);
}

/** An issue with its annotations, if it has the words. */
async function annotatedWith(
  words: string,
  item: WorkspaceIssue,
  { open, files, annotatedOf }: OccurrencesService,
): Promise<AnnotatedText | undefined> {
  const { uri } = item;
  if (open.get(uri)) {
    const annotated = await annotatedOf(uri);
    if (!annotated) throw new Error(t('Its annotations are still loading.'));
    return annotated;
  }
  const text = withoutMark((await files.readIssue(uri)).text);
  if (!text.includes(words) || !isIssueText(item, text)) return undefined;
  const { sidecar } = await files.readSidecar(uri);
  // Neither corrections nor relations matter here.
  const { text: described, annotations, rejected = [] } = sidecar;
  const known = { ...EMPTY_SIDECAR, ...(described ? { text: described } : {}), annotations, rejected };
  return runInTurns(annotatedTextInSteps(known, text));
}

function collector(search: Pick<OccurrenceSearch, 'words' | 'label' | 'layer'>) {
  const issues: IssueWordOccurrences[] = [];
  let [count, taken, rejected] = [0, 0, 0];
  let isCut = false;
  return {
    isFull: () => isCut,
    add({ uri, path }: { readonly uri: string; readonly path: string }, annotated: AnnotatedText, within: Span): void {
      const found = findOccurrences(annotated, { ...search, within, most: MOST - count });
      const text = annotated.text();
      taken += found.annotated;
      rejected += found.rejected;
      count += found.free.length;
      isCut ||= found.isCut;
      if (found.free.length > 0)
        issues.push({ uri, path: visible(path), textHash: hashOf(text), places: placesIn(text, found.free) });
    },
    result: (problems: readonly string[]): OccurrencesOfResult => ({
      words: search.words,
      issues,
      annotated: taken,
      rejected,
      isCut,
      problems: firstProblems(problems).map(visible),
    }),
  };
}

/** Places of a text as the client shows them. */
export function placesIn(text: string, spans: readonly Span[]): WordOccurrence[] {
  const lines = linesOf(text);
  return spans.map((span) => {
    const { start, end } = span;
    const line = lines.span(lines.positionAt(start).line);
    return {
      range: rangeOf(lines, span),
      before: text.slice(Math.max(line.start, start - CONTEXT), start),
      after: text.slice(end, Math.max(end, Math.min(line.end, end + CONTEXT))),
    };
  });
}

function wholeOf({ length }: string): Span {
  return { start: 0, end: length };
}

function articleAround({ articles, text }: IssueDocument, span: Span): Span {
  const article = articles.find(({ span: one }) => one.start <= span.start && span.end <= one.end);
  return article ? article.span : wholeOf(text);
}
