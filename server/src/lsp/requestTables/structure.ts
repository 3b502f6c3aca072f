import type { CancellationToken, Connection } from 'vscode-languageserver';
import { withReferencesOf } from '../../issue/structure/follow';
import { changeStructure } from '../requests/structure/changeStructure';
import { structureAt } from '../requests/structure/structureAt';
import { newId } from '../session/annotations';
import type { Answer } from '../session/answer';
import type { OpenIssues } from '../session/openIssues';
import { sentPlaces } from '../session/sentPlaces';
import type { Sidecars } from '../session/sidecars';
import {
  StructureMethod,
  type ChangeStructureParams,
  type ChangeStructureResult,
  type StructureAtParams,
} from '../structureProtocol';

/** What the requests on structure made by hand need of the server. */
export interface StructureRequestContext {
  readonly connection: Connection;
  readonly open: OpenIssues;
  readonly sidecars: Sidecars;
  readonly answer: Answer;
  /** For what the user has ordered: an error is shown. */
  readonly answerCommand: Answer;
  /** Puts in force what the sidecar of an issue says now. */
  applySidecar(uri: string): void;
  /** Who makes decisions, as the user has set it. */
  author(): string | undefined;
}

/** What else the server does with structure made by hand. */
export interface StructureRequests {
  /** Carries out a change, for the command that other editors execute. */
  change(params: unknown, token: CancellationToken): Promise<ChangeStructureResult | null>;
  /** Tells the client that the structure of an issue may have changed, though its text has not. */
  tellChanged(uri: string): void;
  /** The user has saved the text: the references of the sidecar are made for it. */
  saved(uri: string): Promise<void>;
}

/** Serves what is asked about structure made by hand, and what changes it. */
export function registerStructureRequests(service: StructureRequestContext): StructureRequests {
  const { connection, open, sidecars, answer, answerCommand, applySidecar, author } = service;

  const change = (params: ChangeStructureParams, token: CancellationToken): Promise<ChangeStructureResult | null> => {
    const { uri } = params;
    const sent = sentPlaces(open, uri);
    return answerCommand({ what: 'Structure', uri, token }, null, async (issue) => {
      const signature = { newId: () => newId('s'), by: author(), created: new Date().toISOString() };
      const spanIn = (range: Parameters<typeof sent.spanIn>[1]) => sent.spanIn(issue, range);
      const result = await changeStructure(issue, params, { connection, sidecars, signature, spanIn });
      if (params.kind !== 'move') applySidecar(uri);
      return result;
    });
  };
  connection.onRequest(StructureMethod.change, change);
  connection.onRequest(StructureMethod.at, ({ uri, range }: StructureAtParams, token: CancellationToken) => {
    const sent = sentPlaces(open, uri);
    return answer({ what: 'Structure', uri, token }, null, (issue) => structureAt(issue, sent.spanIn(issue, range)));
  });

  return {
    change: async (params, token) => (isChange(params) ? change(params, token) : null),
    tellChanged: (uri) => void connection.sendNotification(StructureMethod.changed, { uri }),
    async saved(uri) {
      const followed = open.followedSidecar(uri);
      const isStored = withReferencesOf(sidecars.get(uri), followed) === sidecars.get(uri);
      if (isStored) return;
      await sidecars.change(uri, (sidecar) => withReferencesOf(sidecar, followed));
      applySidecar(uri);
    },
  };
}

function isChange(params: unknown): params is ChangeStructureParams {
  return typeof params === 'object' && params !== null && 'uri' in params && 'kind' in params;
}
