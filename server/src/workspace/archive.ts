import { isNamedType, type IssueRecord, type NamedKey, type NamedType, type RecordedMention } from './record';

/** An issue within an archive: its mentions are numbers, most of them of words in the archive's list. */
export interface ArchivedIssue extends Omit<IssueRecord, 'mentions'> {
  /** Rows of `COLUMNS` numbers, one for each mention, by place in the text. */
  readonly rows: Uint32Array;
}

/** What stands in the columns of a row. Words are given by their place in the archive's list; 0 stands for none. */
export const COLUMN = { key: 0, name: 1, spelling: 2, office: 3, article: 4, start: 5, length: 6 } as const;
export const COLUMNS = 7;

/** The `article` of a row that lies outside of all articles. */
const NO_ARTICLE = 0xffffffff;

/** What an archive is made of, and what is kept of it between sessions. */
export interface ArchiveContent {
  /** Every key, name, spelling and office; the first is empty. */
  readonly words: readonly string[];
  readonly issues: readonly ArchivedIssue[];
  /** Files that were read and found to be no issues, with their stamps: nobody needs to read them again. */
  readonly others: readonly (readonly [uri: string, stamp: string])[];
}

/** Of a new archive. */
const EMPTY: ArchiveContent = { words: [''], issues: [], others: [] };

/**
 * All issues of a workspace. Ten thousand pages hold a million mentions: as numbers in rows they take 30 bytes each, and
 * a question walks through all rows in the time of a key press, so that no other table has to be kept in step.
 */
export interface Archive {
  /** Puts an issue in the place of what was known of its file. */
  put(record: IssueRecord): void;
  /** Keeps in mind that a file in this state is no issue. */
  pass(uri: string, stamp: string): void;
  remove(uri: string): void;
  /** Lets an issue as it stands in an editor go before its file, until it is uncovered. */
  cover(record: IssueRecord): void;
  uncover(uri: string): void;
  /** The state of the file that was read; undefined where the archive does not have it. */
  stampOf(uri: string): string | undefined;
  /** The files that were read, issues or not. */
  uris(): readonly string[];
  /** Every issue as the user sees it now: from the editor where it is open there, else from its file. */
  issues(): Iterable<ArchivedIssue>;
  /** The number by which rows name a word; undefined where no row does. */
  numberOf(word: string): number | undefined;
  /** The word behind a number of a row. */
  word(number: number): string;
  /** What is to be kept between sessions: files alone. */
  content(): ArchiveContent;
}

/** Makes an archive, empty or with what was kept of one. */
export function createArchive({ words: known, issues, others }: ArchiveContent = EMPTY): Archive {
  const words = [...known];
  const numbers = new Map(words.map((word, number) => [word, number]));
  const filed = new Map(issues.map((issue) => [issue.uri, issue]));
  const passed = new Map(others);
  const covering = new Map<string, ArchivedIssue>();

  const numbered = (word: string): number => {
    const before = numbers.get(word);
    if (before !== undefined) return before;
    words.push(word);
    numbers.set(word, words.length - 1);
    return words.length - 1;
  };
  const archived = ({ mentions, ...issue }: IssueRecord): ArchivedIssue => ({
    ...issue,
    rows: rowsOf(mentions, numbered),
  });

  return {
    put(record) {
      passed.delete(record.uri);
      filed.set(record.uri, archived(record));
    },
    pass(uri, stamp) {
      filed.delete(uri);
      passed.set(uri, stamp);
    },
    remove(uri) {
      filed.delete(uri);
      passed.delete(uri);
    },
    cover: (record) => void covering.set(record.uri, archived(record)),
    uncover: (uri) => void covering.delete(uri),
    stampOf: (uri) => filed.get(uri)?.stamp ?? passed.get(uri),
    uris: () => [...filed.keys(), ...passed.keys()],
    *issues() {
      yield* covering.values();
      for (const [uri, issue] of filed) if (!covering.has(uri)) yield issue;
    },
    numberOf: (word) => numbers.get(word),
    word: (number) => words[number] ?? '',
    content: () => ({ words, issues: [...filed.values()], others: [...passed] }),
  };
}

/** The type that a key begins with. */
export function typeOfKey(key: NamedKey): NamedType | undefined {
  const type = key.slice(0, key.indexOf(':'));
  return isNamedType(type) ? type : undefined;
}

function rowsOf(mentions: readonly RecordedMention[], numbered: (word: string) => number): Uint32Array {
  const rows = new Uint32Array(mentions.length * COLUMNS);
  mentions.forEach(({ key, name, spelling, office = '', article = NO_ARTICLE, span: { start, end } }, index) => {
    rows.set(
      [numbered(key), numbered(name), numbered(spelling), numbered(office), article, start, end - start],
      index * COLUMNS,
    );
  });
  return rows;
}
