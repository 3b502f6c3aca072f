import * as vscode from 'vscode';
import type { AnchorState } from '../../../server/src/annotations/model';
import {
  AnnotationMethod,
  STATES,
  type AnnotationItem,
  type AnnotationsParams,
  type AtResult,
  type CandidateItem,
  type ChangeResult,
  type ChangeIssuesResult,
  type ClientChange,
  type IssueChange,
  type KeptConflictItem,
  type LabelsResult,
  type LayerItem,
  type LayersParams,
  type NextParams,
  type NextResult,
  type OccurrencesOfParams,
  type OccurrencesOfResult,
  type ResolveConflictParams,
  type SuggestionItem,
} from '../../../server/src/lsp/annotationProtocol';
import { protocolRange } from '../ranges';
import type { Server } from '../server';
import { isUncertain } from '../views/annotations/tree';

/** The annotations of the open issues as the server has them. */
export interface AnnotationStore {
  /** What the server said last of an issue; undefined until it has said something. */
  of(document: vscode.TextDocument): AnnotationsParams | undefined;
  /** The same for the text as it is now. */
  refresh(document: vscode.TextDocument): Promise<AnnotationsParams | undefined>;
  labelsOf(document: vscode.TextDocument): Promise<LabelsResult>;
  /** What `labelsOf` gave last, without waiting; undefined until it has given something. */
  knownLabels(document: vscode.TextDocument): LabelsResult | undefined;
  change(document: vscode.TextDocument, change: ClientChange): Promise<ChangeResult | null>;
  /** What is at a range, without the word. */
  at(document: vscode.TextDocument, range: vscode.Range): Promise<AtResult>;
  /** The same with the word. */
  atWord(document: vscode.TextDocument, range: vscode.Range): Promise<AtResult>;
  /** Where the words of a range can be annotated; null where the user has stopped the search. */
  occurrences(
    document: vscode.TextDocument,
    wanted: Pick<OccurrencesOfParams, 'range' | 'label' | 'scope'>,
  ): Promise<OccurrencesOfResult | null>;
  /** Changes annotations of several issues, open or not. */
  changeIssues(changes: readonly IssueChange[]): Promise<ChangeIssuesResult | null>;
  /** The layers of an issue or of the workspace, those that are hidden too. */
  layers(document: vscode.TextDocument, scope: LayersParams['scope']): Promise<readonly LayerItem[]>;
  /** What two people have changed differently, apart from annotations. */
  conflicts(document: vscode.TextDocument): Promise<readonly KeptConflictItem[]>;
  /** Resolves one of these. Returns whether there was such a conflict. */
  resolveConflict(
    document: vscode.TextDocument,
    resolution: Pick<ResolveConflictParams, 'conflict' | 'take'>,
  ): Promise<boolean>;
  /** The places where an annotation without a certain place may belong. */
  candidates(document: vscode.TextDocument, id: string): Promise<readonly CandidateItem[]>;
  next(
    document: vscode.TextDocument,
    wanted: Pick<NextParams, 'position' | 'of' | 'backwards'>,
  ): Promise<NextResult | null>;
  list(document: vscode.TextDocument): Promise<readonly AnnotationItem[]>;
  /** Those that are notes or have comments. */
  notes(document: vscode.TextDocument): Promise<readonly AnnotationItem[]>;
  suggestions(document: vscode.TextDocument, alsoMedium?: boolean): Promise<readonly SuggestionItem[]>;
  /** The annotations of an issue are others, or elsewhere. The URI is written as that of the document. */
  readonly onDidChange: vscode.Event<AnnotationsParams>;
  readonly onDidChangeLabels: vscode.Event<void>;
  /** What is known of an issue apart from its annotations may have changed. */
  readonly onDidChangeFacts: vscode.Event<void>;
}

