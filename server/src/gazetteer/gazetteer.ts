import { t } from '@vscode/l10n';
import { hashOf } from '../core/hash';
import { createCache } from '../core/cache';
import { namesWithPrefix } from './complete/namesWithPrefix';
import type { Row } from './format/columns';
import { compileDictionaries, typeOf } from './compile/compileDictionaries';
import { commonestFirst } from './complete/rankCompletions';
import { byTerm } from './posts/terms';
import { entryOf, laidOver, type Described } from './lookup/entries';
import { layerOf, type Layer } from './lookup/layer';
import { linesOfText } from './lookup/lineSource';
import type { Entry, EntityId, Gazetteer, NameMatch } from './model';
import { readDictionary, type DictionaryProblem } from './format/readDictionary';

/** A dictionary of the user. */
export interface UserDictionary {
  /** Its path. */
  readonly dictionary: string;
  readonly text: string;
  /** What it was decoded from, where that was not UTF-8. */
  readonly encoding?: string;
}

/** Dictionaries to be put in force: those that ship, and the user's own, the last of which has the last word. */
export interface DictionarySet {
  readonly shipped?: Layer | undefined;
  readonly own?: readonly UserDictionary[];
}

/**
 * Puts dictionaries in force. A row of the user's own with the id of a shipped entry changes what it gives; its aliases
 * and posts come to those that ship. What is wrong with them is reported, and their good lines are in force.
 */
export function createGazetteer({ shipped, own = [] }: DictionarySet): {
  readonly gazetteer: Gazetteer;
  readonly problems: readonly DictionaryProblem[];
} {
  const layers: Layer[] = shipped ? [shipped] : [];
  const problems: DictionaryProblem[] = [];
  const renamed = new Set<EntityId>();
  for (const source of own) {
    const isKnown = (id: EntityId): boolean => layers.some((layer) => layer.has(id));
    const reading = readDictionary(source.dictionary, source.text, isKnown);
    for (const { type, id, fields } of reading.rows) if (type !== 'post' && fields.name && isKnown(id)) renamed.add(id);
    problems.push(...problemsOfEncoding(source), ...reading.problems);
    layers.push(layerOfRows(source, reading.rows));
  }
  return { gazetteer: mergeLayers(layers, renamed, layers.slice(shipped ? 1 : 0)), problems };
}

function problemsOfEncoding({ dictionary, encoding = 'UTF-8' }: UserDictionary): DictionaryProblem[] {
  if (encoding === 'UTF-8') return [];
  const message = t('This file is in {0}. Galley can read it, but save it as UTF-8 before you add entries.', encoding);
  return [{ dictionary, line: 1, column: 1, length: 0, message }];
}

/** Characters of ids whose entries are kept once they were read. */
const ENTRY_CACHE_SIZE = 50_000;

function layerOfRows({ dictionary, text }: UserDictionary, rows: readonly Row[]): Layer {
  const { index, ids } = compileDictionaries([{ rows, firstLine: 0 }], hashOf(text));
  return layerOf([linesOfText(dictionary, text)], index, new Map(ids.map((id, number) => [number, id])));
}

/**
 * What layers know together, the last of them on top. `renamed` are entries that one of them calls otherwise than
 * another; `own` are the layers of the user.
 */
function mergeLayers(layers: readonly Layer[], renamed: ReadonlySet<EntityId>, own: readonly Layer[]): Gazetteer {
  const entryCache = createCache<{ readonly entry: Entry | undefined }>(ENTRY_CACHE_SIZE);

  const entryOfLayers = (id: EntityId): Entry | undefined => {
    const described = layers.reduce<Described | undefined>((below, layer) => {
      const above = layer.described(id);
      return above && below ? laidOver(above, below) : (above ?? below);
    }, undefined);
    const posts = typeOf(id) === 'person' ? layers.flatMap((layer) => layer.postsOf(id)).sort(byTerm) : [];
    return described && entryOf(described, posts);
  };
  const entry = (id: EntityId): Entry | undefined => entryCache.get(id, () => ({ entry: entryOfLayers(id) })).entry;

  /** Of the ids that a layer gives for a name those that bear it still. */
  const stillNamed = (ids: readonly EntityId[], name: () => string): readonly EntityId[] => {
    if (renamed.size === 0 || !ids.some((id) => renamed.has(id))) return ids;
    return ids.filter((id) => {
      const found = renamed.has(id) ? entry(id) : undefined;
      return !found || found.name === name() || found.aliases.includes(name());
    });
  };

  return {
    revision: layers.map(({ revision }) => revision).join('-'),
    entry,
    isOwn: (id) => own.some((layer) => layer.has(id)),
    namesIn(text) {
      const found: NameMatch[] = [];
      for (const layer of layers)
        layer.eachName(text, (start, end, node) => {
          const entries = stillNamed(layer.entriesAt(node), () => text.slice(start, end));
          if (entries.length > 0) found.push({ start, end, entries });
        });
      return mergeMatches(found.sort((a, b) => a.start - b.start || b.end - a.end));
    },
    named: (name) => unique(layers.flatMap((layer) => stillNamed(layer.named(name), () => name))),
    beginning(typed, types, limit) {
      const ids = unique(
        layers.flatMap((layer) => namesWithPrefix(layer.names, typed).flatMap((node) => layer.entriesAt(node))),
      );
      const found = ids.flatMap((id) => (types.some((type) => type === typeOf(id)) ? (entry(id) ?? []) : []));
      return commonestFirst(found, typed).slice(0, limit);
    },
    predecessors: (place) => unique(layers.flatMap((layer) => layer.predecessors(place))),
    postsAt: (place) => layers.flatMap((layer) => layer.postsAt(place)),
  };
}

/** Matches in order, with one for each span. */
function mergeMatches(matches: readonly NameMatch[]): NameMatch[] {
  const result: NameMatch[] = [];
  for (const match of matches) {
    const before = result[result.length - 1];
    if (before?.start === match.start && before.end === match.end)
      result[result.length - 1] = { ...before, entries: unique([...before.entries, ...match.entries]) };
    else result.push(match);
  }
  return result;
}

function unique<Item>(items: readonly Item[]): readonly Item[] {
  return items.length < 2 ? items : [...new Set(items)];
}
