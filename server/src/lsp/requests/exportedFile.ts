import type { Analysis } from '../../analysis/analysis';
import { asRecognised } from '../../annotations/recognised';
import type { ExportFormat } from '../../export/format';
import type { Digest } from '../../ports/digest';
import type { FileSystem, IssueFile } from '../../ports/fileSystem';
import { withoutMark } from '../../source/byteOrderMark';
import { issueSource } from '../../source/issueSource';
import type { ExportedText } from '../protocol';
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
  readonly text: ExportedText;
}

/** An issue as a format takes it. */
export interface AnalysedIssue {
  readonly analysis: Analysis;
  /** The digest of the exported text, even if no file has it. */
  readonly sha256: string;
}

/**
 * Analyses an issue for an export, with what its sidecar says. What takes long is computed in steps, as far as the format
 * needs it. Rejects with a sentence if the format cannot hold the issue.
 */
export async function analyseFile(
  { uri, path, file, text: which }: ExportedIssue,
  { needs, refuses }: Pick<ExportFormat, 'needs' | 'refuses'>,
  { open, sidecars, annotations, digest }: ExportSurroundings,
  signal: AbortSignal,
): Promise<AnalysedIssue> {
  const { text, encoding } = file;
  const sidecar = annotations.sidecarOf(uri) ?? (await sidecars.read(uri)).sidecar;
  const corrected = issueSource(text, { path, encoding, sidecar });
  const source = which === 'original' ? asRecognised(corrected) : corrected;
  const analysis = open.analyser().analyse(source, open.get(uri)?.analysis);
  if (needs.includes('mentions')) await runInTurns(analysis.mentionsInSteps(), { signal });
  if (needs.includes('diagnostics')) await runInTurns(analysis.diagnosticsInSteps(signal), { signal });
  const refusal = refuses?.(analysis);
  if (refusal !== undefined) throw new Error(refusal);
  return { analysis, sha256: source === corrected ? file.sha256 : await digest.sha256(source.text) };
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
