import process from 'node:process';
import { t } from '@vscode/l10n';
import { causeOf, decodeIssue, MAX_BYTES, readSource, tooLarge, type SourceFile } from '../host/node/files';
import { interruptedSave } from '../host/node/interruptedSave';
import { Problem } from '../host/node/problem';
import { readSidecarOf } from '../host/node/sidecarFile';
import type { IssueSource, ReadingMode } from '../source/issueSource';
import { sidecarNameOf } from '../source/sidecar/model';
import { NO_SIDECAR } from '../source/sidecar/read';
import { STANDARD_INPUT, type Inputs } from './inputs';
import { openProgress } from './progress';
import { OutputProblem, tell } from './terminal';

/** An input with the bytes that were read. */
export interface Source extends IssueSource, SourceFile {
  readonly encoding: SourceFile['encoding'];
}

/** How `--lines` reads a text. */
export function modeOf(lines: boolean | undefined): ReadingMode {
  return lines ? 'lines' : 'issue';
}

/**
 * Reads the inputs one at a time so that memory does not grow with their number, and hands each to `work`. What cannot
 * be read or worked on is reported in one line, and the others still have their turn. Gives whether all went well. Throws
 * an `OutputProblem` if the output cannot be written; where `evenUnread` says that the work is done on files, it is only
 * reported.
 */
export async function eachSource(
  { paths, problems, notes }: Inputs,
  mode: ReadingMode,
  work: (source: Source) => Promise<void>,
  { evenUnread = false }: { readonly evenUnread?: boolean } = {},
): Promise<boolean> {
  notes.forEach(tell);
  problems.forEach(tell);
  const progress = await openProgress(paths.length);
  let failures = problems.length;
  for (const path of paths) {
    try {
      const file = path === STANDARD_INPUT ? await readStandardInput() : readSource(path);
      if (file.encoding !== 'UTF-8') progress.tell(t('{0}: It is not UTF-8; it was read as {1}.', path, file.encoding));
      const interrupted = path === STANDARD_INPUT ? undefined : await interruptedSave(path);
      if (interrupted !== undefined) throw new Problem(interrupted);
      const { sidecar, problems: faults } = path === STANDARD_INPUT ? NO_SIDECAR : await readSidecarOf(path);
      for (const fault of faults) progress.tell(`${sidecarNameOf(path)}: ${fault}`);
      failures += faults.length;
      await work({ path, sidecar, mode, ...file });
    } catch (error) {
      if (error instanceof OutputProblem && !evenUnread) throw error;
      failures++;
      // The work on the file was done before.
      if (error instanceof OutputProblem) progress.tell(error.message);
      else progress.tell(`${path}: ${error instanceof Problem ? error.message : t('Unexpected: {0}', String(error))}`);
    }
    progress.advance();
  }
  progress.close();
  return failures === 0;
}

async function readStandardInput(): Promise<SourceFile> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of process.stdin) {
      const bytes = Buffer.from(chunk as Uint8Array);
      length += bytes.length;
      if (length > MAX_BYTES) throw tooLarge(MAX_BYTES);
      chunks.push(bytes);
    }
  } catch (error) {
    throw new Problem(causeOf(error));
  }
  const bytes = Buffer.concat(chunks);
  return { bytes, ...decodeIssue(bytes) };
}
