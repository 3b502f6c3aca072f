import {
  CodeActionKind,
  type CancellationToken,
  type CodeAction,
  type Connection,
  type InitializeResult,
  type TextEdit,
} from 'vscode-languageserver';
import type { Span } from '../../core/span';
import type { Ports } from '../../ports/ports';
import type { Answer } from '../session/answer';
import type { LanguageModelSession } from '../session/languageModel';
import type { OpenIssue, OpenIssues } from '../session/openIssues';
import { Method, type IssueParams, type SetMetadataParams } from '../protocol';
import { textEditsOf } from '../ranges';
import { ANNOTATE_KIND } from '../requests/annotations/annotationActions';
import { articleStarts } from '../requests/articleStarts';
import {
  asksFor,
  codeActions,
  FIX_ALL,
  isOrigin,
  isToldAutomatic,
  withEdits,
  type CodeActionService,
} from '../requests/codeActions';
import { restoreDismissed } from '../requests/dismissals';
import { issueLinks } from '../requests/documentLinks';
import { documentSymbols } from '../requests/documentSymbols';
import { foldingRanges } from '../requests/foldingRanges';
import { metadataOf, setMetadata } from '../requests/metadata';
import { selectionRanges } from '../requests/selectionRanges';
import { safeRepairs } from '../requests/safeRepairs';
import { suggestedFixes } from '../requests/suggestedFixes';
import { sentPlaces } from '../session/sentPlaces';
import type { Sidecars } from '../session/sidecars';
import { runInTurns } from '../session/yieldToEventLoop';

/** What the requests on the text of an open issue need of the server. */
export interface IssueRequestContext {
  readonly connection: Connection;
  readonly ports: Pick<Ports, 'files' | 'segmenter'>;
  readonly open: OpenIssues;
  readonly sidecars: Sidecars;
  readonly language: LanguageModelSession;
  /** Fixes wait for the dictionaries, which know names that no fix may change. */
  dictionariesLoaded(): Promise<void>;
  /** For what the editor asks by itself: an error goes to the log. */
  readonly answer: Answer;
  /** For what the user has ordered: an error is shown. */
  readonly answerCommand: Answer;
  /** Puts in force what the sidecar of an issue says now. */
  applySidecar(uri: string): void;
  /** What can be done with the annotations at a span. */
  annotationActions(issue: OpenIssue, here: Span, isAutomatic: boolean): Promise<readonly CodeAction[]>;
  /** What code actions may make use of. */
  codeActionService(): CodeActionService;
}

/** The capabilities that these requests need. */
export const ISSUE_CAPABILITIES: InitializeResult['capabilities'] = {
  documentSymbolProvider: { label: 'Galley' },
  foldingRangeProvider: true,
  documentLinkProvider: {},
  selectionRangeProvider: true,
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, FIX_ALL],
    resolveProvider: true,
  },
  documentFormattingProvider: true,
};

/** Serves what is asked about the text of an open issue: its parts, its repairs, its date and newspaper. */
export function registerIssueRequests(requests: IssueRequestContext): void {
  const {
    connection,
    ports,
    open,
    sidecars,
    language,
    dictionariesLoaded,
    answer,
    answerCommand,
    applySidecar,
    codeActionService,
    annotationActions,
  } = requests;

  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    answer({ what: 'Outline', uri, token }, [], documentSymbols),
  );
  connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    answer({ what: 'Folding', uri, token }, [], foldingRanges),
  );
  connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
    answer({ what: 'Links', uri, token }, [], (issue) => issueLinks(issue, ports.files)),
  );
  connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) => {
    const sent = sentPlaces(open, uri);
    return answer({ what: 'Selection', uri, token }, [], async (issue) => {
      const offsets = positions.map((position) => sent.offsetIn(issue, position));
      return selectionRanges(issue, offsets, await ports.segmenter.load());
    });
  });
  connection.onCodeAction(async ({ textDocument: { uri }, range, context }, token) => {
    const sent = sentPlaces(open, uri);
    await dictionariesLoaded();
    return answer({ what: 'Quick fixes', uri, token }, [], async (issue, signal) => {
      const request = { here: sent.spanIn(issue, range), context };
      const fixes = await codeActions(issue, request, codeActionService(), signal);
      return asksFor(context, ANNOTATE_KIND)
        ? [...fixes, ...(await annotationActions(issue, request.here, isToldAutomatic(context)))]
        : fixes;
    });
  });
  connection.onCodeActionResolve((action, token) => {
    if (!isOrigin(action.data)) return action;
    return answer({ what: 'Quick fix', uri: action.data.uri, token }, action, (issue) => withEdits(issue, action));
  });
  connection.onDocumentFormatting(async ({ textDocument: { uri } }, token) => {
    await dictionariesLoaded();
    return answer({ what: 'Formatting', uri, token }, [], safeFixes);
  });

  connection.onRequest(Method.articles, ({ uri }: IssueParams, token: CancellationToken) =>
    answer({ what: 'Articles', uri, token }, [], articleStarts),
  );
  connection.onRequest(Method.fixAll, async ({ uri }: IssueParams, token: CancellationToken) => {
    await dictionariesLoaded();
    return answerCommand({ what: 'Fix all', uri, token }, [], safeFixes);
  });
  connection.onRequest(Method.suggestions, async ({ uri }: IssueParams, token: CancellationToken) => {
    await language.ready();
    return answerCommand({ what: 'Suggestions', uri, token }, null, suggestedFixes);
  });
  connection.onRequest(Method.metadata, ({ uri }: IssueParams, token: CancellationToken) =>
    answerCommand({ what: 'Metadata', uri, token }, null, async (issue, signal) => {
      await runInTurns(issue.analysis.metadataInSteps(), { signal: AbortSignal.any([signal, issue.superseded]) });
      return metadataOf(issue);
    }),
  );
  connection.onRequest(Method.setMetadata, ({ uri, facts }: SetMetadataParams, token: CancellationToken) =>
    answerCommand({ what: 'Metadata', uri, token }, null, async (issue) => {
      await setMetadata(issue, facts, sidecars);
      applySidecar(uri);
      return metadataOf(open.get(uri) ?? issue);
    }),
  );
  connection.onRequest(Method.restoreDismissed, ({ uri }: IssueParams, token: CancellationToken) =>
    answerCommand({ what: 'Bringing back findings', uri, token }, null, async (issue) => {
      const count = await restoreDismissed(issue, sidecars);
      applySidecar(uri);
      return count;
    }),
  );
}

async function safeFixes(issue: OpenIssue, signal: AbortSignal): Promise<TextEdit[]> {
  return textEditsOf(issue.analysis.document.lines, await safeRepairs(issue, signal));
}
