import { drawReportersByline, peopleOfOpening, type DrawnByline } from './bylines';
import type { Random } from './random';
import type { SourceArticle, SourceIssue } from './source';

/** An article of the source, ready to be written by a habit. */
export interface Story extends SourceArticle {
  readonly kind: 'article' | 'photo';
  readonly page: number;
  readonly section: string;
  /** A separate line below the headlines. */
  readonly byline?: DrawnByline;
  /** The names that the first paragraph gives. */
  readonly peopleWithin?: readonly string[];
}

/** A page and the stories on it. */
export interface StoryPage {
  readonly page: number;
  readonly section: string;
  readonly stories: readonly Story[];
}

/** The share of stories without a name in their first paragraph that get a separate byline. */
const WITH_BYLINE = 0.7;

export function storyPages({ pages }: SourceIssue, random: Random): StoryPage[] {
  return pages.map(({ page, section, articles }) => ({
    page,
    section,
    stories: articles.map((article) => storyOf(article, page, section, random)),
  }));
}

function storyOf(article: SourceArticle, page: number, section: string, random: Random): Story {
  const base = { ...article, page, section };
  if (article.title === '图片报道') return { ...base, kind: 'photo' };
  const peopleWithin = peopleOfOpening(article.paragraphs[0] ?? '');
  if (peopleWithin) return { ...base, kind: 'article', peopleWithin };
  const isOpened = /^(?:本报|新华社|据新华社)/.test(article.paragraphs[0] ?? '');
  if (isOpened || !random.chance(WITH_BYLINE)) return { ...base, kind: 'article' };
  return { ...base, kind: 'article', byline: drawReportersByline(random) };
}

/**
 * Whether a paragraph of a story is a crosshead: short, no mark ends it, and a longer paragraph follows. Names and posts of
 * authors within a page of several essays are none.
 */
export function isCrosshead(paragraphs: readonly string[], at: number): boolean {
  const words = paragraphs[at] ?? '';
  const next = paragraphs[at + 1] ?? '';
  if (at === 0 || words.length < 4 || words.length > 30 || next.length < 50) return false;
  if (/[。！？…：；，、”）—]$/.test(words) || /[。：]|作者|记者|编者|整理/.test(words)) return false;
  return (
    !/^[\u4e00-\u9fff]{1,2} [\u4e00-\u9fff]{1,2}$/.test(words) && !/[\u4e00-\u9fff]\s+[\u4e00-\u9fff]{1,3}$/.test(words)
  );
}
