import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Position, Range } from 'vscode-languageserver/node';
import { linesOf } from '../../server/src/core/lines';
import { AnnotationMethod } from '../../server/src/lsp/annotationProtocol';
import { Method } from '../../server/src/lsp/protocol';
import { folderWith } from './commandLine';
import { offsetIn, rangeIn, type Encoding } from './encodings';
import { startSession, type Session } from './session';

/** A client that counts columns in one encoding, and reads answers in it. */
export interface CountingClient {
  readonly encoding: Encoding;
  readonly session: Session;
  uriOf(name: string): string;
  /** Opens a file of the folder; gives its URI once its annotations can be asked for. */
  open(name: string): Promise<string>;
  /** The text of a file as the client has it. */
  textOf(uri: string): string;
  /** The range of some words: of their first place, or the one after so many others. */
  range(uri: string, words: string, others?: number): Range;
  /** Where these begin. */
  position(uri: string, words: string, others?: number): Position;
  /** Replaces words, each where they come first, with one message. */
  edit(uri: string, ...edits: readonly (readonly [words: string, newText: string])[]): void;
  /** An answer about a file with words in place of ranges, and without what differs from run to run. */
  inWords(answer: unknown, uri: string): unknown;
  /** The words between two positions, with their line; see `PLACE_IN_WORDS`. */
  between(uri: string, start: Position, end: Position): string;
  /** The words that begin at a position and are so many units long. */
  ofLength(uri: string, start: Position, length: number): string;
  /** Ends the server; gives its exit code. */
  end(): Promise<number | null>;
}

/** How an answer in words has a place of a text. */
export const PLACE_IN_WORDS = /"\d+: /;

/** Starts a server with some files as its workspace, once all of them are in its index. */
export async function startCountingClient(
  encoding: Encoding,
  files: Readonly<Record<string, string>>,
): Promise<CountingClient> {
  const folder = folderWith(files);
  const settings = { inlayHints: { dates: true } };
  const session = await startSession({
    workspace: folder.path,
    settings,
    positionEncodings: [encoding, 'utf-16'],
  });
  const uriOf = (name: string): string => pathToFileURL(join(folder.path, name)).href;
  // An editor keeps a byte order mark to itself.
  const texts = new Map(Object.entries(files).map(([name, text]) => [uriOf(name), text.replace('\uFEFF', '')]));
  const textOf = (uri: string): string => texts.get(uri) ?? '';
  await session.request(Method.indexUpdate, {});

  const range: CountingClient['range'] = (uri, words, others = 0) => {
    const text = textOf(uri);
    let start = text.indexOf(words);
    for (let passed = 0; passed < others; passed++) start = text.indexOf(words, start + 1);
    if (start < 0) throw new Error(`no ${words} in ${uri}`);
    return rangeIn(encoding, text, { start, end: start + words.length });
  };
  const between: CountingClient['between'] = (uri, start, end) => {
    const text = textOf(uri);
    const [from, to] = [offsetIn(encoding, text, start), offsetIn(encoding, text, end)];
    const { line } = linesOf(text).positionAt(from);
    return from === to
      ? `${String(line)}: before ${text.slice(to, to + 4)}`
      : `${String(line)}: ${text.slice(from, to)}`;
  };
  const inWords: CountingClient['inWords'] = (value, uri) => {
    if (typeof value === 'string') return value.replace(FOLDER, '').replace(RANDOM_ID, '$1…');
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((one) => inWords(one, uri));
    const within = uriIn(value) ?? uri;
    if (isRange(value)) return between(within, value.start, value.end);
    if (isPosition(value)) return between(within, value, value);
    const entries = Object.entries(value).map(([key, one]: [string, unknown]) => {
      if (UNSTABLE.has(key)) return [key, '…'];
      return [key.replace(FOLDER, ''), inWords(one, key.startsWith('file:') ? key : within)];
    });
    return Object.fromEntries(entries) as unknown;
  };

  return {
    encoding,
    session,
    uriOf,
    async open(name) {
      const uri = session.open(name, textOf(uriOf(name)));
      await session.request(AnnotationMethod.get, { uri });
      return uri;
    },
    textOf,
    range,
    position: (...place) => range(...place).start,
    edit(uri, ...edits) {
      const changes = edits.map(([words, newText]) => {
        const change = { range: range(uri, words), text: newText };
        texts.set(uri, textOf(uri).replace(words, newText));
        return change;
      });
      session.change(uri, ...changes);
    },
    inWords,
    between,
    ofLength: (uri, start, length) => between(uri, start, { line: start.line, character: start.character + length }),
    async end() {
      const code = await session.end();
      folder.remove();
      return code;
    },
  };
}

/** The folder of a session has another name each time. */
const FOLDER = /file:.*\//;
const RANDOM_ID = /^([a-z]-?)[\w-]{16,}$/;
const UNSTABLE: ReadonlySet<string> = new Set(['id', 'created', 'modified', 'textHash']);

/** The URI of the document that an object is about, if it names one. */
function uriIn(value: object): string | undefined {
  if ('uri' in value && typeof value.uri === 'string') return value.uri;
  return 'textDocument' in value ? uriIn(value.textDocument as object) : undefined;
}

function isPosition(value: unknown): value is Position {
  return typeof value === 'object' && value !== null && 'line' in value && 'character' in value;
}

function isRange(value: object): value is Range {
  return 'start' in value && 'end' in value && isPosition(value.start) && isPosition(value.end);
}
