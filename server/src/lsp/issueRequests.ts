import { CodeActionKind, type Connection, type InitializeResult, type TextEdit } from 'vscode-languageserver';
import type { Ports } from '../ports/ports';
import type { Answer } from './answer';
import type { LanguageModel } from './languageModel';
import type { OpenIssue, OpenIssues } from './openIssues';
import { Method, type ExportParams, type IssueParams, type SetMetadataParams } from './protocol';
import { textEditsOf } from './ranges';
import { articleStarts } from './requests/articleStarts';
import { codeActions, FIX_ALL, withEdits } from './requests/codeActions';
import { restoreDismissed } from './requests/dismissals';
import { jumpLinks } from './requests/documentLinks';
import { documentSymbols } from './requests/documentSymbols';
import { exportIssueFile } from './requests/exportIssueFile';
import { foldingRanges } from './requests/foldingRanges';
import { metadataOf, setMetadata } from './requests/metadata';
import { selectionRanges } from './requests/selectionRanges';
import { suggestedFixes } from './requests/suggestedFixes';
import type { Safely } from './safely';
import { settledIssue } from './settledIssue';
import type { Sidecars } from './sidecars';
import type { WorkspaceFolders } from './workspaceFolders';

/** What the requests on the text of an open issue need of the server. */
export interface IssueRequests {
  readonly connection: Connection;
  readonly ports: Pick<Ports, 'files' | 'digest' | 'segmenter'>;
  readonly open: OpenIssues;
  readonly folders: WorkspaceFolders;
  readonly sidecars: Sidecars;
  readonly language: LanguageModel;
  readonly safely: Safely;
  /** For what the editor asks by itself: an error goes to the log. */
  readonly answer: Answer;
  /** For what the user has ordered: an error is shown. */
  readonly obey: Answer;
  /** Puts in force what the sidecar of an issue says now. */
  applySidecar(uri: string): void;
  /** Whether the client asks for the edits of an action once it is chosen. */
  mayWaitForEdits(): boolean;
}

/** What a client is told of the requests that are served here. */
export const ISSUE_CAPABILITIES: InitializeResult['capabilities'] = {
  documentSymbolProvider: { label: 'Galley' },
  foldingRangeProvider: true,
  documentLinkProvider: {},
  selectionRangeProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: true },
  documentFormattingProvider: true,
};

/** Serves what is asked about the text of an open issue: its parts, its repairs, its date and paper, its export. */
export function serveIssues(requests: IssueRequests): void {
  const { connection, ports, open, folders, sidecars, language, safely, answer, obey, applySidecar, mayWaitForEdits } =
    requests;

  connection.onDocumentSymbol(({ textDocument: { uri } }) => answer('Outline', uri, [], documentSymbols));
  connection.onFoldingRanges(({ textDocument: { uri } }) => answer('Folding', uri, [], foldingRanges));
  connection.onDocumentLinks(({ textDocument: { uri } }) =>
    answer('Links', uri, [], (issue) => jumpLinks(issue, { files: ports.files, folders })),
  );
  connection.onSelectionRanges(({ textDocument: { uri }, positions }) =>
    answer('Selection', uri, [], async (issue) => selectionRanges(issue, positions, await ports.segmenter.load())),
  );
  connection.onCodeAction(({ textDocument: { uri }, range, context }, token) =>
    answer('Quick fixes', uri, [], (issue) =>
      codeActions(issue, range, context, token, { open, canResolve: mayWaitForEdits() }),
    ),
  );
  connection.onCodeActionResolve((action, token) => safely('Quick fix', action, () => withEdits(action, open, token)));
  connection.onDocumentFormatting(({ textDocument: { uri } }) => answer('Formatting', uri, [], safeFixes));

  connection.onRequest(Method.articles, ({ uri }: IssueParams) => answer('Articles', uri, [], articleStarts));
  connection.onRequest(Method.fixAll, ({ uri }: IssueParams) => obey('Fix all', uri, [], safeFixes));
  connection.onRequest(Method.suggestions, async ({ uri }: IssueParams) => {
    await language.ready();
    return obey('Suggestions', uri, null, async () => {
      const settled = await settledIssue(open, uri);
      return settled ? suggestedFixes(settled) : null;
    });
  });
  connection.onRequest(Method.metadata, ({ uri }: IssueParams) => obey('Metadata', uri, null, metadataOf));
  connection.onRequest(Method.setMetadata, ({ uri, facts }: SetMetadataParams) =>
    obey('Metadata', uri, null, async (issue) => {
      await setMetadata(issue, facts, sidecars);
      applySidecar(uri);
      return metadataOf(open.get(uri) ?? issue);
    }),
  );
  connection.onRequest(Method.export, (params: ExportParams) => exportIssueFile(params, { ...ports, open, language }));
  connection.onRequest(Method.restoreDismissed, ({ uri }: IssueParams) =>
    obey('Bringing back findings', uri, null, async (issue) => {
      const count = await restoreDismissed(issue, sidecars);
      applySidecar(uri);
      return count;
    }),
  );
}

function safeFixes({ snapshot, service }: OpenIssue): TextEdit[] {
  return textEditsOf(snapshot.document.lines, service.repairs(snapshot));
}
