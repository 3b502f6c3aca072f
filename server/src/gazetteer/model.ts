/** Names one entry in all dictionaries together: `person:…`, `place:330800`, `place:330802@1985`, `organisation:…`. */
export type EntityId = string;

export type EntryType = 'person' | 'place' | 'organisation' | 'office' | 'phrase' | 'word';

/** A day, a month or a year, as its source gives it: 2021-07-21, 2021-07, 2021. Such dates compare as strings do. */
export type PartialDate = string;

/** From when until when something held, both included; an absent end is unknown or still open. */
export interface Term {
  readonly from?: PartialDate;
  readonly to?: PartialDate;
}

/** Where a dictionary says it. */
export interface DictionaryLine {
  /** The dictionary: the name of a file that ships (`places.tsv`), or the path of the user's own. */
  readonly dictionary: string;
  /** 1-based. */
  readonly line: number;
}

interface EntryBase {
  readonly id: EntityId;
  readonly name: string;
  /** Other names: former, short, in other characters. */
  readonly aliases: readonly string[];
  /** Pinyin with spaces and without tones, where the usual readings of the characters mislead. */
  readonly pinyin?: string;
  /** Short name of the source; dictionaries/README.md says what it stands for. */
  readonly source?: string;
  /** A few words that distinguish namesakes. */
  readonly note?: string;
  /** What it is in Wikidata, the China Biographical Database and VIAF: the ids there. */
  readonly wikidata?: string;
  readonly cbdb?: string;
  readonly viaf?: string;
  readonly at: DictionaryLine;
}

/** A post that a person held, as the source words it. */
export interface Post extends Term {
  /** 市长, 市委副书记. */
  readonly office: string;
  /** 衢州市人民政府, where the source names it apart from the office. */
  readonly organisation?: string;
  /** The division that the post belongs to. */
  readonly place?: EntityId;
  readonly source?: string;
  readonly at: DictionaryLine;
}

export interface Person extends EntryBase {
  readonly type: 'person';
  /** The earliest first. */
  readonly posts: readonly Post[];
}

export type PlaceKind = 'country' | 'province' | 'city' | 'county' | 'town' | 'other';

/** A division as it was during its term. A change of name or rank makes a new entry, named among the successors. */
export interface Place extends EntryBase, Term {
  readonly type: 'place';
  readonly kind: PlaceKind;
  /** Administrative code of 6 digits, for towns 9. Where several entries bear one code, the latest has it as its id. */
  readonly code?: string;
  /** Given only where the code does not say it; `parentOf` in gazetteer/places knows both. */
  readonly parent?: EntityId;
  readonly successors: readonly EntityId[];
}

/** What organisations and offices belong to. */
export type Sphere =
  | 'party'
  | 'congress'
  | 'government'
  | 'cppcc'
  | 'court'
  | 'procuratorate'
  | 'supervision'
  | 'military'
  | 'enterprise'
  | 'education'
  | 'media'
  | 'society'
  | 'other';

export interface Organisation extends EntryBase {
  readonly type: 'organisation';
  readonly kind: Sphere;
  readonly place?: EntityId;
}

export interface Office extends EntryBase {
  readonly type: 'office';
  readonly kind: Sphere;
}

/** A set phrase, or a compound that names several places at once: 长三角, 浙皖闽赣. */
export interface Phrase extends EntryBase {
  readonly type: 'phrase';
  readonly members: readonly EntityId[];
}

/** A form that a user has declared right; it means nothing else. */
export interface Word extends EntryBase {
  readonly type: 'word';
}

export type Entry = Person | Place | Organisation | Office | Phrase | Word;

/** A name of a dictionary found in a text, in UTF-16 code units of that text. */
export interface NameMatch {
  readonly start: number;
  readonly end: number;
  /** The entries that have the name, of whatever type. Never empty. */
  readonly entries: readonly EntityId[];
}

/** All dictionaries in force: those that ship, with the user's and the workspace's on top. Immutable. */
export interface Gazetteer {
  /** Changes whenever an answer might. */
  readonly revision: string;
  /** Every name that is in the text, at every place, overlapping ones too; by start, the longest first. */
  namesIn(text: string): readonly NameMatch[];
  /** The entries that bear exactly this name or alias. */
  named(name: string): readonly EntityId[];
  /** Read when it is first asked for. */
  entry(id: EntityId): Entry | undefined;
  /** Whether a dictionary of the user or of the workspace has the entry, or adds to it. */
  isOwn(id: EntityId): boolean;
  /** Entries whose name begins with these characters, or whose pinyin or its initials do; the most common first. */
  beginning(typed: string, types: readonly EntryType[], limit: number): readonly Entry[];
  /** Places that name this one among their successors: what it was before. */
  predecessors(place: EntityId): readonly EntityId[];
  /** Posts whose place is this division. */
  postsAt(place: EntityId): readonly { readonly person: EntityId; readonly post: Post }[];
}
