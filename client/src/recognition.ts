import * as vscode from 'vscode';
import { looksLikeIssue } from '../../server/src/issue/recognise';
import { LANGUAGE_ID } from '../../server/src/lsp/protocol';

/** Decides which text files are issues. */
export interface Recognition extends vscode.Disposable {
  /** Makes a document an issue or plain text, and keeps it so for the session. */
  treatAs(document: vscode.TextDocument, kind: 'issue' | 'plain'): Promise<void>;
}

/** Characters at the beginning of a file by which it is recognised. */
const SAMPLE = 20_000;

/**
 * Watches the files that are opened: those that `galley.issueFiles` names become issues, and so do `.txt` files that
 * look like one, unless the user has turned that off or has switched the file back.
 */
export function createRecognition(): Recognition {
  const byHand = new Map<string, 'issue' | 'plain'>();
  const closing = new Set<string>();

  const consider = async (document: vscode.TextDocument): Promise<void> => {
    const uri = document.uri.toString();
    // A change of language is a close and an open in one breath: an issue that is plain text now was switched by hand.
    if (closing.has(uri) && document.languageId === 'plaintext') byHand.set(uri, 'plain');
    if (byHand.get(uri) === 'plain' || !isCandidate(document)) return;
    if (byHand.get(uri) === 'issue' || isNamedAsIssue(document) || looksLikeOne(document))
      await vscode.languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  };
  const closed = ({ uri, languageId }: vscode.TextDocument): void => {
    if (languageId !== LANGUAGE_ID) return;
    closing.add(uri.toString());
    setTimeout(() => closing.delete(uri.toString()), 0);
  };

  const watching = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => void consider(document)),
    vscode.workspace.onDidCloseTextDocument(closed),
  );
  vscode.workspace.textDocuments.forEach((document) => void consider(document));

  return {
    async treatAs(document, kind) {
      byHand.set(document.uri.toString(), kind);
      await vscode.languages.setTextDocumentLanguage(document, kind === 'issue' ? LANGUAGE_ID : 'plaintext');
    },
    dispose: () => watching.dispose(),
  };
}

function isCandidate({ uri, languageId }: vscode.TextDocument): boolean {
  return (languageId === 'plaintext' || languageId === 'markdown') && uri.scheme !== 'output' && uri.scheme !== 'git';
}

function isNamedAsIssue(document: vscode.TextDocument): boolean {
  const patterns = vscode.workspace.getConfiguration('galley', document).get<unknown>('issueFiles');
  if (!Array.isArray(patterns)) return false;
  return patterns.some((pattern) => typeof pattern === 'string' && vscode.languages.match({ pattern }, document) > 0);
}

function looksLikeOne(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'plaintext' || !document.uri.path.toLowerCase().endsWith('.txt')) return false;
  if (vscode.workspace.getConfiguration('galley', document).get('recognition.byContent') === false) return false;
  const end = document.positionAt(SAMPLE);
  return looksLikeIssue(document.getText(new vscode.Range(new vscode.Position(0, 0), end)));
}
