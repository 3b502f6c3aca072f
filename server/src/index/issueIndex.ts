import { type IssueRecord, type RecordedMention } from './record';
import { isNamedType, type NamedKey, type NamedType } from '../entities/namedKey';

/** What the index stores of each mention: the first four are numbers of words, of which 0 is the empty one. */
export const COLUMNS = ['key', 'name', 'spelling', 'office', 'article', 'start', 'length'] as const;

/** The mentions of one issue in text order, a column for each thing that is kept of them. */
export type MentionTable = Readonly<Record<(typeof COLUMNS)[number], Uint32Array>>;

/** An issue within an index: of its mentions only numbers are left, and most words are kept once for all issues. */
export interface IndexedIssue extends Omit<IssueRecord, 'mentions'> {
  readonly table: MentionTable;
}

/** The `article` of a mention that is outside of all articles. */
const NO_ARTICLE = 0xffffffff;

/** What an index is made of, and what is kept of it between sessions. */
export interface IndexContent {
  /** Every key, name, spelling and office; the first is empty. */
  readonly words: readonly string[];
  readonly issues: readonly IndexedIssue[];
  /** Files that were read and found to be no issues, with their fingerprints: they need not be read again. */
  readonly others: readonly (readonly [uri: string, fingerprint: string])[];
}

/** Of a new index. */
const EMPTY: IndexContent = { words: [''], issues: [], others: [] };

/**
 * All issues of a workspace. Ten thousand pages hold a million mentions: as numbers they take 30 bytes each, and a
 * query scans all of their keys in a few milliseconds, so that there is no second list to keep in step.
 */
export interface IssueIndex {
  /** Replaces what is known of a file. */
  put(record: IssueRecord): void;
  /** Records that a file in this state is no issue. */
  pass(uri: string, fingerprint: string): void;
  remove(uri: string): void;
  /** Replaces what is known of a file by the issue as it is in the editor, until the overlay is removed. */
  setOverlay(record: IssueRecord): void;
  removeOverlay(uri: string): void;
  /** The state of the file that was read; undefined where the index does not have it. */
  fingerprintOf(uri: string): string | undefined;
  /** The files that were read, issues or not. */
  uris(): readonly string[];
  /**
   * Every issue as the user sees it now: from the editor where it is open there, else from its file. The earliest first,
   * those without a date last. The same list until something changes.
   */
  issues(): readonly IndexedIssue[];
  /** The number by which tables name a word; undefined where none does. */
  numberOf(word: string): number | undefined;
  /** The word behind a number; empty where there is none. */
  word(number: number | undefined): string;
  /** What is to be kept between sessions: files alone. */
  content(): IndexContent;
}

/** Makes an index, empty or with what was kept of one. */
export function createIndex({ words: known, issues, others }: IndexContent = EMPTY): IssueIndex {
  const words = [...known];
  const numbers = new Map(words.map((word, number) => [word, number]));
  const filed = new Map(issues.map((issue) => [issue.uri, issue]));
  const passed = new Map(others);
  const overlays = new Map<string, IndexedIssue>();
  let visible: readonly IndexedIssue[] | undefined;

  const numbered = (word: string): number => {
    const before = numbers.get(word);
    if (before !== undefined) return before;
    words.push(word);
    numbers.set(word, words.length - 1);
    return words.length - 1;
  };
  const indexed = ({ mentions, ...issue }: IssueRecord): IndexedIssue => ({
    ...issue,
    table: tableOf(mentions, numbered),
  });

  return {
    put(record) {
      visible = undefined;
      passed.delete(record.uri);
      filed.set(record.uri, indexed(record));
    },
    pass(uri, fingerprint) {
      visible = undefined;
      filed.delete(uri);
      passed.set(uri, fingerprint);
    },
    remove(uri) {
      visible = undefined;
      filed.delete(uri);
      passed.delete(uri);
    },
    setOverlay(record) {
      visible = undefined;
      overlays.set(record.uri, indexed(record));
    },
    removeOverlay(uri) {
      visible = undefined;
      overlays.delete(uri);
    },
    fingerprintOf: (uri) => filed.get(uri)?.fingerprint ?? passed.get(uri),
    uris: () => [...filed.keys(), ...passed.keys()],
    issues: () => (visible ??= [...new Map([...filed, ...overlays]).values()].sort(byDate)),
    numberOf: (word) => numbers.get(word),
    word: (number = 0) => words[number] ?? '',
    content: () => ({ words, issues: [...filed.values()], others: [...passed] }),
  };
}

function byDate(first: IndexedIssue, second: IndexedIssue): number {
  const [a, b] = [first.date ?? '~', second.date ?? '~'];
  if (a !== b) return a < b ? -1 : 1;
  return first.uri < second.uri ? -1 : 1;
}

/** The type that a key begins with. */
export function typeOfKey(key: NamedKey): NamedType | undefined {
  const type = key.slice(0, key.indexOf(':'));
  return isNamedType(type) ? type : undefined;
}

function tableOf(mentions: readonly RecordedMention[], numbered: (word: string) => number): MentionTable {
  const table = emptyTable(mentions.length);
  mentions.forEach(({ key, name, spelling, office = '', article = NO_ARTICLE, span: { start, end } }, row) => {
    table.key[row] = numbered(key);
    table.name[row] = numbered(name);
    table.spelling[row] = numbered(spelling);
    table.office[row] = numbered(office);
    table.article[row] = article;
    table.start[row] = start;
    table.length[row] = end - start;
  });
  return table;
}

/** One piece of memory for all columns: seven pieces for each of ten thousand issues would cost more than they hold. */
function emptyTable(rows: number): MentionTable {
  const cells = new Uint32Array(rows * COLUMNS.length);
  const column = (index: number): Uint32Array => cells.subarray(index * rows, (index + 1) * rows);
  return {
    key: column(0),
    name: column(1),
    spelling: column(2),
    office: column(3),
    article: column(4),
    start: column(5),
    length: column(6),
  };
}
