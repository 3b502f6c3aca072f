import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { t } from '@vscode/l10n';
import { extract, type Header } from 'tar-stream';
import { sidecarNameOf } from '../../../source/sidecar/model';
import { MAX_BYTES, tooLarge } from '../../sizeLimit';
import { Problem } from '../../problem';
import { MAX_SIDECAR_BYTES } from '../../sidecarBytes';
import type { ArchivedSidecar, ArchiveKind } from './archive';
import { refuseExpansion } from './bounds';
import { decodedName, entryNames, isSidecarName, portable } from './entryName';
import { bytesFrom, bytesOf, linkProblem, readingArchive, type OpenArchive } from './openArchive';
import { createPairing } from './pairing';

/** tar (POSIX and GNU), packed by gzip or not. It is read twice: the first time tells which sidecars belong to an issue. */
export const tar: ArchiveKind = {
  names: /\.(?:tar|tar\.gz|tgz)$/i,
  read: (path) =>
    readingArchive(path, async function* (archive) {
      const { issues, paired } = await surveyOf(entriesOf(path, archive));
      yield { issues };
      const pairing = createPairing(paired);
      const names = entryNames();
      for await (const { name: given, header, content } of entriesOf(path, archive)) {
        const sidecar = portable(given);
        if (isSidecarName(sidecar)) {
          yield* pairing.sidecar(sidecar, await readSidecar(header, content));
          continue;
        }
        const admitted = names.admit(given);
        if (!admitted || 'problem' in admitted) {
          if (admitted) yield admitted;
          continue;
        }
        const { name } = admitted;
        const problem = refusalOf(header);
        if (problem !== undefined) yield { name, problem };
        else yield* pairing.issue({ name, bytes: await bytesOf(content) });
      }
    }),
};

interface TarEntry {
  readonly name: string;
  readonly header: Header;
  /** What is not read of it is skipped. */
  readonly content: AsyncIterable<Uint8Array>;
}

async function* entriesOf(path: string, { file, size }: OpenArchive): AsyncGenerator<TarEntry, void> {
  // Names are bytes; only those of a PAX header are always UTF-8.
  const options: object = { filenameEncoding: 'latin1' };
  const entries = extract(options);
  const seen = { end: false };
  const unpack = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
    let unpacked = 0;
    for await (const chunk of chunks) {
      unpacked += chunk.length;
      refuseExpansion(unpacked, size);
      seen.end = chunk.subarray(-BLOCK).every((byte) => byte === 0);
      yield chunk;
    }
  };
  const isPacked = /gz$/i.test(path);
  const done = isPacked
    ? pipeline(bytesFrom(file), createGunzip(), unpack, entries as never)
    : pipeline(bytesFrom(file), unpack, entries as never);
  // What is wrong reaches the reader of the entries too.
  done.catch(() => undefined);
  for await (const entry of entries) {
    const { header } = entry;
    const { pax } = header as { readonly pax?: { readonly path?: string } | null };
    const name = pax?.path === header.name ? header.name : decodedName(Buffer.from(header.name, 'latin1'));
    yield { name, header, content: entry as AsyncIterable<Uint8Array> };
    entry.resume();
  }
  await done;
  if (!seen.end) throw new Problem(t('Its end is missing; it may be truncated.'));
}

/** The end of an archive is two blocks of zeros, of this many bytes. */
const BLOCK = 512;

/** How many issues there are, and the names of the sidecars that belong to one of them. */
async function surveyOf(
  entries: AsyncIterable<TarEntry>,
): Promise<{ readonly issues: number; readonly paired: ReadonlySet<string> }> {
  const names = entryNames();
  const sidecars = new Set<string>();
  const wanted = new Set<string>();
  let issues = 0;
  try {
    for await (const entry of entries) {
      const name = portable(entry.name);
      if (isSidecarName(name)) sidecars.add(name);
      else if (names.isIssue(name)) {
        issues++;
        wanted.add(sidecarNameOf(name));
      }
    }
  } catch {
    // What comes before the damage is read; then it is reported.
  }
  return { issues, paired: new Set([...sidecars].filter((name) => wanted.has(name))) };
}

async function readSidecar(header: Header, content: AsyncIterable<Uint8Array>): Promise<ArchivedSidecar> {
  const problem = refusalOf(header, MAX_SIDECAR_BYTES);
  return problem === undefined ? { bytes: await bytesOf(content) } : { problem };
}

/** Why an entry is not read; undefined for a regular file of no more than `maxBytes`. */
function refusalOf({ type, size }: Header, maxBytes = MAX_BYTES): string | undefined {
  if (type === 'link' || type === 'symlink') return linkProblem();
  if (type !== 'file' && type !== 'contiguous-file') return t('It is not a regular file.');
  return size > maxBytes ? tooLarge(maxBytes).message : undefined;
}
