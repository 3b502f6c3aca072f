import {
  CodeLensRefreshRequest,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import type { Mention } from '../entities/model';
import type { InlayHintChoice } from '../features/inlayHints';
import { TOKEN_TYPES } from '../features/semanticTokens';
import type { Knowledge } from '../knowledge/model';
import type { Resources } from '../ports/resources';
import { namedKeyOf } from '../workspace/record';
import type { Tally } from '../workspace/tally';
import type { Answer } from './answer';
import type { OpenIssue, OpenIssues } from './openIssues';
import { codeLenses } from './requests/codeLenses';
import { completionItems } from './requests/completionItems';
import { definitions } from './requests/definitions';
import { hoverOf } from './requests/hovers';
import { hintsWithin } from './requests/inlayHints';
import { metadataOf } from './requests/metadata';
import { issueTokens } from './requests/semanticTokens';
import type { Safely } from './safely';
import { settledIssue } from './settledIssue';
import type { WorkspaceArchive } from './workspaceArchive';

/** What the requests on the mentions of an open issue need of the server. */
export interface MentionService {
  readonly connection: Connection;
  readonly resources: Resources;
  readonly open: OpenIssues;
  readonly archive: WorkspaceArchive;
  readonly safely: Safely;
  readonly answer: Answer;
  /** The dictionaries, as soon as they are in force; undefined where there are none. */
  knowledge(): Promise<Knowledge | undefined>;
  /** Which hints the user wants. */
  hints(): InlayHintChoice;
}

/** What a client is told of the requests that are served here. */
export const MENTION_CAPABILITIES: InitializeResult['capabilities'] = {
  hoverProvider: true,
  definitionProvider: true,
  completionProvider: {},
  codeLensProvider: {},
  inlayHintProvider: true,
  semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] }, full: true },
};

/** Serves what is asked about the names in an open issue. */
export function serveMentions(service: MentionService): void {
  const { connection, resources, open, archive, hints } = service;
  /** Answers once the dictionaries are in force, which takes a moment after the first issue was opened. */
  const answer = async <Result>(
    what: string,
    uri: string,
    otherwise: Result,
    work: (issue: OpenIssue, knowledge: Knowledge | undefined) => Result | Promise<Result>,
  ): Promise<Result> => {
    const knowledge = await service.knowledge();
    return service.answer(what, uri, otherwise, (issue) => work(issue, knowledge));
  };
  const dateOf = (issue: OpenIssue): string | undefined => metadataOf(issue).date?.value;
  const tallyOf = async (mention: Mention): Promise<Tally | undefined> => {
    const key = namedKeyOf(mention);
    return key === undefined ? undefined : archive.ask('tally', key);
  };

  connection.onHover(({ textDocument: { uri }, position }) =>
    answer('Hover', uri, null, (issue, knowledge) =>
      hoverOf(issue, position, { knowledge, date: dateOf(issue) }, tallyOf),
    ),
  );
  connection.onDefinition(({ textDocument: { uri }, position }) =>
    answer('Definition', uri, [], (issue, knowledge) => definitions(issue, position, knowledge, resources)),
  );
  connection.onCompletion(({ textDocument: { uri }, position }) =>
    answer('Completion', uri, { isIncomplete: true, items: [] }, (issue, knowledge) =>
      completionItems(issue, position, knowledge),
    ),
  );
  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    answer('Lenses', uri, [], async () => {
      const settled = await settledIssue(open, uri, token);
      return settled ? codeLenses(settled) : [];
    }),
  );
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
    answer('Hints', uri, [], (issue, knowledge) =>
      hintsWithin(issue, range, hints(), { knowledge, date: dateOf(issue) }),
    ),
  );
  connection.languages.semanticTokens.on(({ textDocument: { uri } }) =>
    answer('Colours', uri, { data: [] }, issueTokens),
  );
}

/** Has the client ask again for what it has shown: settings or dictionaries have changed. */
export function refreshMentions(
  connection: Connection,
  { workspace }: InitializeParams['capabilities'],
  safely: Safely,
): void {
  if (workspace?.semanticTokens?.refreshSupport)
    void safely('Colours', undefined, () => connection.languages.semanticTokens.refresh());
  if (workspace?.inlayHint?.refreshSupport)
    void safely('Hints', undefined, () => connection.languages.inlayHint.refresh());
  if (workspace?.codeLens?.refreshSupport)
    void safely('Lenses', undefined, () => connection.sendRequest(CodeLensRefreshRequest.type));
}
