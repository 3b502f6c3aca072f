import { t } from '@vscode/l10n';
import { fromFdPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';
import { sidecarNameOf } from '../../../source/sidecar/model';
import { Problem } from '../../problem';
import { MAX_SIDECAR_BYTES } from '../../sidecarBytes';
import type { ArchivedSidecar, ArchiveEntry, ArchiveKind } from './archive';
import { refuseExpansion, refuseLarge } from './bounds';
import { crc32 } from './crc32';
import { decodedName, entryNames, isSidecarName, portable, type EntryNames } from './entryName';
import { linkProblem, problemOf, readingArchive } from './openArchive';

/** ZIP, with its 64-bit extensions. Entries may be stored or deflated, which is what all common programs write. */
export const zip: ArchiveKind = {
  names: /\.zip$/i,
  read: (path) =>
    readingArchive(path, async function* ({ file, size }) {
      // The file is closed by `readingArchive`.
      const open = (): Promise<ZipFile> =>
        fromFdPromise(file.fd, { autoClose: false, decodeStrings: false, validateEntrySizes: false });
      const { issues, sidecars } = await surveyOf(await open());
      yield { issues };
      const archive = await open();
      const names = entryNames();
      let unpacked = 0;
      for await (const entry of archive.eachEntry()) {
        const read = await readEntry(archive, entry, names, sidecars);
        if (!read) continue;
        yield read;
        // Entries may share their bytes, so that each of them has a harmless ratio.
        unpacked += 'bytes' in read ? read.bytes.length : 0;
        refuseExpansion(unpacked, size);
      }
    }),
};

async function surveyOf(archive: ZipFile): Promise<{ issues: number; sidecars: ReadonlyMap<string, Entry> }> {
  const names = entryNames();
  const sidecars = new Map<string, Entry>();
  let issues = 0;
  for await (const entry of archive.eachEntry()) {
    const name = portable(nameOf(entry));
    if (isSidecarName(name)) sidecars.set(name, entry);
    else if (names.isIssue(name)) issues++;
  }
  return { issues, sidecars };
}

async function readEntry(
  archive: ZipFile,
  entry: Entry,
  names: EntryNames,
  sidecars: ReadonlyMap<string, Entry>,
): Promise<ArchiveEntry | undefined> {
  const admitted = names.admit(nameOf(entry));
  if (!admitted || 'problem' in admitted) return admitted;
  const { name } = admitted;
  try {
    const bytes = await bytesOfEntry(archive, entry);
    const sidecar = sidecars.get(sidecarNameOf(name));
    return { name, bytes, ...(sidecar && { sidecar: await readSidecar(archive, sidecar) }) };
  } catch (error) {
    return { name, problem: problemOf(error).message };
  }
}

async function readSidecar(archive: ZipFile, entry: Entry): Promise<ArchivedSidecar> {
  try {
    return { bytes: await bytesOfEntry(archive, entry, MAX_SIDECAR_BYTES) };
  } catch (error) {
    return { problem: problemOf(error).message };
  }
}

async function bytesOfEntry(archive: ZipFile, entry: Entry, maxBytes?: number): Promise<Buffer> {
  const { compressedSize, compressionMethod: method, uncompressedSize: size } = entry;
  if (isLink(entry)) throw new Problem(linkProblem());
  if (entry.isEncrypted()) throw new Problem(t('It is encrypted.'));
  if (!entry.canDecodeFileData())
    throw new Problem(t('It is compressed by method {0}, which Galley cannot unpack.', method));
  refuseLarge(size, compressedSize, maxBytes);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of await archive.openReadStreamPromise(entry)) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > size) break;
  }
  const bytes = Buffer.concat(chunks);
  if (length !== size || crc32(bytes) !== entry.crc32)
    throw new Problem(t('It is damaged: its checksum or its length is wrong.'));
  return bytes;
}

const UTF8_FLAG = 0x800;
const UNICODE_PATH = 0x7075;

/** Chinese Windows stores names in GB18030 and says so nowhere. */
function nameOf({ fileNameRaw, generalPurposeBitFlag: flags, extraFields }: Entry): string {
  const isUnicode = (flags & UTF8_FLAG) !== 0 || extraFields.some(({ id }) => id === UNICODE_PATH);
  return isUnicode ? getFileNameLowLevel(flags, fileNameRaw, extraFields, true) : decodedName(fileNameRaw);
}

const UNIX = 3;

/** Programs on Unix store the mode of a file in the upper half of its attributes. */
function isLink({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  return versionMadeBy >> 8 === UNIX && ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}
