import * as vscode from 'vscode';
import { looksLikeIssue } from '../../server/src/issue/recognise';
import { LANGUAGE_ID } from '../../server/src/lsp/protocol';

/** Decides which text files are issues. */
export interface Recognition {
  dispose(): void;
  /** Opens a file, and decides whether it is an issue before anything is done with it. */
  open(uri: vscode.Uri): Promise<vscode.TextDocument>;
  /** Makes a document an issue or plain text, and keeps it so for the session. */
  treatAs(document: vscode.TextDocument, kind: 'issue' | 'plain'): Promise<void>;
}

/** Characters at the beginning of a file by which it is recognised. */
const SAMPLE = 20_000;
/** Characters inserted at once that may be a pasted page: more than a person types, less than the shortest news item. */
const PASTED = 50;
/** Milliseconds without an edit after which a pasted text is looked at. */
const PAUSE = 300;

/**
 * Watches the files that are opened: those that `galley.issueFiles` names become issues, and so do `.txt` files that
 * look like one, unless the user has turned that off or has switched the file back. A text is looked at again when it is
 * read again, as in another encoding, and when a page may have been pasted.
 */
export function createRecognition(): Recognition {
  const byHand = new Map<string, 'issue' | 'plain'>();
  const closing = new Set<string>();
  const pausing = new Map<string, ReturnType<typeof setTimeout>>();

  const consider = async (document: vscode.TextDocument): Promise<void> => {
    const uri = document.uri.toString();
    // A change of language is a close and an open in one breath: an issue that is plain text now was switched by hand.
    if (closing.has(uri) && document.languageId === 'plaintext') byHand.set(uri, 'plain');
    if (byHand.get(uri) === 'plain' || !isCandidate(document)) return;
    if (byHand.get(uri) === 'issue' || isNamedAsIssue(document) || looksLikeOne(document))
      await vscode.languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  };
  const closed = (document: vscode.TextDocument): void => {
    const uri = document.uri.toString();
    clearTimeout(pausing.get(uri));
    pausing.delete(uri);
    if (document.languageId === LANGUAGE_ID) closing.add(uri);
    setTimeout(() => {
      closing.delete(uri);
      // The next new file may have the same name.
      if (document.isUntitled && !isOpen(uri)) byHand.delete(uri);
    }, 0);
  };
  const changed = ({ document, contentChanges }: vscode.TextDocumentChangeEvent): void => {
    if (document.languageId !== 'plaintext' || contentChanges.length === 0) return;
    const uri = document.uri.toString();
    const inserted = contentChanges.reduce((sum, { text }) => sum + text.length, 0);
    const isWaiting = pausing.has(uri);
    // A text that is read again from the disk has no unsaved changes.
    if (document.isDirty && inserted < PASTED && !isWaiting) return;
    clearTimeout(pausing.get(uri));
    const look = (): void => {
      pausing.delete(uri);
      void consider(document);
    };
    pausing.set(uri, setTimeout(look, PAUSE));
  };

  const watching = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => void consider(document)),
    vscode.workspace.onDidCloseTextDocument(closed),
    vscode.workspace.onDidChangeTextDocument(changed),
    { dispose: () => pausing.forEach((timer) => clearTimeout(timer)) },
  );
  vscode.workspace.textDocuments.forEach((document) => void consider(document));

  return {
    async open(uri) {
      const document = await vscode.workspace.openTextDocument(uri);
      await consider(document);
      // Another language makes another document.
      return vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString()) ?? document;
    },
    async treatAs(document, kind) {
      byHand.set(document.uri.toString(), kind);
      await vscode.languages.setTextDocumentLanguage(document, kind === 'issue' ? LANGUAGE_ID : 'plaintext');
    },
    dispose() {
      watching.dispose();
    },
  };
}

function isCandidate({ uri, languageId }: vscode.TextDocument): boolean {
  return (languageId === 'plaintext' || languageId === 'markdown') && uri.scheme !== 'output' && uri.scheme !== 'git';
}

function isNamedAsIssue(document: vscode.TextDocument): boolean {
  return issuePatterns(document).some((pattern) => vscode.languages.match({ pattern }, document) > 0);
}

function isOpen(uri: string): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri);
}

function looksLikeOne(document: vscode.TextDocument): boolean {
  const isText = document.isUntitled || document.uri.path.toLowerCase().endsWith('.txt');
  if (document.languageId !== 'plaintext' || !isText) return false;
  if (!isByContent(document)) return false;
  return looksLikeIssue(document.getText(new vscode.Range(new vscode.Position(0, 0), document.positionAt(SAMPLE))));
}

function issuePatterns(document?: vscode.TextDocument): string[] {
  const patterns = vscode.workspace.getConfiguration('galley', document).get<unknown>('issueFiles');
  return Array.isArray(patterns) ? patterns.filter((pattern) => typeof pattern === 'string') : [];
}

function isByContent(document?: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration('galley', document).get('recognition.byContent') !== false;
}
