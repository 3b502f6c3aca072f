/** A file's opening: a mark of four bytes, the length of a JSON header, the header (ASCII), then the content. */
export interface OpenedFile {
  readonly header: unknown;
  readonly content: Uint8Array;
}

/** Bytes of the mark and the length. */
export const OPENING = 8;

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
