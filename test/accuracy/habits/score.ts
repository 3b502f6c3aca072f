import type { Article, IssueDocument } from '../../../server/src/issue/model';
import { f1 } from '../f1';
import type { TrueArticle, TrueIssue } from './truth';

/** Counts over all issues of one habit. */
export interface Score {
  articles: number;
  predicted: number;
  found: number;
  mainHeadlines: number;
  kickers: number;
  subs: number;
  exact: number;
  bylines: number;
  bylinesRight: number;
  kinds: number;
  pages: number;
  pagesRight: number;
}

export function emptyScore(): Score {
  return {
    articles: 0,
    predicted: 0,
    found: 0,
    mainHeadlines: 0,
    kickers: 0,
    subs: 0,
    exact: 0,
    bylines: 0,
    bylinesRight: 0,
    kinds: 0,
    pages: 0,
    pagesRight: 0,
  };
}

/** What was read wrong, for `--misses`. */
export type Miss = (what: string, expected: string, got: string) => void;

/**
 * Adds to a score how an issue was read. An article is found where one begins within its head block; it is exact where the
 * main headline and all paragraphs are right and none is added. Blanks do not count. Notices and listings that the truth
 * does not have are not counted as articles too many.
 */
export function addToScore(score: Score, truth: TrueIssue, document: IssueDocument, miss: Miss): void {
  const free = new Set(document.articles);
  for (const article of truth.articles) {
    score.articles += 1;
    if (article.people) score.bylines += 1;
    if (article.page !== undefined) score.pages += 1;
    const read = document.articles.find((each) => free.has(each) && beginsIn(each, article));
    if (!read) {
      miss('no article', article.headlines.map(({ text }) => text).join(' | '), '');
      continue;
    }
    free.delete(read);
    score.predicted += 1;
    addArticle(score, article, read, document.text, miss);
  }
  for (const { kind, span } of free)
    if (kind === 'article' || kind === 'photo' || kind === 'teaser') {
      score.predicted += 1;
      miss('too many', '', document.text.slice(span.start, span.start + 50));
    }
}

function beginsIn({ span }: Article, { start, headEnd }: TrueArticle): boolean {
  return span.start >= start - 2 && span.start < Math.max(headEnd, start + 1);
}

function addArticle(score: Score, truth: TrueArticle, read: Article, text: string, miss: Miss): void {
  score.found += 1;
  const main = headOfTruth(truth, 'main');
  const isMainRight = main === headOf(read, text, 'main');
  if (isMainRight) score.mainHeadlines += 1;
  else miss('headline', main, headOf(read, text, 'main'));
  if (headOfTruth(truth, 'kicker') === headOf(read, text, 'kicker')) score.kickers += 1;
  if (headOfTruth(truth, 'sub') === headOf(read, text, 'sub')) score.subs += 1;
  if (truth.kind === read.kind) score.kinds += 1;
  if (truth.page !== undefined && truth.page === read.page) score.pagesRight += 1;
  const people = read.byline && read.byline.people.map(({ name }) => bare(name)).join(' ');
  if (truth.people && people === truth.people.map(bare).join(' ')) score.bylinesRight += 1;
  else if (truth.people) miss('byline', truth.people.join(' '), people ?? '');
  const wrong = differences(truth, read, text);
  if (isMainRight && wrong.length === 0) score.exact += 1;
  for (const each of wrong.slice(0, 2)) miss('paragraph', each[0], each[1]);
}

/** Paragraphs that were lost, and those that were added. A short one may have been read as a subhead. */
function differences(truth: TrueArticle, read: Article, text: string): (readonly [string, string])[] {
  const paragraphs = read.paragraphs.map(({ parts }) =>
    bare(parts.map(({ content }) => text.slice(content.start, content.end)).join('')),
  );
  const heads = read.headlines.map(({ block }) => bare(text.slice(block.content.start, block.content.end)));
  const have = new Set([...paragraphs, ...heads]);
  const known = new Set([...truth.paragraphs, ...truth.extras].map(bare));
  const isOneOfHeads = new Set(truth.headlines.map((head) => bare(head.text)));
  return [
    ...truth.paragraphs.filter((words) => !have.has(bare(words))).map((words) => ['lost', words] as const),
    ...paragraphs
      .filter((words) => !known.has(words) && !isOneOfHeads.has(words) && words !== '')
      .map((words) => ['added', words] as const),
  ].map(([what, words]) => [what === 'lost' ? words : '', what === 'added' ? words : ''] as const);
}

function headOfTruth({ headlines }: TrueArticle, role: string): string {
  return bare(headlines.flatMap((head) => (head.role === role ? [head.text] : [])).join(''));
}

function headOf({ headlines }: Article, text: string, role: string): string {
  const ofRole = headlines.filter((head) => head.role === role);
  return bare(ofRole.map(({ block: { content } }) => text.slice(content.start, content.end)).join(''));
}

/** Without blanks, invisible characters and the marks of Markdown and HTML. */
function bare(words: string): string {
  return words.replace(/<[^>]*>|\*\*|[\s\u200b\u3000]+/g, '');
}

/** The figures of a score, as they are printed and stored. */
export function figuresOf(score: Score): Record<string, string> {
  const { articles, predicted, found } = score;
  return {
    articles: String(articles),
    boundaries: f1(found, predicted, articles).toFixed(3),
    headlines: share(score.mainHeadlines, articles).toFixed(3),
    kickers: share(score.kickers, articles).toFixed(3),
    subheads: share(score.subs, articles).toFixed(3),
    exactArticles: share(score.exact, articles).toFixed(3),
    bylines: score.bylines === 0 ? '' : share(score.bylinesRight, score.bylines).toFixed(3),
    kinds: share(score.kinds, articles).toFixed(3),
    pages: score.pages === 0 ? '' : share(score.pagesRight, score.pages).toFixed(3),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
