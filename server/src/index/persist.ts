import type { IndexContent, IndexedIssue } from './issueIndex';
import { containerIn, writeContainer } from '../core/container';
import { createByteReader, createByteWriter, type ByteReader, type ByteWriter } from './bytes';
import type { RecordedArticle } from './record';

/** Why kept bytes cannot be used: they are damaged, or of a Galley that kept other things. */
export type Unusable = 'damaged' | 'otherVersion';

/** Grows with every change of the form below or of what a record holds. */
const VERSION = 1;

/** What the bytes begin with: GALA. */
const INDEX_MARK = 0x414c4147;

/**
 * The index as bytes, a container with the words, the issues and the other files. Words that no row names any more are left
 * out.
 */
export function encodeIndex({ words, issues, others }: IndexContent): Uint8Array {
  const body = createByteWriter();
  const { kept, numbers } = usedWords(words, issues);
  body.number(kept.length);
  for (const word of kept) body.text(word);
  body.number(issues.length);
  for (const issue of issues) writeIssue(body, issue, numbers);
  body.number(others.length);
  for (const [uri, fingerprint] of others) {
    body.text(uri);
    body.text(fingerprint);
  }
  return writeContainer(INDEX_MARK, { version: VERSION }, [body.bytes()]);
}

/** Reads what `encodeIndex` gave; of anything else it says why that cannot be used. */
export function decodeIndex(bytes: Uint8Array): IndexContent | Unusable {
  const container = containerIn(bytes, INDEX_MARK);
  if (!container) return 'damaged';
  if ((container.header as { readonly version?: unknown }).version !== VERSION) return 'otherVersion';
  try {
    const body = createByteReader(container.content);
    const words = listOf(body, () => body.text());
    const issues = listOf(body, () => readIssue(body));
    const others = listOf(body, () => [body.text(), body.text()] as const);
    return body.isAtEnd() ? { words, issues, others } : 'damaged';
  } catch (error) {
    if (error instanceof RangeError) return 'damaged';
    throw error;
  }
}

/** Columns of words. */
const WORDS = ['key', 'name', 'spelling', 'office'] as const;

/** Columns of other numbers. */
const NUMBERS = ['article', 'start', 'length'] as const;

/** The words that tables name, the empty one first, and the new number of each by its old one. */
function usedWords(words: readonly string[], issues: readonly IndexedIssue[]) {
  const numbers = new Uint32Array(words.length);
  const kept = [''];
  for (const { table } of issues)
    for (const column of WORDS)
      for (const number of table[column]) {
        if (number === 0 || numbers[number] !== 0) continue;
        numbers[number] = kept.length;
        kept.push(words[number] ?? '');
      }
  return { kept, numbers };
}

function writeIssue(body: ByteWriter, issue: IndexedIssue, numbers: Uint32Array): void {
  body.text(issue.uri);
  body.text(issue.fingerprint);
  body.number(issue.isUtf8 ? 1 : 0);
  for (const fact of [issue.newspaper, issue.date, issue.place]) body.text(fact ?? '');
  body.numbers(issue.lineStarts.map((start, line, starts) => start - (starts[line - 1] ?? 0)));
  body.number(issue.articles.length);
  for (const article of issue.articles) writeArticle(body, article);
  for (const column of WORDS) body.numbers(issue.table[column].map((number) => numbers[number] ?? 0));
  for (const column of NUMBERS) body.numbers(issue.table[column]);
}

function readIssue(body: ByteReader): IndexedIssue {
  const uri = body.text();
  const fingerprint = body.text();
  const isUtf8 = body.number() === 1;
  const [newspaper, date, place] = [body.text(), body.text(), body.text()];
  let end = 0;
  const lineStarts = body.numbers().map((units) => (end += units));
  const articles = listOf(body, () => readArticle(body));
  const [key, name, spelling, office] = [body.numbers(), body.numbers(), body.numbers(), body.numbers()];
  const [article, start, length] = [body.numbers(), body.numbers(), body.numbers()];
  return {
    uri,
    fingerprint,
    isUtf8,
    ...(newspaper === '' ? {} : { newspaper }),
    ...(date === '' ? {} : { date }),
    ...(place === '' ? {} : { place }),
    lineStarts,
    articles,
    table: { key, name, spelling, office, article, start, length },
  };
}

const KINDS = [
  'article',
  'photo',
  'teaser',
  'notice',
  'listing',
  'verse',
] as const satisfies readonly RecordedArticle['kind'][];

function writeArticle(body: ByteWriter, { order, page, kind, headline, span }: RecordedArticle): void {
  body.number(order);
  body.number(page);
  body.number(KINDS.indexOf(kind));
  body.text(headline);
  body.number(span.start);
  body.number(span.end);
}

function readArticle(body: ByteReader): RecordedArticle {
  const [order, page] = [body.number(), body.number()];
  const kind = KINDS[body.number()] ?? 'article';
  return { order, page, kind, headline: body.text(), span: { start: body.number(), end: body.number() } };
}

/** As many items as the number before them says. */
function listOf<Item>(body: ByteReader, read: () => Item): Item[] {
  const items: Item[] = [];
  for (let left = body.number(); left > 0; left--) items.push(read());
  return items;
}
