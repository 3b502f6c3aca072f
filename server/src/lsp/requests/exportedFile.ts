import { analyseForExport, type AnalysedIssue, type ExportedText } from '../../export/analyseForExport';
import type { ExportFormat } from '../../export/format';
import type { Digest } from '../../ports/digest';
import type { FileSystem, IssueFile } from '../../ports/fileSystem';
import { withoutMark } from '../../source/byteOrderMark';
import { issueSource } from '../../source/issueSource';
import type { Sidecar } from '../../source/sidecar/schema';
import type { Annotations } from '../session/annotations';
import type { Labels } from '../session/labels';
import type { LanguageModelSession } from '../session/languageModel';
import type { OpenIssue, OpenIssues } from '../session/openIssues';
import type { Turns } from '../session/turns';
import { runInTurns } from '../session/yieldToEventLoop';
import type { Sidecars } from '../session/sidecars';

/** What an export needs of the server. */
export interface ExportSurroundings {
  readonly open: OpenIssues;
  readonly files: FileSystem;
  readonly digest: Digest;
  readonly sidecars: Sidecars;
  readonly annotations: Annotations;
  readonly labels: Labels;
  readonly language: LanguageModelSession;
  readonly turns: Turns;
  /** Resolves once the dictionaries are in force. */
  dictionariesLoaded(): Promise<void>;
}

/** Waits until everything that a format needs is loaded. */
export async function prepareFor(
  { needs }: Pick<ExportFormat, 'needs'>,
  { language, dictionariesLoaded }: ExportSurroundings,
): Promise<void> {
  await dictionariesLoaded();
  if (needs.includes('diagnostics')) await language.ready();
}

/** An issue that is to be exported. */
export interface ExportedIssue {
  readonly uri: string;
  /** What the export calls the file. */
  readonly path: string;
  readonly file: IssueFile;
}

/** Reads what the sidecar of an issue says, or would say if it were written now. */
export async function readSidecar(uri: string, { annotations, sidecars }: ExportSurroundings): Promise<Sidecar> {
  return annotations.sidecarOf(uri) ?? (await sidecars.read(uri)).sidecar;
}

/**
 * Analyses an issue for an export in this thread, with what its sidecar says. What takes long is computed in steps, as far as the
 * format needs it. Rejects with a sentence if the format cannot hold the issue.
 */
export async function analyseFile(
  { uri, path, file: { text, encoding, sha256 } }: ExportedIssue,
  format: Pick<ExportFormat, 'needs' | 'refuses'>,
  which: ExportedText,
  surroundings: ExportSurroundings,
  signal: AbortSignal,
): Promise<AnalysedIssue> {
  const { open, digest } = surroundings;
  const source = issueSource(text, { path, encoding, sidecar: await readSidecar(uri, surroundings) });
  const analysed = await analyseForExport(
    source,
    format,
    { text: which, sha256 },
    {
      analyse: (exported) => open.analyser().analyse(exported, open.get(uri)?.analysis),
      run: (steps) => runInTurns(steps, { signal }),
      digest: digest.sha256,
    },
  );
  if (analysed.refusal !== undefined) throw new Error(analysed.refusal);
  return analysed;
}

/**
 * The file as it is on disk, so that the export is the same as the command line's, unless the editor has changes that
 * are not saved. Rejects with a sentence if there is none.
 */
export async function readFile(uri: string, { open, files, digest }: ExportSurroundings): Promise<IssueFile> {
  const issue: OpenIssue | undefined = open.get(uri);
  if (!issue) return files.readIssue(uri);
  const { text } = issue.analysis.document;
  const onDisk = await files.readIssue(uri).catch(() => undefined);
  if (onDisk && withoutMark(onDisk.text) === withoutMark(text)) return onDisk;
  return { text, encoding: 'UTF-8', sha256: await digest.sha256(text) };
}
