import { t } from '@vscode/l10n';
import { version } from '../../../../package.json';
import { dismissedIn, parseSidecar } from '../../annotations/sidecar';
import { EMPTY_SIDECAR } from '../../annotations/model';
import { exportIssue } from '../../export/exportIssue';
import { EXPORT_FORMATS } from '../../export/index';
import { onlyArticle } from '../../export/onlyArticle';
import { looksLikeIssue } from '../../issue/recognise';
import { givingWay } from '../givingWay';
import type { IssueFile, ServerHost } from '../host';
import type { LanguageModel } from '../languageModel';
import type { OpenIssue, OpenIssues } from '../openIssues';
import type { ExportParams, ExportResult } from '../protocol';
import { fileNameOf, sidecarUriOf } from '../sidecars';

/** Characters at the beginning of a file by which it is recognised. */
const SAMPLE = 20_000;

/** Exports one issue, open or not, with what its sidecar says. A failure is part of the answer. */
export async function exportIssueFile(
  params: ExportParams,
  {
    open,
    host,
    language,
  }: {
    readonly open: OpenIssues;
    readonly host: ServerHost;
    readonly language: LanguageModel;
  },
): Promise<ExportResult> {
  const format = EXPORT_FORMATS.find(({ id }) => id === params.format);
  if (!format) return { problem: t('There is no export format “{0}”.', params.format) };
  try {
    const { text, sha256, encoding } = await readIssue(params.uri, open.get(params.uri), host);
    if (params.onlyIfIssue && !looksLikeIssue(text.slice(0, SAMPLE))) return {};
    const sidecar = await readSidecar(params.uri, host);
    await language.ready();
    const service = open.service();
    const snapshot = service.snapshot(text, {
      dismissed: dismissedIn(sidecar),
      outside: { fileName: fileNameOf(params.uri), given: sidecar.issue },
    });
    const issue = exportIssue({
      snapshot,
      diagnostics: (await givingWay(service.diagnosticsInSteps(snapshot))) ?? [],
      mentions: service.mentions(snapshot),
      metadata: service.metadata(snapshot),
      source: { path: params.path, sha256, encoding },
      sidecar,
      offsetUnit: params.offsetUnit,
      version,
    });
    return { text: format.write(params.article === undefined ? issue : onlyArticle(issue, params.article)) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The file as it is on disk, so that the export is the same as the command line's, unless the editor has changes that
 * are not saved.
 */
async function readIssue(uri: string, issue: OpenIssue | undefined, host: ServerHost): Promise<IssueFile> {
  if (!issue) return host.readIssue(uri);
  const { text } = issue.snapshot.document;
  const onDisk = await host.readIssue(uri).catch(() => undefined);
  if (onDisk && withoutMark(onDisk.text) === withoutMark(text)) return onDisk;
  return { text, encoding: 'UTF-8', sha256: await host.hash(text) };
}

/** Editors keep a byte order mark to themselves. */
function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

async function readSidecar(uri: string, host: ServerHost) {
  const text = await host.readText(sidecarUriOf(uri));
  return text === undefined ? EMPTY_SIDECAR : parseSidecar(text).sidecar;
}
