import * as vscode from 'vscode';
import { looksLikeIssue } from '../../server/src/issue/recognise';
import { LANGUAGE_ID } from '../../server/src/lsp/protocol';

/** Decides which text files are issues. */
export interface Recognition {
  dispose(): void;
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
    dispose() {
      watching.dispose();
    },
  };
}

/** A file that is an issue by its name, or may be one by its content. */
export interface IssueFileCandidate {
  readonly uri: vscode.Uri;
  readonly isCertain: boolean;
}

/** The files of the workspace that are issues or, where recognition by content is on, may be. */
export async function findIssueFiles(token: vscode.CancellationToken): Promise<IssueFileCandidate[]> {
  const find = async (pattern: string) => vscode.workspace.findFiles(pattern, '**/node_modules/**', undefined, token);
  const certain = (await Promise.all(['**/*.issue.txt', ...issuePatterns()].map(find))).flat();
  const possible = isByContent() ? await find('**/*.txt') : [];
  const candidates = new Map<string, IssueFileCandidate>();
  for (const uri of possible) candidates.set(uri.toString(), { uri, isCertain: false });
  for (const uri of certain) candidates.set(uri.toString(), { uri, isCertain: true });
  return [...candidates.values()].sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
}

function isCandidate({ uri, languageId }: vscode.TextDocument): boolean {
  return (languageId === 'plaintext' || languageId === 'markdown') && uri.scheme !== 'output' && uri.scheme !== 'git';
}

function isNamedAsIssue(document: vscode.TextDocument): boolean {
  return issuePatterns(document).some((pattern) => vscode.languages.match({ pattern }, document) > 0);
}

function looksLikeOne(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'plaintext' || !document.uri.path.toLowerCase().endsWith('.txt')) return false;
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
