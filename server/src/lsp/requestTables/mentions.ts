import {
  CodeLensRefreshRequest,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import type { Mention } from '../../entities/model';
import type { InlayHintChoice } from '../../features/inlayHints';
import { TOKEN_TYPES } from '../../features/semanticTokens';
import type { Resources } from '../../ports/resources';
import { namedKeyOf } from '../../entities/namedKey';
import type { Stats } from '../../index/queries/stats';
import type { Answer } from '../session/answer';
import { runInTurns } from '../session/yieldToEventLoop';
import { articleLenses } from '../requests/articleLenses';
import { completions } from '../requests/completions';
import { definitions } from '../requests/definitions';
import { hover } from '../requests/hover';
import { inlayHints } from '../requests/inlayHints';
import { semanticTokens } from '../requests/semanticTokens';
import type { ErrorHandling } from '../session/errors';
import type { OpenIssues } from '../session/openIssues';
import { sentPlaces } from '../session/sentPlaces';
import type { WorkspaceIndex } from '../session/workspaceIndex';

/** What the requests on the mentions of an open issue need of the server. */
export interface MentionRequestContext {
  readonly connection: Connection;
  readonly resources: Resources;
  readonly open: OpenIssues;
  readonly index: WorkspaceIndex;
  readonly answer: Answer;
  /** Waits until the dictionaries are loaded. */
  dictionariesLoaded(): Promise<void>;
  /** Which hints the user wants. */
  hints(): InlayHintChoice;
}

/** The capabilities that these requests need. */
export const MENTION_CAPABILITIES: InitializeResult['capabilities'] = {
  hoverProvider: true,
  definitionProvider: true,
  completionProvider: {},
  codeLensProvider: {},
  inlayHintProvider: true,
  semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] }, full: true },
};

/** Serves what is asked about the names in an open issue. */
export function registerMentionRequests(service: MentionRequestContext): void {
  const { connection, resources, open, index, hints } = service;
  /**
   * Answers once the dictionaries are loaded, which takes a moment after the first issue was opened, and the mentions are
   * found, with other work done in between.
   */
  const answer: Answer = async (request, fallback, work) => {
    await service.dictionariesLoaded();
    return service.answer(request, fallback, async (issue, signal) => {
      await runInTurns(issue.analysis.mentionsInSteps(), { signal: AbortSignal.any([signal, issue.superseded]) });
      return work(issue, signal);
    });
  };
  const statsOf = async (mention: Mention): Promise<Stats | undefined> => {
    const key = namedKeyOf(mention);
    return key === undefined ? undefined : index.ask('stats', key);
  };

  connection.onHover(({ textDocument: { uri }, position }, token) => {
    const sent = sentPlaces(open, uri);
    return answer({ what: 'Hover', uri, token }, null, (issue) =>
      hover(issue, sent.offsetIn(issue, position), statsOf),
    );
  });
  connection.onDefinition(({ textDocument: { uri }, position }, token) => {
    const sent = sentPlaces(open, uri);
    return answer({ what: 'Definition', uri, token }, [], (issue) =>
      definitions(issue, sent.offsetIn(issue, position), resources),
    );
  });
  connection.onCompletion(({ textDocument: { uri }, position }, token) => {
    const sent = sentPlaces(open, uri);
    return answer({ what: 'Completion', uri, token }, { isIncomplete: true, items: [] }, (issue) =>
      completions(issue, sent.offsetIn(issue, position)),
    );
  });
  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    answer({ what: 'Lenses', uri, token }, [], articleLenses),
  );
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) => {
    const sent = sentPlaces(open, uri);
    return answer({ what: 'Hints', uri, token }, [], (issue) => inlayHints(issue, sent.spanIn(issue, range), hints()));
  });
  connection.languages.semanticTokens.on(({ textDocument: { uri } }, token) =>
    answer({ what: 'Colours', uri, token }, { data: [] }, semanticTokens),
  );
}

/** Has the client ask again for what it has shown: settings or dictionaries have changed. */
export function refreshMentions(
  connection: Connection,
  { workspace }: InitializeParams['capabilities'],
  withErrorsLogged: ErrorHandling,
): void {
  if (workspace?.semanticTokens?.refreshSupport)
    void withErrorsLogged('Colours', undefined, () => connection.languages.semanticTokens.refresh());
  if (workspace?.inlayHint?.refreshSupport)
    void withErrorsLogged('Hints', undefined, () => connection.languages.inlayHint.refresh());
  if (workspace?.codeLens?.refreshSupport)
    void withErrorsLogged('Lenses', undefined, () => connection.sendRequest(CodeLensRefreshRequest.type));
}
