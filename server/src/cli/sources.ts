import { t } from '@vscode/l10n';
import type { ArchivedSidecar } from '../host/node/archives/archive';
import { decodeIssue, readSource, type SourceFile } from '../host/node/files';
import { interruptedSave } from '../host/node/interruptedSave';
import { Problem } from '../host/node/problem';
import { readSidecarBytes, readSidecarOf } from '../host/node/sidecarFile';
import type { IssueSource, ReadingMode } from '../source/issueSource';
import { sidecarNameOf } from '../source/sidecar/model';
import { NO_SIDECAR, unreadableSidecar, type SidecarReading } from '../source/sidecar/read';
import type { Inputs } from './inputs';
import { itemsOf, type Item } from './items';
import { openProgress } from './progress';
import { OutputProblem, tell } from './terminal';

/** An issue with the bytes that were read. */
export interface Source extends IssueSource, SourceFile, Pick<Item, 'input' | 'entry'> {
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
  inputs: Inputs,
  mode: ReadingMode,
  work: (source: Source) => Promise<void>,
  { evenUnread = false }: { readonly evenUnread?: boolean } = {},
): Promise<boolean> {
  const { paths, problems, notes } = inputs;
  notes.forEach(tell);
  problems.forEach(tell);
  const progress = await openProgress(paths.length);
  let failures = problems.length;
  for await (const item of itemsOf(inputs)) {
    if ('issues' in item) continue;
    const { path } = item;
    try {
      if ('problem' in item) throw new Problem(item.problem);
      const { source, faults } = await readItem(item, mode);
      if (source.encoding !== 'UTF-8')
        progress.tell(t('{0}: It is not UTF-8; it was read as {1}.', path, source.encoding));
      for (const fault of faults) progress.tell(`${sidecarNameOf(path)}: ${fault}`);
      failures += faults.length;
      await work(source);
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

/** Reads an item, and what is wrong with its sidecar. Throws a `Problem` where its text cannot be read. */
async function readItem(
  item: Item,
  mode: ReadingMode,
): Promise<{ readonly source: Source; readonly faults: readonly string[] }> {
  const { content, ...names } = item;
  const { path } = names;
  const file = content ? { bytes: content.bytes, ...decodeIssue(content.bytes) } : readSource(path);
  const interrupted = content ? undefined : await interruptedSave(path);
  if (interrupted !== undefined) throw new Problem(interrupted);
  const { sidecar, problems: faults } = await (content ? readArchivedSidecar(content.sidecar) : readSidecarOf(path));
  return { source: { ...names, ...file, sidecar, mode }, faults };
}

async function readArchivedSidecar(sidecar: ArchivedSidecar | undefined): Promise<SidecarReading> {
  if (!sidecar) return NO_SIDECAR;
  return 'problem' in sidecar ? unreadableSidecar(sidecar.problem) : readSidecarBytes(sidecar.bytes);
}
