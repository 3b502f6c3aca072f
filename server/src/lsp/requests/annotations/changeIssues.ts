import { t } from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver';
import type { AnnotatedText } from '../../../annotations/annotatedText';
import type { Authorship } from '../../../annotations/authorship';
import { recordsOf, type AnnotationChange } from '../../../annotations/change';
import { hashOf } from '../../../core/hash';
import { linesOf } from '../../../core/lines';
import { firstProblems, messageOf } from '../../../core/problems';
import { visible } from '../../../core/visible';
import { withoutMark } from '../../../source/byteOrderMark';
import type { Digest } from '../../../ports/digest';
import type { FileSystem } from '../../../ports/fileSystem';
import type { ChangedIssue, ChangeIssuesResult, IssueChange } from '../../annotationProtocol';
import { spanOf } from '../../ranges';
import type { OpenIssues } from '../../session/openIssues';
import { severalAtATime } from '../../session/severalAtATime';
import type { Turns } from '../../session/turns';
import { withWorkProgress } from '../../session/workProgress';
import { pathWithin } from '../workspaceIssues';
import { changeClosedIssue } from './closedIssue';

/** What changing the annotations of many issues needs of the server. */
export interface ChangeIssuesService {
  readonly connection: Connection;
  readonly open: OpenIssues;
  readonly files: FileSystem;
  readonly digest: Digest;
  readonly turns: Turns;
  readonly folders: readonly string[];
  readonly author: Authorship;
  /** As in `OccurrencesService`. */
  annotatedOf(uri: string): Promise<AnnotatedText | undefined>;
  /** Tells the client that the annotations of an open issue have changed, and stores them. */
  changed(uri: string): Promise<void>;
  /** Puts in force what the sidecar of an open issue says now. */
  sidecarChanged(uri: string): Promise<void>;
}

/**
 * Changes annotations of many issues, several at a time, with progress that the user can stop. In an open issue, saved or not,
 * the change is one step of its undo; in another it is written into the sidecar. An issue whose text is no longer the one that the
 * ranges are in is left alone, and reported.
 */
export async function changeIssues(
  changes: readonly IssueChange[],
  service: ChangeIssuesService,
  signal: AbortSignal,
): Promise<ChangeIssuesResult> {
  const issues: ChangedIssue[] = [];
  const problems: string[] = [];
  const title = t('Annotating issues');
  const pathOf = ({ uri }: IssueChange): string => pathWithin(service.folders, uri);
  const isStopped = await withWorkProgress(
    service.connection,
    { title, total: changes.length, signal },
    async (report, stopped) => {
      const make = (change: IssueChange, index: number): Promise<ChangedIssue> => {
        report(index, pathOf(change));
        return changeIssue(change, service);
      };
      for await (const { item, outcome } of severalAtATime(changes, make, { turns: service.turns, signal: stopped })) {
        if (outcome.status === 'rejected') problems.push(`${pathOf(item)}: ${messageOf(outcome.reason)}`);
        else if (outcome.value.ids.length > 0) issues.push(outcome.value);
      }
      return stopped.aborted;
    },
  );
  return { issues, problems: firstProblems(problems).map(visible), problemCount: problems.length, isStopped };
}

async function changeIssue(change: IssueChange, service: ChangeIssuesService): Promise<ChangedIssue> {
  const { open, files, author, annotatedOf, changed, sidecarChanged } = service;
  const { uri } = change;
  if (open.get(uri)) {
    const annotated = await annotatedOf(uri);
    if (!annotated) throw new Error(t('Its annotations are still loading.'));
    const records = recordsOf(annotated, changeIn(annotated.text(), change), author);
    annotated.apply(records);
    if (records.length > 0) await changed(uri);
    return { uri, ids: records.flatMap(({ kind, id }) => (kind === 'annotation' ? [id] : [])), isOpen: true };
  }
  const text = withoutMark((await files.readIssue(uri)).text);
  const ids = await changeClosedIssue(uri, text, changeIn(text, change), service);
  // It may have been opened in the meantime.
  if (open.get(uri)) await sidecarChanged(uri);
  return { uri, ids, isOpen: false };
}

/** Throws an error with a sentence for the user where the text is another than the ranges are in. */
function changeIn(text: string, change: IssueChange): AnnotationChange {
  if (change.kind === 'remove') return { kind: 'remove', ids: change.ids };
  if (hashOf(text) !== change.textHash) throw new Error(t('Its text has changed since the search.'));
  const lines = linesOf(text);
  return { kind: 'add', items: change.ranges.map((range) => ({ label: change.label, span: spanOf(lines, range) })) };
}
