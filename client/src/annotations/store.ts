import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient';
import {
  AnnotationMethod,
  type AnnotationItem,
  type AnnotationsParams,
  type AtResult,
  type ChangeResult,
  type ClientChange,
  type LabelsResult,
  type NextParams,
  type NextResult,
  type SuggestionItem,
} from '../../../server/src/lsp/annotationProtocol';
import type { Server } from '../server';

/** The annotations of the open issues as the server has them. */
export interface AnnotationStore {
  /** What the server said last of an issue; undefined until it has said something. */
  of(document: vscode.TextDocument): AnnotationsParams | undefined;
  /** The same for the text as it is now. */
  refresh(document: vscode.TextDocument): Promise<AnnotationsParams | undefined>;
  labelsOf(document: vscode.TextDocument): Promise<LabelsResult>;
  change(document: vscode.TextDocument, change: ClientChange): Promise<ChangeResult | null>;
  at(document: vscode.TextDocument, range: vscode.Range): Promise<AtResult>;
  next(
    document: vscode.TextDocument,
    wanted: Pick<NextParams, 'position' | 'of' | 'backwards'>,
  ): Promise<NextResult | null>;
  list(document: vscode.TextDocument): Promise<readonly AnnotationItem[]>;
  /** Those that are notes or have comments. */
  notes(document: vscode.TextDocument): Promise<readonly AnnotationItem[]>;
  suggestions(document: vscode.TextDocument, alsoMedium?: boolean): Promise<readonly SuggestionItem[]>;
  /** The annotations of an issue are others, or elsewhere. */
  readonly onDidChange: vscode.Event<AnnotationsParams>;
  readonly onDidChangeLabels: vscode.Event<void>;
}

/** Makes the store; `labelsOf` asks the server once for each issue until labels change. */
export function createAnnotationStore(
  server: Server,
  subscriptions: vscode.ExtensionContext['subscriptions'],
): AnnotationStore {
  const known = new Map<string, AnnotationsParams>();
  const labels = new Map<string, Promise<LabelsResult>>();
  const changed = new vscode.EventEmitter<AnnotationsParams>();
  const labelsChanged = new vscode.EventEmitter<void>();
  const forgetLabels = (): void => {
    labels.clear();
    labelsChanged.fire();
  };
  const keep = (params: AnnotationsParams): void => {
    known.set(vscode.Uri.parse(params.uri).toString(), params);
    changed.fire(params);
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
      known.delete(uriOf(document));
      labels.delete(uriOf(document));
    }),
  );

  const ask = <Result>(method: string, document: vscode.TextDocument, params: object = {}): Promise<Result> =>
    server.request<Result>(method, { uri: uriOf(document), ...params });
  return {
    of: (document) => known.get(uriOf(document)),
    async refresh(document) {
      const params = await ask<AnnotationsParams | null>(AnnotationMethod.get, document);
      if (params) keep(params);
      return params ?? undefined;
    },
    labelsOf(document) {
      const asked = labels.get(uriOf(document)) ?? ask<LabelsResult>(AnnotationMethod.labels, document);
      labels.set(uriOf(document), asked);
      return asked;
    },
    change: (document, change) => ask(AnnotationMethod.change, document, { change }),
    at: (document, range) => ask(AnnotationMethod.at, document, { range: protocolRange(range) }),
    next: (document, wanted) => ask(AnnotationMethod.next, document, wanted),
    list: (document) => ask(AnnotationMethod.list, document),
    notes: (document) => ask(AnnotationMethod.list, document, { only: 'notes' }),
    suggestions: (document, alsoMedium = false) => ask(AnnotationMethod.suggestions, document, { alsoMedium }),
    onDidChange: changed.event,
    onDidChangeLabels: labelsChanged.event,
  };
}

/** A range of the editor as the protocol has it. */
export function protocolRange({ start, end }: vscode.Range): Range {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

/** A range of the protocol as the editor has it. */
export function editorRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Where an annotation is; undefined if the server has not said so. */
export function placeOf({ ids, places }: AnnotationsParams, id: string): vscode.Range | undefined {
  const at = ids.indexOf(id);
  if (at < 0) return undefined;
  const [line = 0, column = 0, endLine = 0, endColumn = 0] = places.slice(at * 6 + 2, at * 6 + 6);
  return new vscode.Range(line, column, endLine, endColumn);
}
