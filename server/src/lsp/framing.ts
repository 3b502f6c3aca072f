/** Bytes of the longest message that is accepted; editors send no files that are nearly as large. */
const LONGEST_MESSAGE = 256 * 1024 * 1024;

/** Bytes of the longest header; a real one has fewer than a hundred. */
const LONGEST_HEADER = 4096;

/**
 * Makes what watches the bytes that a client sends, given in chunks, for headers that do not say how long their message
 * is. Where the next message begins cannot be known after one of those, so nothing that follows could be understood:
 * `onBroken` is called with what is wrong, once.
 */
export function createFramingCheck(onBroken: (problem: string) => void): (chunk: Uint8Array) => void {
  let header = '';
  let body = 0;
  let isBroken = false;

  const breakOff = (problem: string): void => {
    isBroken = true;
    onBroken(problem);
  };

  return (chunk) => {
    let at = 0;
    while (at < chunk.length && !isBroken) {
      if (body > 0) {
        const taken = Math.min(body, chunk.length - at);
        body -= taken;
        at += taken;
        continue;
      }
      header += String.fromCharCode(chunk[at++] ?? 0);
      if (header.endsWith('\r\n\r\n')) {
        const length = lengthIn(header);
        if (length === undefined) breakOff(`a message has no valid Content-Length: ${JSON.stringify(header.trim())}`);
        else if (length > LONGEST_MESSAGE) breakOff(`a message of ${length} bytes is too long`);
        else body = length;
        header = '';
      } else if (header.length > LONGEST_HEADER) breakOff(`a header has more than ${LONGEST_HEADER} bytes`);
    }
  };
}

/** The length that a header gives; undefined where it gives none, or another line of it is no field. */
function lengthIn(header: string): number | undefined {
  const lines = header.trimEnd().split('\r\n');
  if (!lines.every((line) => /^[\w-]+:/.test(line))) return undefined;
  const lengths = lines.flatMap((line) => /^content-length:\s*(\d+)\s*$/i.exec(line)?.[1] ?? []);
  return lengths.length === 1 ? Number(lengths[0]) : undefined;
}
