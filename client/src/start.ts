import * as vscode from 'vscode';
import { createAgreementReports } from './annotations/agreement/report';
import { showAnnotations } from './annotations/decorations';
import { showAnnotationHover } from './annotations/hover';
import { createLayers } from './annotations/layers';
import { createAnnotationMode } from './annotations/mode';
import { createNotes } from './annotations/notes/notes';
import { provideOriginals } from './annotations/originalText';
import { followUndo } from './annotations/undoContext';
import { createAnnotationStore } from './annotations/store';
import type { Galley } from './commands/command';
import { COMMANDS } from './commands/index';
import { warnOfWrongEncoding } from './encoding';
import { createRecognition } from './recognition';
import { refreshOutlines } from './outlineRefresh';
import { createServer, type Connect } from './server';
import { showOccurrences } from './occurrences';
import { showStatus } from './status';
import { acceptDrops } from './views/annotations/drag';
import { showAnnotationView } from './views/annotations/view';
import type { Row } from './views/annotations/tree';
import { showNames } from './views/names';
import { showPosts } from './views/posts';

/** What tests and other extensions can read of Galley. */
export interface Exports {
  /** The annotations and suggestions of the issue in the editor, as the view has them. */
  readonly annotationTree: vscode.TreeDataProvider<Row>;
  /** The notes of an issue. */
  readonly noteThreads: (document: vscode.TextDocument) => readonly vscode.CommentThread[];
}

/** Starts Galley: recognition at once, the language server, to which `connect` leads, with the first issue that is opened. */
export function start(context: vscode.ExtensionContext, connect: Connect): Exports {
  const server = createServer(connect);
  const recognition = createRecognition();
  const annotations = createAnnotationStore(server, context.subscriptions);
  const layers = createLayers(server, context);
  const annotationMode = createAnnotationMode(annotations, context.subscriptions);
  const annotationView = showAnnotationView(annotations, layers, context);
  const notes = createNotes(annotations, context.subscriptions);
  const agreementReports = createAgreementReports(context.subscriptions);
  const galley: Galley = {
    extensionUri: context.extensionUri,
    server,
    recognition,
    annotations,
    layers,
    annotationMode,
    annotationView,
    notes,
    agreementReports,
  };
  context.subscriptions.push(
    server,
    recognition,
    warnOfWrongEncoding(),
    showStatus(server),
    showOccurrences(server),
    refreshOutlines(server),
  );
  context.subscriptions.push(showNames(server), showPosts(server));
  context.subscriptions.push(
    showAnnotations(annotations),
    showAnnotationHover(annotations),
    provideOriginals(server),
    followUndo(annotations),
    acceptDrops(annotations),
  );
  for (const { id, run } of COMMANDS)
    context.subscriptions.push(vscode.commands.registerCommand(id, (...given: unknown[]) => run(galley, ...given)));
  return { annotationTree: annotationView.provider, noteThreads: notes.threadsIn };
}
