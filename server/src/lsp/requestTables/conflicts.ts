import type { CancellationToken, Connection } from 'vscode-languageserver';
import { elsewhere } from '../../annotations/annotatedText';
import { propertiesOf } from '../../core/settings';
import { changesBetween, type SidecarChange } from '../../source/sidecar/changes';
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

/** What other requests do with conflicts that are not of annotations. */
export interface ConflictRequests {
  /** Resolves one, as a step that undo reverts: the command that other editors execute. Returns whether there was such a conflict. */
  resolve(given: unknown, token: CancellationToken): Promise<boolean>;
}

/** Serves the list of what two people have changed differently apart from annotations, and resolves it. */
export function registerConflictRequests(
  context: ConflictRequestContext,
  change: (params: ChangeParams, token: CancellationToken) => Promise<ChangeResult | null>,
): ConflictRequests {
  const { connection, annotations, labels, sidecars, answer, answerCommand, applySidecar } = context;

  connection.onRequest(AnnotationMethod.conflicts, async ({ uri }: IssueParams, token: CancellationToken) => {
    await annotations.ready(uri);
    const set = await labels.of(uri);
    return answer({ what: 'Conflicts', uri, token }, [], (issue) => {
      const annotated = annotations.of(issue);
      return annotated ? keptConflicts(issue, annotated, set) : [];
    });
  });
  const resolve: ConflictRequests['resolve'] = async (given, token) => {
    if (!isResolution(given)) return false;
    const { uri, conflict, take } = given;
    const { part, id, at } = conflict;
    if (part === 'relations') {
      const result = await change({ uri, change: { kind: 'resolveConflict', id, at, take } }, token);
      return (result?.changed ?? 0) > 0;
    }
    await annotations.ready(uri);
    return answerCommand({ what: 'Conflicts', uri, token }, false, async (issue) => {
      let made: readonly SidecarChange[] = [];
      await sidecars.change(uri, (now) => {
        const resolved = withKeptConflictResolved(now, conflict, take, issue.analysis.document);
        made = changesBetween(now, resolved);
        return resolved;
      });
      if (made.length === 0) return false;
      annotations.get(uri)?.apply(made.map(elsewhere));
      applySidecar(uri);
      await annotations.changed(uri);
      return true;
    });
  };
  connection.onRequest(AnnotationMethod.resolveConflict, (params: ResolveConflictParams, token: CancellationToken) =>
    resolve(params, token),
  );
  return { resolve };
}

function isResolution(given: unknown): given is ResolveConflictParams {
  const { uri, conflict, take } = propertiesOf(given);
  const { part, id, at } = propertiesOf(conflict);
  const isConflict = typeof part === 'string' && typeof id === 'string' && typeof at === 'number';
  return typeof uri === 'string' && isConflict && (take === 'kept' || take === 'other');
}
