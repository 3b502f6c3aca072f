import { t } from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver';
import { version } from '../../../../package.json';
import { visible } from '../../core/visible';
import type { Analysis } from '../../analysis/analysis';
import { leftOutSentence } from '../../export/annotations/leftOut';
import type { ExportFormat } from '../../export/format';
import { EXPORT_FORMATS } from '../../export/formats/index';
import { clashIn, exportNameOf, writeToFolder, writeToStream, type ExportWriter } from '../../export/write';
import type { ExportOptions } from '../../export/exportIssue';
import type { Output, OutputGuard } from '../../ports/output';
import type { Recognition } from '../../index/recognition';
import { signalOf } from '../session/abortSignal';
import { analyseFile, prepareFor, readFile, type ExportSurroundings } from './exportedFile';
import type { ExportedText, ExportWorkspaceParams, ExportWorkspaceResult } from '../protocol';
import { isIssueText, workspaceIssues, type WorkspaceIssue } from './workspaceIssues';
import { messageOf } from '../../core/problems';

/** What the export of a workspace needs of the server. */
export interface WorkspaceExport extends ExportSurroundings {
  readonly connection: Connection;
  readonly output: Output;
  /** URIs of the workspace's folders, without a slash at the end. */
  readonly folders: readonly string[];
  readonly recognition: Recognition;
}

/** Where the issues go, and what becomes of it if the export ends early. */
export interface WritingTarget {
  readonly writer: ExportWriter;
  discard(): Promise<void>;
}

/**
 * Exports every issue of the workspace, one after the other, with progress that the user can cancel; null if it was
 * cancelled. What cannot be exported is among the problems, and the others still have their turn.
 */
export async function exportWorkspace(
  { format: id, offsetUnit, spreadsheet, text = 'corrected', target: uri }: ExportWorkspaceParams,
  workspace: WorkspaceExport,
  signal: AbortSignal,
): Promise<ExportWorkspaceResult | null> {
  const format = EXPORT_FORMATS.find((known) => known.id === id);
  if (!format) return failed(t('Unknown export format “{0}”.', id));
  const { items, unread } = await workspaceIssues(workspace);
  const names = new Map(items.map(({ path }) => [path, exportNameOf(path)]));
  const clash = clashIn(names);
  if (clash && format.workspaceTarget === 'folder') {
    const [path, other] = clash;
    return failed(
      t('{0} and {1} would both be exported to {2}.', path, other, `${names.get(other)}${format.extension}`),
    );
  }

  const writing: Writing = {
    title: t('Exporting issues'),
    format,
    open: () => openTarget(format, uri, items, workspace.output),
    options: { offsetUnit, spreadsheet },
    text,
    leftOutOf: (analysis, path) => leftOutSentence(format, analysis, { path }),
  };
  const result = await writeItems(items, writing, workspace, signal);
  return result && { ...result, problems: [...unread, ...result.problems] };
}

/** What is written of the issues of a workspace. */
export interface Writing {
  /** What the user sees while it is written. */
  readonly title: string;
  /** What is needed of each issue, and which issues cannot be written. */
  readonly format: Pick<ExportFormat, 'needs' | 'refuses'>;
  open(): Promise<WritingTarget>;
  readonly options: Pick<ExportOptions, 'offsetUnit' | 'spreadsheet'>;
  readonly text: ExportedText;
  /** A sentence on what is left out of an issue. */
  leftOutOf?(analysis: Analysis, path: string): string | undefined;
}

/**
 * Writes issues, one after the other, with progress that the user can cancel; null if it was cancelled. What cannot be
 * written is among the problems, and the others still have their turn.
 */
export async function writeItems(
  items: readonly WorkspaceIssue[],
  writing: Writing,
  workspace: WorkspaceExport,
  signal: AbortSignal,
): Promise<ExportWorkspaceResult | null> {
  const progress = await workspace.connection.window.createWorkDoneProgress();
  progress.begin(writing.title, 0, undefined, true);
  const stopped = AbortSignal.any([signal, signalOf(progress.token)]);
  try {
    await prepareFor(writing.format, workspace);
    const target = await writing.open();
    try {
      const onItem = (index: number, path: string): void =>
        progress.report(Math.floor((index * 100) / items.length), visible(path));
      const result = await writeEach(items, { ...writing, writer: target.writer, onItem }, workspace, stopped);
      await target.writer.end();
      return result;
    } catch (error) {
      await target.discard();
      throw error;
    }
  } catch (error) {
    return stopped.aborted ? null : failed(messageOf(error));
  } finally {
    progress.done();
  }
}

interface ItemWriting extends Writing {
  readonly writer: ExportWriter;
  onItem(index: number, path: string): void;
}

/** Throws the signal's reason once it is aborted. */
async function writeEach(
  items: readonly WorkspaceIssue[],
  { format, options, text, leftOutOf, writer, onItem }: ItemWriting,
  surroundings: ExportSurroundings,
  signal: AbortSignal,
): Promise<ExportWorkspaceResult> {
  const problems: string[] = [];
  const leftOut: string[] = [];
  let exported = 0;
  for (const [index, item] of items.entries()) {
    // What the user types meanwhile goes before each issue.
    await surroundings.turns.next(signal);
    onItem(index, item.path);
    try {
      const file = await readFile(item.uri, surroundings);
      if (!isIssueText(item, file.text)) continue;
      const { analysis, sha256 } = await analyseFile({ ...item, file, text }, format, surroundings, signal);
      const labels = await surroundings.labels.of(item.uri);
      await writer.issue(analysis, { ...options, name: exportNameOf(item.path), sha256, labels, version });
      exported++;
      const sentence = leftOutOf?.(analysis, item.path);
      if (sentence !== undefined) leftOut.push(sentence);
    } catch (error) {
      signal.throwIfAborted();
      problems.push(visible(`${item.path}: ${messageOf(error)}`));
    }
  }
  return { exported, problems, leftOut };
}

function failed(problem: string): ExportWorkspaceResult {
  return { exported: 0, problems: [visible(problem)], leftOut: [] };
}

async function openTarget(
  format: ExportFormat,
  uri: string,
  items: readonly WorkspaceIssue[],
  output: Output,
): Promise<WritingTarget> {
  const inputs = items.map((item) => item.uri);
  if (format.workspaceTarget === 'folder') {
    const guard: OutputGuard = { inputs, replaceable: format.signature };
    return { writer: writeToFolder(format, output.folder(uri, guard)), discard: () => Promise.resolve() };
  }
  // The user has named this file, and agreed to replace it if it exists.
  const file = await output.file(uri, { inputs, replaceable: /^/ });
  const writer = writeToStream(format, (content) => file.write(content));
  return {
    writer: {
      issue: (analysis, options) => writer.issue(analysis, options),
      async end() {
        await writer.end();
        await file.close();
      },
    },
    discard: () => file.discard(),
  };
}
