import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventedIssues } from './invented';

/** A day of a newspaper, as an input folder holds it: one JSON file a day. */
export interface SourceIssue {
  readonly paper: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly pages: readonly SourcePage[];
}

export interface SourcePage {
  readonly page: number;
  readonly section: string;
  readonly articles: readonly SourceArticle[];
}

export interface SourceArticle {
  readonly kicker: string;
  readonly title: string;
  readonly subtitle: string;
  readonly paragraphs: readonly string[];
  readonly captions: readonly string[];
}

/** Titles that are not those of articles. */
const NO_ARTICLE = /责编|本版|导读/;

/**
 * Reads the issues of a folder, or invents some where the folder does not exist. At most `most` of them, spread over all;
 * another `seed` chooses others.
 */
export function readSourceIssues(folder: string, most: number, seed = 0): { issues: SourceIssue[]; invented: boolean } {
  if (!existsSync(folder)) return { issues: inventedIssues(most), invented: true };
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  const count = Math.min(most, names.length);
  const chosen = Array.from(
    { length: count },
    (_, at) => names[(Math.floor((at * names.length) / count) + seed) % names.length] ?? '',
  );
  return { issues: chosen.map((name) => cleaned(readJson(join(folder, name)))), invented: false };
}

/** As the files have it: pages by number in words, articles perhaps without captions. */
interface IssueFile {
  readonly paper: string;
  readonly date: string;
  readonly pages: readonly {
    readonly page: string;
    readonly section: string;
    readonly articles: readonly ArticleFile[];
  }[];
}

type ArticleFile = Omit<SourceArticle, 'captions'> & { readonly captions?: readonly string[] };

function readJson(path: string): IssueFile {
  return JSON.parse(readFileSync(path, 'utf8')) as IssueFile;
}

function cleaned({ paper, date, pages }: IssueFile): SourceIssue {
  return {
    paper,
    date,
    pages: pages.flatMap(({ page, section, articles }) => {
      const whole = articles.map(cleanArticle).filter((article) => isArticle(article));
      return whole.length > 0 ? [{ page: Number(page), section, articles: whole }] : [];
    }),
  };
}

function cleanArticle({ kicker, title, subtitle, paragraphs, captions = [] }: ArticleFile): SourceArticle {
  const lines = (list: readonly string[]): string[] => list.map(clean).filter((line) => line !== '');
  return {
    kicker: clean(kicker),
    title: clean(title),
    subtitle: clean(subtitle),
    paragraphs: lines(paragraphs),
    captions: lines(captions),
  };
}

function isArticle({ title, paragraphs }: SourceArticle): boolean {
  return title !== '' && paragraphs.length > 0 && !NO_ARTICLE.test(title);
}

function clean(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
