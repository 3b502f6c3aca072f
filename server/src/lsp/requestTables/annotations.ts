import { t } from '@vscode/l10n';
import type { CancellationToken, CodeAction } from 'vscode-languageserver';
import type { AnnotatedText } from '../../annotations/annotatedText';
import { NOTE_LABEL } from '../../annotations/model';
import { readLayerChoice } from '../../annotations/layers';
import type { Span } from '../../core/span';
import type { Segmenter } from '../../ports/segmenter';
import { withChanges, type SidecarChange } from '../../source/sidecar/changes';
import type { Annotation } from '../../source/sidecar/schema';
import { COMPARE_COMMAND } from '../agreementProtocol';
import {
  ANNOTATE_COMMAND,
  AnnotationMethod,
  type AtParams,
  type AtResult,
  type CandidatesParams,
  type ChangeParams,
  type ChangeResult,
  type ListParams,
  type NextParams,
  type SuggestionsParams,
} from '../annotationProtocol';
import type { IssueParams } from '../protocol';
import { disagreementActions } from '../requests/annotations/disagreementActions';
import { annotationActions } from '../requests/annotations/annotationActions';
import { candidateItems } from '../requests/annotations/candidates';
import { readChangeParams } from '../requests/annotations/changeParams';
import { changeAnnotations } from '../requests/annotations/changeAnnotations';
import { annotatedWord, itemsAt, nextItem, suggestedItems } from '../requests/annotations/find';
import { annotationItems } from '../requests/annotations/items';
import { keptConflictActions } from '../requests/annotations/keptConflictActions';
import { plainEditorActions } from '../requests/annotations/plainEditorActions';
import { keptConflicts } from '../requests/annotations/keptConflicts';
import { labelItems } from '../requests/annotations/labels';
import { newId } from '../session/annotations';
import type { Answer, IssueRequest } from '../session/answer';
import type { Labels } from '../session/labels';
import type { Layers } from '../session/layers';
import type { OpenIssue } from '../session/openIssues';
import { sentPlaces } from '../session/sentPlaces';
import { runInTurns } from '../session/yieldToEventLoop';
import { registerConflictRequests, type ConflictRequestContext } from './conflicts';
import { registerWorkspaceAnnotations, type WorkspaceAnnotationContext } from './workspaceAnnotations';

/** What the requests on annotations need of the server. */
export interface AnnotationRequestContext extends WorkspaceAnnotationContext, ConflictRequestContext {
  readonly segmenter: Segmenter;
  readonly labels: Labels;
  readonly layers: Layers;
  readonly answer: Answer;
  dictionariesLoaded(): Promise<void>;
}

/** What is asked about the annotations of an issue. */
interface AnnotationRequest extends IssueRequest {
  /** Whether the answer depends on the mentions of the issue. */
  readonly needsMentions?: boolean;
}

/** Who asks for actions. */
export interface Asking {
  /** Commands that the client has: for what they do, there are no actions. */
  readonly commands: ReadonlySet<string>;
  /** Whether the editor asks by itself, so that long lists would be in the way. */
  readonly isAutomatic: boolean;
}

/** What other requests and commands do with annotations. */
export interface AnnotationService {
  /** Carries out a change of annotations: the command that other editors execute. */
  change(params: unknown, token: CancellationToken): Promise<ChangeResult | null>;
  /** Resolves a conflict that is not one of an annotation: the command that actions execute. */
  resolveConflict(params: unknown, token: CancellationToken): Promise<boolean>;
  /** What can be done with the annotations at a span. */
  actions(issue: OpenIssue, here: Span, asking: Asking): Promise<readonly CodeAction[]>;
}

