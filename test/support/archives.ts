import { deflateRawSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { crc32 } from '../../server/src/host/node/archives/crc32';

/** An entry of an archive of a test. */
export interface TestEntry {
  /** Bytes where it is stored in another encoding than UTF-8. */
  readonly name: string | Buffer;
  readonly content: string | Buffer;
  readonly isEncrypted?: boolean;
  readonly isLink?: boolean;
  /** Another checksum than that of the content. */
  readonly crc?: number;
  /** The number of the method that the archive says. */
  readonly method?: number;
}

/** Makes a ZIP of entries as they are, whatever their names. */
export function zipOf(entries: readonly TestEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, isEncrypted = false, isLink = false, crc, method = 8 } of entries) {
    const bytes = Buffer.from(content);
    const packed = method === 0 ? bytes : deflateRawSync(bytes);
    const nameBytes = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE((isEncrypted ? 1 : 0) | (typeof name === 'string' ? 0x800 : 0), 2);
    facts.writeUInt16LE(method, 4);
    facts.writeUInt32LE(crc ?? crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(nameBytes.length, 22);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), facts, nameBytes, packed]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(isLink ? (0o120777 << 16) >>> 0 : 0, 6);
    where.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x03'), facts, where, nameBytes);
    bodies.push(body);
    offset += body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

/** Makes a tar of entries. */
export async function tarOf(entries: readonly TestEntry[]): Promise<Buffer> {
  const archive = pack();
  for (const { name, content, isLink = false } of entries)
    if (isLink) archive.entry({ name: String(name), type: 'symlink', linkname: String(content) });
    else archive.entry({ name: String(name) }, Buffer.from(content));
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
