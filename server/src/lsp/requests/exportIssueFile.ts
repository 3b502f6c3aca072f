import { t } from '@vscode/l10n';
import { version } from '../../../../package.json';
import { exportIssue } from '../../export/exportIssue';
import { EXPORT_FORMATS } from '../../export/index';
import { onlyArticle } from '../../export/onlyArticle';
import { looksLikeIssue } from '../../issue/recognise';
import { issueSource } from '../../source/issueSource';
import { runInTurns } from '../runInTurns';
import type { Digest } from '../../ports/digest';
import type { FileSystem, IssueFile } from '../../ports/fileSystem';
import type { LanguageModel } from '../languageModel';
import type { OpenIssue, OpenIssues } from '../openIssues';
import type { ExportParams, ExportResult } from '../protocol';
import type { Sidecars } from '../sidecars';

/** Characters at the beginning of a file by which it is recognised. */
const SAMPLE = 20_000;

/** Exports one issue, open or not, with what its sidecar says. A failure is part of the answer. */
export async function exportIssueFile(
  params: ExportParams,
  {
    open,
    files,
    digest,
    sidecars,
    language,
    signal,
  }: {
    readonly open: OpenIssues;
    readonly files: FileSystem;
    readonly digest: Digest;
    readonly sidecars: Sidecars;
    readonly language: LanguageModel;
    readonly signal: AbortSignal;
  },
): Promise<ExportResult> {
  const format = EXPORT_FORMATS.find(({ id }) => id === params.format);
  if (!format) return { problem: t('There is no export format “{0}”.', params.format) };
  const issueInEditor = open.get(params.uri);
  try {
    const { text, sha256, encoding } = await readIssue(params.uri, issueInEditor, files, digest);
    if (params.onlyIfIssue && !looksLikeIssue(text.slice(0, SAMPLE))) return {};
    const sidecar = (await sidecars.read(params.uri)).sidecar;
    await language.ready();
    const source = issueSource(text, { path: params.path, encoding, sidecar });
    const analysis = open.analyser().analyse(source, issueInEditor?.analysis);
    await runInTurns(analysis.diagnosticsInSteps(signal), { signal });
    const issue = exportIssue(analysis, { sha256, offsetUnit: params.offsetUnit, version });
    return { text: format.write(params.article === undefined ? issue : onlyArticle(issue, params.article)) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The file as it is on disk, so that the export is the same as the command line's, unless the editor has changes that
 * are not saved.
 */
async function readIssue(
  uri: string,
  issue: OpenIssue | undefined,
  files: FileSystem,
  digest: Digest,
): Promise<IssueFile> {
  if (!issue) return files.readIssue(uri);
  const { text } = issue.analysis.document;
  const onDisk = await files.readIssue(uri).catch(() => undefined);
  if (onDisk && withoutMark(onDisk.text) === withoutMark(text)) return onDisk;
  return { text, encoding: 'UTF-8', sha256: await digest.sha256(text) };
}

/** Editors keep a byte order mark to themselves. */
function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