/** Serves what is asked about annotations, and gives what others need. */
export function registerAnnotationRequests(service: AnnotationRequestContext): AnnotationService {
  const { connection, segmenter, open, annotations, labels, layers, settings } = service;
  /** What is shown of the annotations of an issue, where they follow the text that the issue has. */
  const shownIn = (issue: OpenIssue): AnnotatedText | undefined => {
    const annotated = annotations.of(issue);
    return annotated && layers.shownOf(annotated);
  };
  /** Answers from what is shown of the annotations of an issue, once they have been read. */
  const fromAnnotations =
    (answer: Answer) =>
    async <Result>(
      { needsMentions = false, ...request }: AnnotationRequest,
      fallback: Result,
      work: (issue: OpenIssue, annotated: AnnotatedText) => Result | Promise<Result>,
    ): Promise<Result> => {
      if (needsMentions) await service.dictionariesLoaded();
      await annotations.ready(request.uri);
      return answer(request, fallback, async (issue, signal) => {
        if (needsMentions)
          await runInTurns(issue.analysis.mentionsInSteps(), { signal: AbortSignal.any([signal, issue.superseded]) });
        const annotated = shownIn(issue);
        return annotated ? work(issue, annotated) : fallback;
      });
    };
  const [answer, answerCommand] = [fromAnnotations(service.answer), fromAnnotations(service.answerCommand)];

  registerWorkspaceAnnotations(service);
  connection.onRequest(AnnotationMethod.get, async ({ uri }: IssueParams) => {
    await annotations.ready(uri);
    return annotations.paramsOf(uri);
  });
  connection.onRequest(AnnotationMethod.labels, async ({ uri }: IssueParams) =>
    labelItems(await labels.of(uri), settings().layer),
  );
  connection.onRequest(AnnotationMethod.at, async (params: AtParams, token: CancellationToken) => {
    const { uri, range, withWord = false } = params;
    const nothing: AtResult = { annotations: [], suggestions: [], word: null };
    const sent = sentPlaces(open, uri);
    const [set, segment] = await Promise.all([labels.of(uri), withWord ? segmenter.load() : undefined]);
    return answer({ what: 'Annotations', uri, token, needsMentions: true }, nothing, (issue, annotated) => {
      const span = sent.spanIn(issue, range);
      const word = withWord ? annotatedWord(issue, span, segment) : null;
      return { ...itemsAt(issue, annotated, span, set), word };
    });
  });
  connection.onRequest(AnnotationMethod.next, async (params: NextParams, token: CancellationToken) => {
    const { uri, position } = params;
    const sent = sentPlaces(open, uri);
    const set = await labels.of(uri);
    const request = { what: 'Next annotation', uri, token, needsMentions: params.of === 'suggestion' };
    return answerCommand(request, null, (issue, annotated) =>
      nextItem(issue, annotated, sent.offsetIn(issue, position), params, set),
    );
  });
  connection.onRequest(
    AnnotationMethod.suggestions,
    async ({ uri, alsoMedium = false }: SuggestionsParams, token: CancellationToken) => {
      const set = await labels.of(uri);
      return answer({ what: 'Suggestions', uri, token, needsMentions: true }, [], (issue, annotated) =>
        suggestedItems(issue, annotated, set, alsoMedium),
      );
    },
  );
  connection.onRequest(AnnotationMethod.candidates, ({ uri, id }: CandidatesParams, token: CancellationToken) =>
    answerCommand({ what: 'Places', uri, token }, [], (_, annotated) => candidateItems(annotated, id)),
  );
  connection.onRequest(AnnotationMethod.list, ({ uri, only }: ListParams, token: CancellationToken) =>
    answer({ what: 'Annotations', uri, token }, [], (issue, annotated) => {
      const listed = annotated.annotations().filter(({ annotation }) => only === undefined || isNote(annotation));
      return annotationItems(annotated, issue.analysis.document, listed);
    }),
  );
  connection.onNotification(AnnotationMethod.chooseLayers, async (given: unknown) => {
    layers.choose(readLayerChoice(given));
    await connection.sendNotification(AnnotationMethod.labelsChanged);
    await annotations.shownChanged();
  });
  connection.onRequest(AnnotationMethod.original, async ({ uri }: IssueParams) => {
    await annotations.ready(uri);
    return annotations.get(uri)?.original() ?? null;
  });

  const change: AnnotationService['change'] = async (given, token) => {
    const { uri, change: ordered } = readChangeParams(given);
    const sent = sentPlaces(open, uri);
    const set = await labels.of(uri);
    const segment = ordered.kind === 'resize' && ordered.unit === 'word' ? await segmenter.load() : undefined;
    const request = { what: 'Annotating', uri, token, needsMentions: ordered.kind === 'accept' };
    return answerCommand(request, null, async (issue, shown) => {
      // The layer into which annotations go may be hidden, and its annotations count.
      const isIntoLayer = ordered.kind === 'setLayer' || ordered.kind === 'adjudicate';
      const annotated = isIntoLayer ? (annotations.of(issue) ?? shown) : shown;
      const { author, layer } = settings();
      let elsewhere: readonly SidecarChange[] = [];
      const result = changeAnnotations(issue, ordered, {
        annotated,
        labels: set,
        author: { by: author, at: new Date().toISOString(), layer, newId },
        spanOf: (range) => sent.spanIn(issue, range),
        segment,
        carryOut: (changes) => (elsewhere = changes),
      });
      if (elsewhere.length > 0) {
        await service.sidecars.change(uri, (sidecar) => withChanges(sidecar, elsewhere));
        service.applySidecar(uri);
      }
      if (result.changed > 0) await annotations.changed(uri);
      return result;
    });
  };
  connection.onRequest(AnnotationMethod.change, (params: ChangeParams, token: CancellationToken) =>
    change(params, token),
  );
  const { resolve } = registerConflictRequests(service, change);
  return {
    change,
    resolveConflict: resolve,
    async actions(issue, here, asking) {
      const set = await labels.of(issue.uri);
      await runInTurns(issue.analysis.mentionsInSteps(), { signal: issue.superseded });
      const annotated = shownIn(issue);
      if (!annotated) return [];
      const { commands, isAutomatic } = asking;
      const offered = (has: string, actions: () => readonly CodeAction[]): readonly CodeAction[] =>
        isAutomatic || commands.has(has) ? [] : actions();
      const into = settings().layer ?? t('adjudicated');
      return [
        ...annotationActions(issue, annotated, here, set, commands),
        ...keptConflictActions(issue, keptConflicts(issue, annotated, set), here),
        ...offered(COMPARE_COMMAND, () => disagreementActions(issue, annotated, here, set, into)),
        ...offered(ANNOTATE_COMMAND, () => plainEditorActions(issue, annotated, here, set)),
      ];
    },
  };
}

/** Whether an annotation has, or is to have, a thread of comments. */
function isNote({ label, comments = [] }: Annotation): boolean {
  return label === NOTE_LABEL || comments.length > 0;
}
