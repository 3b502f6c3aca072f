/** A file's opening: a mark of four bytes, the length of a JSON header, the header (ASCII), then the content. */
export interface OpenedFile {
  readonly header: unknown;
  readonly content: Uint8Array;
}

/** Bytes of the mark and the length. */
const OPENING = 8;

/** Takes the header off a file. Throws an `Error` with a plain reason where the file is another, or cut short. */
export function openFile(source: Uint8Array, mark: number): OpenedFile {
  // A Node buffer's own `slice` does not copy; a plain view behaves the same everywhere.
  const bytes = new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < OPENING || view.getUint32(0, true) !== mark) throw new Error('not a file of this kind');
  const end = OPENING + view.getUint32(4, true);
  if (end > bytes.length) throw new Error('cut short');
  let json = '';
  for (let at = OPENING; at < end; at += 4096)
    json += String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 4096)));
  return { header: JSON.parse(json), content: bytes.subarray(end) };
}

/** Makes a file that `openFile` reads. */
export function writeFile(mark: number, header: unknown, parts: readonly Uint8Array[]): Uint8Array {
  const json = JSON.stringify(header).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const length = parts.reduce((sum, part) => sum + part.length, OPENING + json.length);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, mark, true);
  view.setUint32(4, json.length, true);
  let at = OPENING;
  for (let unit = 0; unit < json.length; unit++) bytes[at++] = json.charCodeAt(unit);
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