/** Makes the store; `labelsOf` asks the server once for each issue until labels change. */
export function createAnnotationStore(
  server: Server,
  subscriptions: vscode.ExtensionContext['subscriptions'],
): AnnotationStore {
  const said = new Map<string, AnnotationsParams>();
  const labels = new Map<string, Promise<LabelsResult>>();
  const knownLabels = new Map<string, LabelsResult>();
  const changed = new vscode.EventEmitter<AnnotationsParams>();
  const labelsChanged = new vscode.EventEmitter<void>();
  const forgetLabels = (): void => {
    labels.clear();
    labelsChanged.fire();
  };
  const keep = (params: AnnotationsParams): void => {
    // Editor and server may escape different characters.
    const kept = { ...params, uri: vscode.Uri.parse(params.uri).toString() };
    said.set(kept.uri, kept);
    changed.fire(kept);
  };
  const uriOf = ({ uri }: vscode.TextDocument): string => uri.toString();

  subscriptions.push(
    changed,
    labelsChanged,
    server.onAnnotations(keep),
    server.onLabelsChanged(forgetLabels),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('galley.annotation')) forgetLabels();
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      said.delete(uriOf(document));
      labels.delete(uriOf(document));
      knownLabels.delete(uriOf(document));
    }),
  );

  const ask = <Result>(method: string, document: vscode.TextDocument, params: object = {}): Promise<Result> =>
    server.request<Result>(method, { uri: uriOf(document), ...params });
  return {
    of: (document) => said.get(uriOf(document)),
    async refresh(document) {
      const params = await ask<AnnotationsParams | null>(AnnotationMethod.get, document);
      if (params) keep(params);
      return params ?? undefined;
    },
    labelsOf(document) {
      const uri = uriOf(document);
      const known = labels.get(uri);
      if (known) return known;
      const asked = ask<LabelsResult>(AnnotationMethod.labels, document);
      labels.set(uri, asked);
      asked.then(
        (result) => {
          if (!document.isClosed) knownLabels.set(uri, result);
        },
        // What has failed is asked for again next time.
        () => {
          if (labels.get(uri) === asked) labels.delete(uri);
        },
      );
      return asked;
    },
    knownLabels: (document) => knownLabels.get(uriOf(document)),
    change: (document, change) => ask(AnnotationMethod.change, document, { change }),
    at: (document, range) => ask(AnnotationMethod.at, document, { range: protocolRange(range) }),
    atWord: (document, range) => ask(AnnotationMethod.at, document, { range: protocolRange(range), withWord: true }),
    occurrences: (document, wanted) => ask(AnnotationMethod.occurrences, document, wanted),
    changeIssues: (changes) => server.request(AnnotationMethod.changeIssues, { changes }),
    layers: (document, scope) => ask(AnnotationMethod.layers, document, { scope }),
    conflicts: (document) => ask(AnnotationMethod.conflicts, document),
    resolveConflict: (document, resolution) => ask(AnnotationMethod.resolveConflict, document, resolution),
    candidates: (document, id) => ask(AnnotationMethod.candidates, document, { id }),
    next: (document, wanted) => ask(AnnotationMethod.next, document, wanted),
    list: (document) => ask(AnnotationMethod.list, document),
    notes: (document) => ask(AnnotationMethod.list, document, { only: 'notes' }),
    suggestions: (document, alsoMedium = false) => ask(AnnotationMethod.suggestions, document, { alsoMedium }),
    onDidChange: changed.event,
    onDidChangeLabels: labelsChanged.event,
    onDidChangeFacts: server.onStructureChanged,
  };
}

/** Where one annotation is, and what is known of it without asking. */
export interface PlacedAnnotation {
  readonly label: string;
  readonly state: AnchorState;
  readonly hasConflicts: boolean;
  readonly range: AnnotationItem['range'];
}

/** The annotation with a number in what the server has said. */
export function placedAt({ labels, ids, inConflict, places }: AnnotationsParams, at: number): PlacedAnnotation {
  const [label = 0, state = 0, line = 0, character = 0, endLine = 0, endCharacter = 0] = places.slice(
    at * 6,
    at * 6 + 6,
  );
  return {
    label: labels[label] ?? '',
    state: STATES[state] ?? 'anchored',
    hasConflicts: inConflict.includes(ids[at] ?? ''),
    range: { start: { line, character }, end: { line: endLine, character: endCharacter } },
  };
}

/** Whether a person has to look at it, as `isToCheck` has it of what is known with asking. */
export function isPlacedToCheck({ state, hasConflicts }: Pick<PlacedAnnotation, 'state' | 'hasConflicts'>): boolean {
  return isUncertain({ state }) || hasConflicts;
}

/** Where an annotation is; undefined if the server has not said so. */
export function placeOf(params: AnnotationsParams, id: string): AnnotationItem['range'] | undefined {
  const at = params.ids.indexOf(id);
  return at < 0 ? undefined : placedAt(params, at).range;
}
