import { containerIn, writeContainer } from '../../core/container';
import { NO_LINE, type CompiledDictionaries, type DictionaryIndex } from './compileDictionaries';
import type { Groups } from './groups';
import { linesOfBytes, lineStartsOf, type LineSource } from '../lookup/lineSource';
import type { EntityId } from '../model';

/** The version of the form below; a file of another version is not read. */
const VERSION = 1;

/** The first bytes of the file: GAZI. */
const INDEX_MARK = 0x495a4147;

/** What is before the numbers. */
interface Preamble {
  readonly version: number;
  readonly revision: string;
  /** The dictionaries in order, with their length in bytes, so that a changed one is noticed. */
  readonly dictionaries: readonly { readonly name: string; readonly length: number }[];
  /** Ids of the entries that have no line to read them from, by number. */
  readonly strays: readonly (readonly [number, EntityId])[];
  /** How many numbers each array has, in the order of `arraysOf`; after them the lines of each dictionary. */
  readonly lengths: readonly number[];
}

/** A dictionary's name and its text in UTF-8. */
export interface DictionaryBytes {
  readonly dictionary: string;
  readonly bytes: Uint8Array;
}

/** An index with the lines that it points to. */
export interface ReadIndex {
  readonly index: DictionaryIndex;
  readonly sources: readonly LineSource[];
  /** Ids of the entries that have no line, by number. */
  readonly strays: ReadonlyMap<number, EntityId>;
}

/**
 * Writes an index for the package, a container with every array as the differences of its numbers, each in 7 bits a byte. Most
 * arrays ascend, so most numbers take one byte.
 */
export function writeIndex({ index, ids }: CompiledDictionaries, dictionaries: readonly DictionaryBytes[]): Uint8Array {
  const arrays = [...arraysOf(index), ...dictionaries.map(({ bytes }) => lineStartsOf(bytes))];
  const preamble: Preamble = {
    version: VERSION,
    revision: index.revision,
    dictionaries: dictionaries.map(({ dictionary, bytes }) => ({ name: dictionary, length: bytes.length })),
    strays: ids.flatMap((id, number) => (index.entryLines[number] === NO_LINE ? [[number, id] as const] : [])),
    lengths: arrays.map(({ length }) => length),
  };
  const bytes: number[] = [];
  for (const array of arrays) writeDifferences(array, bytes);
  return writeContainer(INDEX_MARK, preamble, [Uint8Array.from(bytes)]);
}

/** Reads what `writeIndex` wrote; undefined where it is damaged or belongs to other dictionaries than these. */
export function readIndex(source: Uint8Array, dictionaries: readonly DictionaryBytes[]): ReadIndex | undefined {
  const opened = containerIn(source, INDEX_MARK);
  if (!opened || !isPreamble(opened.header) || !isOf(opened.header, dictionaries)) return undefined;
  const { revision, lengths, strays } = opened.header;
  const reader = { bytes: opened.content, at: 0 };
  const arrays = lengths.map((count) => readDifferences(reader, count));
  const lines = arrays.splice(arrays.length - dictionaries.length);
  const index = reader.at === opened.content.length ? indexOf(revision, arrays) : undefined;
  const sources = dictionaries.map((one, at) =>
    linesOfBytes(one.dictionary, one.bytes, lines[at] ?? new Uint32Array()),
  );
  return index && { index, sources, strays: new Map(strays) };
}

function arraysOf({ names, postsAt, predecessors, ...index }: DictionaryIndex): readonly (Uint16Array | Uint32Array)[] {
  return [
    ...[names.units, names.firstChildren, names.firstValues, names.values],
    ...[index.counts, index.entryLines, index.firstPosts, index.postLines],
    ...[postsAt.keys, postsAt.firsts, postsAt.values],
    ...[predecessors.keys, predecessors.firsts, predecessors.values],
  ];
}

/** The index of the arrays in the order of `arraysOf`; undefined where one is missing. */
function indexOf(revision: string, arrays: readonly Uint32Array[]): DictionaryIndex | undefined {
  const [units, firstChildren, firstValues, values, counts, entryLines, firstPosts, postLines, ...groups] = arrays;
  if (!units || !firstChildren || !firstValues || !values || !counts || !entryLines || !firstPosts || !postLines)
    return undefined;
  const postsAt = groupsOf(groups.slice(0, 3));
  const predecessors = groupsOf(groups.slice(3));
  if (!postsAt || !predecessors) return undefined;
  const names = { units: Uint16Array.from(units), firstChildren, firstValues, values };
  return { revision, names, counts, entryLines, firstPosts, postLines, postsAt, predecessors };
}

function groupsOf([keys, firsts, values]: readonly Uint32Array[]): Groups | undefined {
  return keys && firsts && values && { keys, firsts, values };
}

/** Zigzag, as in Protocol Buffers: a small difference is a small number whichever its sign. */
function writeDifferences(numbers: Uint16Array | Uint32Array, bytes: number[]): void {
  let before = 0;
  for (const number of numbers) {
    const difference = number - before;
    let rest = difference < 0 ? -2 * difference - 1 : 2 * difference;
    for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest & 0x7f) | 0x80);
    bytes.push(rest);
    before = number;
  }
}

function readDifferences(reader: { readonly bytes: Uint8Array; at: number }, count: number): Uint32Array {
  const { bytes } = reader;
  const numbers = new Uint32Array(Math.min(count, bytes.length));
  let { at } = reader;
  let before = 0;
  for (let index = 0; index < numbers.length; index++) {
    const byte = bytes[at++] ?? 0;
    let rest = byte;
    if (byte > 0x7f) {
      rest = byte & 0x7f;
      // Not shifted: a number may have more than 31 bits once its sign is in it.
      for (let scale = 0x80, next = byte; next > 0x7f; scale *= 0x80) {
        next = bytes[at++] ?? 0;
        rest += (next & 0x7f) * scale;
      }
    }
    before += rest % 2 === 1 ? -(rest + 1) / 2 : rest / 2;
    numbers[index] = before;
  }
  reader.at = at;
  return numbers;
}

function isPreamble(read: unknown): read is Preamble {
  return typeof read === 'object' && read !== null && 'version' in read && read.version === VERSION;
}

function isOf({ dictionaries }: Preamble, given: readonly DictionaryBytes[]): boolean {
  return (
    dictionaries.length === given.length &&
    dictionaries.every(({ name, length }, at) => given[at]?.dictionary === name && given[at].bytes.length === length)
  );
}
