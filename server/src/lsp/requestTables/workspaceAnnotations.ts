import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { AnnotatedText } from '../../annotations/annotatedText';
import type { AnnotationSettings } from '../../annotations/settings';
import type { Recognition } from '../../index/recognition';
import type { Digest } from '../../ports/digest';
import type { FileSystem } from '../../ports/fileSystem';
import {
  AnnotationMethod,
  type ChangeIssuesParams,
  type ChangeIssuesResult,
  type LayersParams,
  type OccurrencesOfParams,
} from '../annotationProtocol';
import { changeIssues } from '../requests/annotations/changeIssues';
import { layerItems, workspaceLayers } from '../requests/annotations/layers';
import { wordOccurrences } from '../requests/annotations/occurrences';
import { signalOf } from '../session/abortSignal';
import { newId, type Annotations } from '../session/annotations';
import type { Answer } from '../session/answer';
import type { ErrorHandling } from '../session/errors';
import type { OpenIssues } from '../session/openIssues';
import { sentPlaces } from '../session/sentPlaces';
import type { Turns } from '../session/turns';
import type { WorkspaceFolders } from '../session/workspaceFolders';

/** What the requests on annotations of several issues need of the server. */
export interface WorkspaceAnnotationContext {
  readonly connection: Connection;
  readonly files: FileSystem;
  readonly digest: Digest;
  readonly open: OpenIssues;
  readonly annotations: Annotations;
  readonly turns: Turns;
  readonly folders: WorkspaceFolders;
  recognition(): Recognition;
  settings(): AnnotationSettings;
  /** For what the user has ordered: an error is shown. */
  readonly answerCommand: Answer;
  readonly withErrorsShown: ErrorHandling;
  /** Puts in force what the sidecar of an open issue says now. */
  sidecarChanged(uri: string): Promise<void>;
}

/** Serves what is done with the annotations of several issues at once, open or not. */
export function registerWorkspaceAnnotations(service: WorkspaceAnnotationContext): void {
  const { connection, open, annotations, settings, folders, recognition, answerCommand, withErrorsShown } = service;
  const annotatedOf = async (uri: string): Promise<AnnotatedText | undefined> => {
    await annotations.ready(uri);
    const issue = open.get(uri);
    return issue && annotations.of(issue);
  };

  connection.onRequest(AnnotationMethod.occurrences, (params: OccurrencesOfParams, token: CancellationToken) => {
    const { uri, range } = params;
    const sent = sentPlaces(open, uri);
    return answerCommand({ what: 'Occurrences', uri, token }, null, async (issue, signal) => {
      const annotated = await annotatedOf(uri);
      if (!annotated) return null;
      const workspace = { ...service, folders: await folders(), recognition: recognition() };
      const surroundings = { ...workspace, layer: settings().layer, annotatedOf };
      return wordOccurrences(issue, annotated, sent.spanIn(issue, range), params, surroundings, signal);
    });
  });
  connection.onRequest(AnnotationMethod.layers, ({ uri, scope }: LayersParams, token: CancellationToken) =>
    withErrorsShown('Layers', [], async () => {
      if (scope === 'workspace') {
        const workspace = { ...service, folders: await folders(), recognition: recognition() };
        return workspaceLayers(workspace, signalOf(token));
      }
      await annotations.ready(uri);
      return layerItems((annotations.get(uri)?.annotations() ?? []).map(({ annotation }) => annotation.layer));
    }),
  );
  connection.onRequest(AnnotationMethod.changeIssues, ({ changes }: ChangeIssuesParams, token: CancellationToken) =>
    withErrorsShown<ChangeIssuesResult | null>('Annotating', null, async () => {
      const { author, layer } = settings();
      const authorship = { by: author, at: new Date().toISOString(), layer, newId };
      const surroundings = {
        ...service,
        folders: await folders(),
        author: authorship,
        annotatedOf,
        changed: (uri: string) => annotations.changed(uri),
      };
      return changeIssues(changes, surroundings, signalOf(token));
    }),
  );
}
