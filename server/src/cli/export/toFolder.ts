import type { LabelUse } from '../../export/annotations/labelsInUse';
import type { ExportFormat } from '../../export/format';
import { contentsOf, writeToFolder, type IssueFiles, type OutputFolder } from '../../export/write';
import { sha256Of } from '../../host/node/digest';
import { objectFolder } from '../../host/node/objects/output';
import { objectPathOf } from '../../host/node/objects/path';
import { outputFolder, type NodeOutputFolder } from '../../host/node/output';
import type { PathGuard } from '../../host/outputCheck';
import { inputFiles, type Inputs } from '../inputs';
import { journalFor } from '../run/journal';
import type { Reception, RunJournal } from '../run/run';
import { formatOf, type ExportSetup } from './task';

/** An export of issues into a folder, or to a place in an object store. */
export interface FolderExport {
  readonly inputs: Inputs;
  readonly setup: ExportSetup;
  /** The folder, or an `s3://` path. */
  readonly out: string;
  /** Whether files may be replaced that no export wrote. */
  readonly force: boolean;
  /** Whether it goes on where an earlier run of it was ended. In an object store, everything is written again. */
  readonly resume: boolean;
  /** Tells its journal from those of other exports of the same format into the folder. */
  readonly part?: string;
  /** Whether what has problems is to be tried again by a later run, which goes on where this one has ended. */
  readonly isTriedAgain: boolean;
  /** Takes what the files of the whole folder depend on, which are then not written. */
  readonly gather?: (use: LabelUse) => void;
}

/** Receives the exports of the issues of a job. */
export type ExportReception = Pick<
  Reception<IssueFiles>,
  'take' | 'taken' | 'atOnce' | 'journal' | 'prints' | 'evenUnread'
>;

/** Issues that are written to an object store at the same time. */
const OBJECTS_AT_ONCE = 16;

/** Writes the exports of issues into a folder. `work` works on the issues and gives whether all went well, which this gives too. */
export async function exportToFolder(
  { inputs, setup, out, force, resume, part, isTriedAgain, gather }: FolderExport,
  work: (reception: ExportReception) => Promise<boolean>,
): Promise<boolean> {
  const { labels, analyser } = setup;
  const format = formatOf(setup.format);
  const folder = await outputAt(out, guardOf(inputs, format, force));
  // An object cannot be added to, as a journal is.
  const local = 'keep' in folder ? folder : undefined;
  const { folderFiles, ...alone } = format;
  const writer = writeToFolder(alone, folder);
  const common = gather || !folderFiles ? undefined : writeToFolder(format, folder);
  const addUse = gather ?? ((use: LabelUse) => common?.addUse?.(use, labels));
  const journalId = part === undefined ? format.id : `${format.id}-${part}`;
  const journal =
    local && (await journalFor(inputs, { out, kind: 'folder', format: journalId, resume, analyser, setup }));
  const complete = await work({
    prints: false,
    evenUnread: true,
    async take(files) {
      await writer.add(files, labels);
      return journal ? keptOf(format, files) : undefined;
    },
    taken({ labelUse }) {
      if (labelUse) addUse(labelUse);
    },
    // A store takes its time for each request.
    atOnce: local ? 1 : OBJECTS_AT_ONCE,
    journal: journal && { ...journal, ...resumption(local, addUse) },
  });
  await common?.end();
  await journal?.close(complete || !isTriedAgain);
  return complete;
}

/** A folder of this machine or a place in an object store. Rejects with a `Problem` where that cannot be reached. */
export async function outputAt(out: string, guard: PathGuard): Promise<OutputFolder | NodeOutputFolder> {
  const path = objectPathOf(out);
  return path ? objectFolder(path, guard) : outputFolder(out, guard);
}

/** Which files an export of issues does not overwrite. */
export function guardOf(inputs: Inputs, format: ExportFormat, force: boolean): PathGuard {
  return { inputs: inputFiles(inputs), replaceable: format.signature, force };
}

/** What a later run must know of an issue that was exported. */
interface Kept {
  /** Each file that was written, and the SHA-256 of its content. */
  readonly files: readonly (readonly [name: string, sha256: string])[];
  readonly labelUse?: LabelUse;
}

function keptOf(format: ExportFormat, issue: IssueFiles): Kept {
  const files = Array.from(contentsOf(format, issue), ([name, content]) => [name, sha256Of(content)] as const);
  return { files, ...(issue.labelUse && { labelUse: issue.labelUse }) };
}

/** How a run goes on where an earlier one has exported an issue. */
function resumption(
  folder: NodeOutputFolder,
  addUse: (use: LabelUse) => void,
): Pick<RunJournal, 'isIntact' | 'restore'> {
  return {
    async isIntact(kept) {
      for (const [name, sha256] of (kept as Kept).files) if (!(await folder.has(name, sha256))) return false;
      return true;
    },
    restore(kept) {
      const { files, labelUse } = kept as Kept;
      for (const [name] of files) folder.keep(name);
      if (labelUse) addUse(labelUse);
    },
  };
}
