import { EMPTY_HASH, hashWith } from './hash';
import { joinedBytes } from './joinedBytes';

/**
 * What a container holds. All binary files of Galley are containers: a mark of four bytes, the length of the header in four (the low
 * one first), the header (JSON in ASCII), then the content.
 */
export interface Container {
  readonly header: unknown;
  readonly content: Uint8Array;
}

/** Bytes of the mark and the length. */
const OPENING = 8;

/** Whether a container has a checksum. A large file that ships with Galley opens sooner without one. */
interface ContainerOptions {
  readonly isChecked?: boolean;
}

/**
 * Opens a container with a mark. Throws an `Error` with a plain reason where the bytes are another file, are cut short or damaged.
 * A checksum is compared wherever there is one.
 */
export function openContainer(
  source: Uint8Array,
  mark: number,
  { isChecked = true }: ContainerOptions = {},
): Container {
  // A Node buffer's own `slice` does not copy; a plain view behaves the same everywhere.
  const bytes = new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < OPENING || view.getUint32(0, true) !== mark) throw new Error('not a file of this kind');
  const end = OPENING + view.getUint32(4, true);
  if (end > bytes.length) throw new Error('cut short');
  const json = textOf(bytes.subarray(OPENING, end));
  const content = bytes.subarray(end);
  const [ending, checksum] = CHECKSUM.exec(json) ?? [];
  if (ending === undefined && isChecked) throw new Error('damaged');
  if (ending === undefined) return { header: headerIn(json), content };
  const header = `${json.slice(0, -ending.length)}}`;
  if (Number(checksum) !== checksumOf(bytesOf(header), content)) throw new Error('damaged');
  return { header: headerIn(header), content };
}

/** The same, but undefined where it would throw: for files that are made again. */
export function containerIn(source: Uint8Array, mark: number): Container | undefined {
  try {
    return openContainer(source, mark);
  } catch {
    return undefined;
  }
}

/** Makes a container. The header has a property at least. */
export function writeContainer(
  mark: number,
  header: object,
  parts: readonly Uint8Array[],
  { isChecked = true }: ContainerOptions = {},
): Uint8Array {
  const plain = JSON.stringify(header).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const content = joinedBytes(parts);
  const checksum = isChecked ? `,"checksum":${checksumOf(bytesOf(plain), content)}}` : '}';
  const json = bytesOf(plain.slice(0, -1) + checksum);
  const opening = new Uint8Array(OPENING);
  const view = new DataView(opening.buffer);
  view.setUint32(0, mark, true);
  view.setUint32(4, json.length, true);
  return joinedBytes([opening, json, content]);
}

/** The end of a header with a checksum: of the header without it, and of the content. */
const CHECKSUM = /,"checksum":(\d+)\}$/;

function headerIn(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Error('damaged');
  }
}

function textOf(ascii: Uint8Array): string {
  let text = '';
  for (let at = 0; at < ascii.length; at += 4096) text += String.fromCharCode(...ascii.subarray(at, at + 4096));
  return text;
}

function bytesOf(ascii: string): Uint8Array {
  return Uint8Array.from(ascii, (character) => character.charCodeAt(0));
}

/**
 * A hash of 32 bits of a header and a content, which tells damage from what was written: FNV-1a (Fowler, Noll, Vo) in steps of four
 * bytes instead of one, since files of some megabytes are opened at every start.
 */
function checksumOf(header: Uint8Array, content: Uint8Array): number {
  return hashAfter(hashAfter(EMPTY_HASH, header), content) >>> 0;
}

function hashAfter(before: number, bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~3;
  let hash = before;
  for (let at = 0; at < whole; at += 4) hash = Math.imul(hash ^ view.getInt32(at, true), 0x01000193);
  for (let at = whole; at < bytes.length; at++) hash = hashWith(hash, view.getUint8(at));
  return hash;
}
