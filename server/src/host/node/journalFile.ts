import { constants } from 'node:fs';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a run has done, a record on each line, so that another run can go on where this one was ended. */
export interface JournalFile {
  /** The record of a key; undefined where there is none that can be read. */
  find(key: string): Promise<unknown>;
  /** Adds a record, which is plain data. It is kept even if this process is killed afterwards. */
  add(key: string, record: unknown): Promise<void>;
  /** Ends writing, and removes the file if the run has come to its end. */
  close(isDone: boolean): Promise<void>;
}

/** A journal, and what was found in its place. */
export interface OpenedJournal {
  readonly journal: JournalFile;
  /** Whether there was one of the same run, of another, or none. */
  readonly found: 'same' | 'other' | 'none';
}

/**
 * Opens the journal of a run, which `fingerprint` tells from runs with other settings. With `resume`, the records of an earlier run
 * with the same fingerprint are kept; else it begins empty. The last record may be split, where the run was killed. Rejects with the
 * error of the system.
 */
export async function openJournal(path: string, fingerprint: string, resume: boolean): Promise<OpenedJournal> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, 0o666);
  const { lines, end, first } = resume ? await readLines(file) : EMPTY;
  const found = first === undefined ? 'none' : first === fingerprint ? 'same' : 'other';
  const records = found === 'same' ? lines : new Map<string, Line>();
  let position = found === 'same' ? end : 0;
  await file.truncate(position);
  const append = async (fields: readonly unknown[]): Promise<number> => {
    const bytes = Buffer.from(`${JSON.stringify(fields)}\n`);
    await file.write(bytes, 0, bytes.length, position);
    position += bytes.length;
    return bytes.length;
  };
  if (position === 0) await append([fingerprint]);

  return {
    found,
    journal: {
      async find(key) {
        const line = records.get(key);
        if (!line) return undefined;
        const { buffer } = await file.read(Buffer.alloc(line.length), 0, line.length, line.start);
        return fieldsOf(buffer)?.[1];
      },
      async add(key, record) {
        await append([key, record]);
      },
      async close(isDone) {
        await file.close();
        if (isDone) await rm(path, { force: true });
      },
    },
  };
}

/** Where a line is, in bytes. */
interface Line {
  readonly start: number;
  readonly length: number;
}

interface Lines {
  /** The last line of each key. */
  readonly lines: Map<string, Line>;
  /** Where the last whole line ends. */
  readonly end: number;
  readonly first?: string;
}

const EMPTY: Lines = { lines: new Map(), end: 0 };

async function readLines(file: FileHandle): Promise<Lines> {
  const lines = new Map<string, Line>();
  let first: string | undefined;
  let start = 0;
  let begun = Buffer.alloc(0);
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(PIECE), 0, PIECE, start + begun.length);
    if (bytesRead === 0) return { lines, end: start, ...(first === undefined ? {} : { first }) };
    begun = Buffer.concat([begun, buffer.subarray(0, bytesRead)]);
    for (let end = begun.indexOf(LINE_FEED); end >= 0; end = begun.indexOf(LINE_FEED)) {
      const key = fieldsOf(begun.subarray(0, end))?.[0];
      if (typeof key === 'string' && start === 0) first = key;
      else if (typeof key === 'string') lines.set(key, { start, length: end });
      start += end + 1;
      begun = begun.subarray(end + 1);
    }
  }
}

/** Bytes that are read at once. */
const PIECE = 1 << 16;

const LINE_FEED = 0x0a;

function fieldsOf(line: Buffer): readonly unknown[] | undefined {
  try {
    const fields: unknown = JSON.parse(line.toString('utf8'));
    return Array.isArray(fields) ? fields : undefined;
  } catch {
    return undefined;
  }
}
