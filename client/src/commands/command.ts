import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../../server/src/lsp/protocol';
import type { AgreementReports } from '../annotations/agreement/report';
import type { Layers } from '../annotations/layers';
import type { AnnotationMode } from '../annotations/mode';
import type { Notes } from '../annotations/notes/notes';
import type { AnnotationStore } from '../annotations/store';
import type { Recognition } from '../recognition';
import { isIssue } from '../served';
import type { Server } from '../server';
import type { AnnotationView } from '../views/annotations/view';

/** What every command works with. */
export interface Galley {
  /** Where the extension is installed. */
  readonly extensionUri: vscode.Uri;
  readonly server: Server;
  readonly recognition: Recognition;
  readonly annotations: AnnotationStore;
  readonly layers: Layers;
  readonly annotationMode: AnnotationMode;
  readonly annotationView: AnnotationView;
  readonly notes: Notes;
  readonly agreementReports: AgreementReports;
}

/** A command of the palette. `given` is what a menu hands over, most often the URI of a file. */
export interface Command {
  readonly id: string;
  readonly run: (galley: Galley, ...given: unknown[]) => Promise<void> | void;
}

/**
 * A command on one issue: the file that a menu names, else the one in the active editor. Says so where there is none.
 * `further` is what is given besides the file.
 */
export function issueCommand(
  id: string,
  run: (document: vscode.TextDocument, galley: Galley, ...further: unknown[]) => Promise<void>,
): Command {
  return {
    id,
    async run(galley, given, ...further) {
      // A quick fix of the server gives a URI in words.
      const uri = typeof given === 'string' ? vscode.Uri.parse(given) : given;
      const document =
        uri instanceof vscode.Uri ? await galley.recognition.open(uri) : vscode.window.activeTextEditor?.document;
      if (document && isIssue(document)) await run(document, galley, ...further);
      else if (document?.languageId === LANGUAGE_ID)
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Galley works only with files on this computer. Save a local copy of this file first.'),
        );
      else
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Open a newspaper issue first. To treat this file as one, use “Treat as Newspaper Issue”.'),
        );
    },
  };
}
