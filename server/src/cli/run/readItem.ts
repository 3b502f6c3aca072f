import { t } from '@vscode/l10n';
import type { ArchivedSidecar } from '../../host/node/archives/archive';
import { sha256Of } from '../../host/node/digest';
import { decodeIssue } from '../../host/decode';
import { readSource, type SourceFile } from '../../host/node/files';
import { interruptedSave } from '../../host/node/interruptedSave';
import { Problem } from '../../host/problem';
import { readSidecarOf } from '../../host/node/sidecarFile';
import { readSidecarBytes } from '../../host/sidecarBytes';
import type { IssueSource, ReadingMode } from '../../source/issueSource';
import { sidecarNameOf } from '../../source/sidecar/model';
import { NO_SIDECAR, unreadableSidecar, type SidecarReading } from '../../source/sidecar/read';
import type { IssueProblem } from '../issueProblem';
import type { Item } from '../items';

/** An issue with the bytes that were read. */
export interface Source extends IssueSource, SourceFile, Pick<Item, 'input' | 'name'> {
  readonly encoding: SourceFile['encoding'];
}

/** An issue that was read, and what is wrong with its sidecar. */
interface ReadItem {
  readonly source: Source;
  /** Of the text and its sidecar. */
  readonly digest: string;
  readonly faults: readonly IssueProblem[];
}

/** How `--lines` reads a text. */
export function modeOf(lines: boolean | undefined): ReadingMode {
  return lines ? 'lines' : 'issue';
}

/** Reads an issue with its sidecar. Throws a `Problem` where its text cannot be read. `note` takes lines for the user. */
export async function readItem(
  { content, input, path, name }: Item,
  mode: ReadingMode,
  note: (line: string) => void,
): Promise<ReadItem> {
  const file = content ? readContent(content.bytes) : readSource(path);
  if (file.encoding !== 'UTF-8') note(t('{0}: Not UTF-8; read as {1}.', path, file.encoding));
  const interrupted = content ? undefined : await interruptedSave(path);
  if (interrupted !== undefined) throw new Problem(interrupted);
  const { sidecar, problems, original } = await (content ? readArchivedSidecar(content.sidecar) : readSidecarOf(path));
  return {
    source: { path, input, ...(name === undefined ? {} : { name }), ...file, sidecar, mode },
    digest: sha256Of(sha256Of(file.bytes) + sha256Of(original?.text ?? '')),
    faults: problems.map((problem) => ({ path: sidecarNameOf(path), problem })),
  };
}

function readContent(given: Uint8Array): SourceFile {
  const bytes = asBuffer(given);
  return { bytes, ...decodeIssue(bytes) };
}

async function readArchivedSidecar(sidecar: ArchivedSidecar | undefined): Promise<SidecarReading> {
  if (!sidecar) return NO_SIDECAR;
  return 'problem' in sidecar ? unreadableSidecar(sidecar.problem) : readSidecarBytes(asBuffer(sidecar.bytes));
}

/** A buffer that comes from another thread is a plain array of bytes. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
