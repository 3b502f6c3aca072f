import type { CancellationToken, Connection } from 'vscode-languageserver';
import {
  AnnotationMethod,
  type ChangeParams,
  type ChangeResult,
  type ResolveConflictParams,
} from '../annotationProtocol';
import type { IssueParams } from '../protocol';
import { keptConflicts, withKeptConflictResolved } from '../requests/annotations/keptConflicts';
import type { Annotations } from '../session/annotations';
import type { Answer } from '../session/answer';
import type { Labels } from '../session/labels';
import type { Sidecars } from '../session/sidecars';

/** What the requests on conflicts that are not of annotations need of the server. */
export interface ConflictRequestContext {
  readonly connection: Connection;
  readonly annotations: Annotations;
  readonly labels: Labels;
  readonly sidecars: Sidecars;
  readonly answer: Answer;
  /** For what the user has ordered: an error is shown. */
  readonly answerCommand: Answer;
  /** Puts in force what the sidecar of an issue says now. */
  applySidecar(uri: string): void;
}

/** Serves the list of what two people have changed differently apart from annotations, and resolves it. */
export function registerConflictRequests(
  context: ConflictRequestContext,
  change: (params: ChangeParams, token: CancellationToken) => Promise<ChangeResult | null>,
): void {
  const { connection, annotations, labels, sidecars, answer, answerCommand, applySidecar } = context;

  connection.onRequest(AnnotationMethod.conflicts, async ({ uri }: IssueParams, token: CancellationToken) => {
    await annotations.ready(uri);
    const set = await labels.of(uri);
    return answer({ what: 'Conflicts', uri, token }, [], (issue) => {
      const annotated = annotations.of(issue);
      return annotated ? keptConflicts(issue, annotated, set) : [];
    });
  });
  connection.onRequest(
    AnnotationMethod.resolveConflict,
    async ({ uri, conflict, take }: ResolveConflictParams, token: CancellationToken) => {
      const { part, id, at } = conflict;
      // A step of undo, as other changes of relations are.
      if (part === 'relations') {
        const result = await change({ uri, change: { kind: 'resolveConflict', id, at, take } }, token);
        return (result?.changed ?? 0) > 0;
      }
      return answerCommand({ what: 'Conflicts', uri, token }, false, async ({ analysis: { document } }) => {
        const outcome: { isResolved: boolean } = { isResolved: false };
        await sidecars.change(uri, (now) => {
          const resolved = withKeptConflictResolved(now, conflict, take, document);
          outcome.isResolved = resolved !== now;
          return resolved;
        });
        if (outcome.isResolved) applySidecar(uri);
        return outcome.isResolved;
      });
    },
  );
}
