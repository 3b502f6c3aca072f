import { entityIdOf, ENTRY_TYPES, fieldsOf, headerOf, type Fields, type Header, type RowType } from '../format/columns';
import { NO_LINE, type DictionaryIndex } from '../compile/compileDictionaries';
import { isWritten } from '../format/dictionaryLines';
import { postOf, type Described } from './entries';
import { groupOf, lastAtOrBefore } from '../compile/groups';
import type { LineSource } from './lineSource';
import type { DictionaryLine, EntityId, Post } from '../model';
import { childOf, hasValues, nodeOf, rootChildren, valuesOf, type NameTrie } from '../compile/nameTrie';

/** Dictionaries that were made together, after one index. What a line says is read when it is asked for. */
export interface Layer {
  readonly revision: string;
  readonly names: NameTrie;
  /** The ids of the entries that have the name that ends at a node of `names`. */
  entriesAt(node: number): readonly EntityId[];
  named(name: string): readonly EntityId[];
  /** Reports every name that occurs in a text, by start, the shortest first. */
  eachName(text: string, found: (start: number, end: number, node: number) => void): void;
  /** Whether these dictionaries describe an entry or add to it. */
  has(id: EntityId): boolean;
  described(id: EntityId): Described | undefined;
  /** The posts of a person, the earliest first. */
  postsOf(person: EntityId): readonly Post[];
  postsAt(place: EntityId): readonly { readonly person: EntityId; readonly post: Post }[];
  predecessors(place: EntityId): readonly EntityId[];
}

/** Makes a layer of dictionaries and their index. `known` holds ids by their number, where they were read before. */
export function layerOf(
  sources: readonly LineSource[],
  index: DictionaryIndex,
  known: ReadonlyMap<number, EntityId>,
): Layer {
  const { names, entryLines, firstPosts, postLines } = index;
  const readLine = lineReaderOf(sources);
  const roots = rootChildren(names);
  const ids = new Map(known);
  const numbers = new Map(Array.from(known, ([number, id]) => [id, number]));
  const entries = new Map<number, readonly EntityId[]>();
  const firstPerson = ENTRY_TYPES.slice(0, ENTRY_TYPES.indexOf('person')).reduce(
    (sum, _, type) => sum + (index.counts[type] ?? 0),
    0,
  );

  const idOf = (entry: number): EntityId => {
    const before = ids.get(entry);
    if (before !== undefined) return before;
    const { fields } = readLine(entryLines[entry] ?? 0);
    const type: RowType = ENTRY_TYPES.find((one) => one === fields.type) ?? 'word';
    const id = entityIdOf(type, fields);
    ids.set(entry, id);
    numbers.set(id, entry);
    return id;
  };
  const numberOf = (id: EntityId): number | undefined => {
    const before = numbers.get(id);
    if (before !== undefined) return before;
    let low = 0;
    let high = entryLines.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (idOf(middle) < id) low = middle + 1;
      else high = middle;
    }
    return low < entryLines.length && idOf(low) === id ? low : undefined;
  };
  const entriesAt = (node: number): readonly EntityId[] => {
    const before = entries.get(node);
    if (before) return before;
    const found = Array.from(valuesOf(names, node), idOf);
    entries.set(node, found);
    return found;
  };
  const postAt = (post: number): Post => {
    const { fields, at } = readLine(postLines[post] ?? 0);
    return postOf(fields, at);
  };

  return {
    revision: index.revision,
    names,
    entriesAt,
    named(name) {
      const node = nodeOf(names, name);
      return node === undefined ? [] : entriesAt(node);
    },
    eachName(text, found) {
      for (let start = 0; start < text.length; start++) {
        let node = roots[text.charCodeAt(start)] ?? 0;
        for (let end = start + 1; node !== 0; end++) {
          if (hasValues(names, node)) found(start, end, node);
          node = end < text.length ? childOf(names, node, text.charCodeAt(end)) : 0;
        }
      }
    },
    has: (id) => numberOf(id) !== undefined,
    described(id) {
      const entry = numberOf(id);
      const line = entry === undefined ? undefined : entryLines[entry];
      return line === undefined || line === NO_LINE ? undefined : { id, ...readLine(line) };
    },
    postsOf(person) {
      const entry = numberOf(person);
      if (entry === undefined) return [];
      return numbersBetween(firstPosts[entry - firstPerson], firstPosts[entry - firstPerson + 1]).map(postAt);
    },
    postsAt(place) {
      const entry = numberOf(place);
      if (entry === undefined) return [];
      return Array.from(groupOf(index.postsAt, entry), (post) => ({
        person: idOf(firstPerson + lastAtOrBefore(firstPosts, post)),
        post: postAt(post),
      }));
    },
    predecessors(place) {
      const entry = numberOf(place);
      return entry === undefined ? [] : Array.from(groupOf(index.predecessors, entry), idOf);
    },
  };
}

interface ReadLine {
  readonly fields: Fields;
  readonly at: DictionaryLine;
}

/** Reads lines by their number among those of all dictionaries. */
function lineReaderOf(sources: readonly LineSource[]): (line: number) => ReadLine {
  const headers = sources.map(headerIn);
  return (line) => {
    let rest = line;
    for (const [at, source] of sources.entries()) {
      if (rest < source.count) {
        const fields = fieldsOf(source.line(rest), headers[at] ?? []);
        return { fields, at: { dictionary: source.dictionary, line: rest + 1 } };
      }
      rest -= source.count;
    }
    throw new RangeError(`There is no line ${line}.`);
  };
}

/** The header of a dictionary: its first line that says something. */
function headerIn(source: LineSource): Header {
  for (let number = 0; number < source.count; number++) {
    const line = source.line(number);
    if (isWritten(line)) return headerOf(line) ?? [];
  }
  return [];
}

function numbersBetween(start = 0, end = 0): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at);
}
