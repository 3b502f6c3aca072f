/** The lines of a dictionary, each of which can be read alone. */
export interface LineSource {
  readonly dictionary: string;
  /** How many there are. */
  readonly count: number;
  /** A line by its number from 0, without its line end and byte order mark. */
  line(number: number): string;
}

/** The lines of a text. */
export function linesOfText(dictionary: string, text: string): LineSource {
  const starts = startsOf(text.length, (start) => text.indexOf('\n', start));
  return {
    dictionary,
    count: starts.length,
    line: (number) => trimmed(text.slice(starts[number], starts[number + 1])),
  };
}

/** The lines of a text in UTF-8, which is decoded line by line. `starts` says where they begin. */
export function linesOfBytes(dictionary: string, bytes: Uint8Array, starts: Uint32Array): LineSource {
  return {
    dictionary,
    count: starts.length,
    line: (number) => trimmed(decoded(bytes, starts[number] ?? bytes.length, starts[number + 1] ?? bytes.length)),
  };
}

/** Where the lines of a text in UTF-8 begin. */
export function lineStartsOf(bytes: Uint8Array): Uint32Array {
  return startsOf(bytes.length, (start) => bytes.indexOf(0x0a, start));
}

function startsOf(length: number, nextEnd: (start: number) => number): Uint32Array {
  let starts = new Uint32Array(1024);
  let lines = 0;
  for (let start = 0; start < length;) {
    if (lines === starts.length) {
      const longer = new Uint32Array(2 * lines);
      longer.set(starts);
      starts = longer;
    }
    starts[lines++] = start;
    const end = nextEnd(start);
    start = end < 0 ? length : end + 1;
  }
  return starts.slice(0, lines);
}

function trimmed(line: string): string {
  return line.replace(/^\uFEFF|\r?\n$/g, '');
}

/** Decodes valid UTF-8. The engine has no decoder of its own platform, and lines are short. */
function decoded(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end;) {
    const first = bytes[at++] ?? 0;
    const further = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let code = further === 0 ? first : first & (0x3f >> further);
    for (const last = at + further; at < last; at++) code = (code << 6) | ((bytes[at] ?? 0) & 0x3f);
    text += String.fromCodePoint(code);
  }
  return text;
}
