import { t } from '@vscode/l10n';
import type { Analysis } from '../../../analysis/analysis';
import { stemOf } from '../../../issue/fileName';
import type { Article } from '../../../issue/model';
import { overlaps } from '../../../core/span';

/** How impresso names an issue, its pages and its content items, and what all files about it have. */
export interface ImpressoIds {
  readonly issue: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /**
   * When the file was made, as impresso asks. An export knows no clock, so that the same issue gives the same file: it is the day
   * of the issue.
   */
  readonly timestamp: string;
  readonly pages: readonly string[];
  readonly item: (article: Pick<Article, 'order'>) => string;
  /** The numbers of the pages that an article is on. */
  readonly pagesOf: (article: Article) => readonly number[];
}

/** Why impresso has no id for an issue; undefined if it has one. */
export function withoutId({ metadata, document }: Analysis): string | undefined {
  if (!metadata.date) return t('Its date is not known, and impresso names issues by their dates.');
  if (document.articles.length > MOST_ITEMS) return t('It has more articles than impresso can number.');
  return undefined;
}

const MOST_ITEMS = 9_999;

/** The ids of an issue that has a date. Of a file with one page of an issue, the items are numbered within their page. */
export function idsOf({ metadata, document, source }: Analysis): ImpressoIds {
  const date = metadata.date?.value ?? '';
  const issue = `${aliasOf(stemOf(source.path), metadata.newspaper)}-${date}-a`;
  const page = Number(metadata.page ?? '');
  const isPage = document.pages.length === 1 && Number.isInteger(page) && page > 0 && page <= MOST_PAGES;
  const printed = document.pages.map(({ number }, at) => (isPage ? page : (number ?? at + 1)));
  // Sections count from one again.
  const numbers = new Set(printed).size === printed.length ? printed : printed.map((_, at) => at + 1);
  const first = isPage && document.articles.length < ITEMS_OF_A_PAGE ? page * ITEMS_OF_A_PAGE : 0;
  return {
    issue,
    date,
    timestamp: `${date}T00:00:00Z`,
    pages: numbers.map((number) => `${issue}-p${digits(number)}`),
    item: ({ order }) => `${issue}-i${digits(first + order + 1)}`,
    pagesOf: ({ span }) => document.pages.flatMap((one, at) => (overlaps(one.span, span) ? [numbers[at] ?? 0] : [])),
  };
}

const ITEMS_OF_A_PAGE = 100;
const MOST_PAGES = 98;

function digits(number: number): string {
  return String(number).padStart(4, '0');
}

/** The letters that the file name begins with, else the name of the newspaper in letters and digits. */
function aliasOf(stem: string, newspaper: string | undefined): string {
  const letters = /^[A-Za-z]+(?:_[A-Za-z]+)*/.exec(stem)?.[0];
  if (letters !== undefined) return letters;
  return newspaper === undefined ? 'issue' : Array.from(newspaper, codeOf).join('_');
}

function codeOf(character: string): string {
  return `u${(character.codePointAt(0) ?? 0).toString(16)}`;
}
