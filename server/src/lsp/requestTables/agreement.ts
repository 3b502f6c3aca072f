import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { AnnotatedCopy } from '../../annotations/agreement/layers';
import type { FileSystem } from '../../ports/fileSystem';
import type { Sidecar } from '../../source/sidecar/schema';
import { AgreementMethod, type CompareParams } from '../agreementProtocol';
import { compareAnnotators, type Compared } from '../requests/annotations/compareAnnotators';
import type { Annotations } from '../session/annotations';
import type { Answer } from '../session/answer';
import type { OpenIssues } from '../session/openIssues';
import { fileNameOf, type Sidecars } from '../session/sidecars';
import { messageOf } from '../../core/problems';

/** What the comparison of annotators needs of the server. */
export interface AgreementRequestContext {
  readonly connection: Connection;
  readonly open: OpenIssues;
  readonly annotations: Annotations;
  readonly files: FileSystem;
  readonly sidecars: Sidecars;
  /** For what the user has ordered: an error is shown. */
  readonly answerCommand: Answer;
}

/** Serves the comparison of what several people have annotated. */
export function registerAgreementRequests(context: AgreementRequestContext): void {
  const { connection, open, annotations, files, sidecars, answerCommand } = context;

  /** A copy of an issue as the editor has it, else as it is on disk. */
  const readCopy = async (given: string): Promise<AnnotatedCopy> => {
    const uri = given.replace(/\.galley\.json$/i, '.txt');
    const name = fileNameOf(uri);
    const failed = (cause: string): never => {
      throw new Error(`${name}: ${cause}`);
    };
    const readText = (): Promise<string> =>
      files.readIssue(uri).then(
        ({ text }) => text,
        (error: unknown) => failed(messageOf(error)),
      );
    const readSidecar = async (): Promise<Sidecar> => {
      const { sidecar, problems } = await sidecars.read(uri);
      return problems.length > 0 ? failed(problems.join(' ')) : sidecar;
    };
    const text = open.get(uri)?.analysis.document.text ?? (await readText());
    return { name, text, sidecar: annotations.sidecarOf(uri) ?? (await readSidecar()) };
  };
  const read = (sources: CompareParams['sources']): Promise<Compared[]> =>
    Promise.all(sources.map(async (source) => ('copy' in source ? { copy: await readCopy(source.copy) } : source)));

  connection.onRequest(
    AgreementMethod.compare,
    async ({ uri, sources, into }: CompareParams, token: CancellationToken) => {
      await annotations.ready(uri);
      return answerCommand({ what: 'Comparison', uri, token }, null, async (issue, signal) => {
        const compared = withOwnNames(await read(sources));
        const annotated = annotations.of(issue);
        if (!annotated) return null;
        return compareAnnotators(issue, annotated, { name: fileNameOf(uri), compared, into }, signal);
      });
    },
  );
}

/** Copies of the same name get numbers. */
function withOwnNames(compared: readonly Compared[]): readonly Compared[] {
  const counts = new Map<string, number>();
  return compared.map((one) => {
    if (!('copy' in one)) return one;
    const { name } = one.copy;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? one : { copy: { ...one.copy, name: `${name} (${String(count)})` } };
  });
}
