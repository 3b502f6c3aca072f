import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import heldBack from './held-back-laws.json';

/** A document of the corpus: its lines, each a paragraph or a headline. */
export interface CorpusDocument {
  readonly name: string;
  readonly lines: readonly string[];
}

interface DayOfPages {
  readonly date: string;
  readonly pages: readonly { readonly articles: readonly PagesArticle[] }[];
}
interface PagesArticle {
  readonly kicker?: string;
  readonly title?: string;
  readonly subtitle?: string;
  readonly paragraphs?: readonly string[];
  readonly captions?: readonly string[];
}

/** The file of laws that are not divided into documents. */
const UNDIVIDED = 'more.txt.gz';

/** Lines of a document that such a file is divided into. */
const LINES = 200;

/**
 * The corpus in a fixed order, one document at a time: news broadcasts, regulations, work reports, newspaper pages.
 * `without` leaves out newspaper days whose date starts with one of its strings (2026-06, say). The laws that are held
 * back (held-back-laws.json) are left out as well: false alarms are counted on them.
 */
export function* corpusDocuments(folder: string, without: readonly string[]): Generator<CorpusDocument> {
  for (const part of ['xwlb', 'laws'])
    for (const file of filesOf(join(folder, part), '.txt.gz')) {
      if (!file.endsWith(UNDIVIDED)) yield* marked(file, gunzipSync(readFileSync(file)).toString('utf8'));
    }
  yield* undivided(folder);
  for (const file of filesOf(join(folder, 'gov_reports'), '.jsonl'))
    for (const [index, line] of readFileSync(file, 'utf8').split('\n').filter(Boolean).entries())
      yield { name: `${file}:${index}`, lines: textsIn(JSON.parse(line)) };
  for (const file of filesOf(join(folder, 'gov_reports', 'provinces_2025'), '.txt'))
    yield { name: file, lines: readFileSync(file, 'utf8').split('\n') };
  for (const file of filesOf(join(folder, 'rmrb_pages'), '.json')) {
    const day = JSON.parse(readFileSync(file, 'utf8')) as DayOfPages;
    if (without.some((prefix) => day.date.startsWith(prefix))) continue;
    yield { name: file, lines: day.pages.flatMap(({ articles }) => articles.flatMap(linesOfArticle)) };
  }
}

export function linesOfArticle({ kicker, title, subtitle, paragraphs = [], captions = [] }: PagesArticle): string[] {
  return [kicker, title, subtitle, ...paragraphs, ...captions].filter(
    (line) => line !== undefined && line !== '',
  ) as string[];
}

/** The laws that are held back, one paragraph a line: `thresholds` to choose thresholds on, `measured` to measure on. */
export function heldBackLaws(textFolder: string, part: keyof typeof heldBack): readonly string[] {
  const { first, lines } = heldBack[part];
  return undividedLines(textFolder).slice(first, first + lines);
}

function* undivided(folder: string): Generator<CorpusDocument> {
  const isHeldBack = (at: number): boolean =>
    Object.values(heldBack).some(({ first, lines }) => at >= first && at < first + lines);
  const counted = undividedLines(folder).filter((_, at) => !isHeldBack(at));
  for (let start = 0; start < counted.length; start += LINES)
    yield { name: `${UNDIVIDED}:${start}`, lines: counted.slice(start, start + LINES) };
}

function undividedLines(folder: string): string[] {
  return gunzipSync(readFileSync(join(folder, 'laws', UNDIVIDED)))
    .toString('utf8')
    .split('\n');
}

function filesOf(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

/** Documents that a line `@@ name` opens; Markdown's marks at the start of a line are not text. */
function* marked(file: string, text: string): Generator<CorpusDocument> {
  let name = file;
  let lines: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('@@ ')) {
      yield { name, lines };
      name = line.slice(3);
      lines = [];
    } else if (!line.startsWith('---')) lines.push(line.replace(/^[#>*\-\s]+/, ''));
  }
  yield { name, lines };
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n');
  if (value && typeof value === 'object') return Object.values(value).flatMap(textsIn);
  return [];
}
