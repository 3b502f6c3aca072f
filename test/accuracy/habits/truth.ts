import type { ArticleKind, HeadlineRole } from '../../../server/src/issue/model';

/** What is known of an article that a habit wrote. Offsets are in UTF-16 code units of the written text. */
export interface TrueArticle {
  readonly kind: ArticleKind;
  readonly start: number;
  /** Where the head block ends: an article that begins up to here has been found. */
  readonly headEnd: number;
  readonly end: number;
  /** Only where the text says on which page the article is. */
  readonly page?: number;
  readonly headlines: readonly { readonly role: HeadlineRole; readonly text: string }[];
  /** The names of the byline, none for 本报评论员; absent where the article has no byline. */
  readonly people?: readonly string[];
  readonly paragraphs: readonly string[];
  /** Captions, tables and signatures, which may be among the paragraphs but need not be. */
  readonly extras: readonly string[];
}

/** An issue as one habit writes it, with everything that is true of it. */
export interface TrueIssue {
  readonly text: string;
  readonly articles: readonly TrueArticle[];
}

/** Writes the text of an issue and notes what is true of it. */
export interface IssueWriter {
  /** Adds characters that belong to no part of an article. */
  add(characters: string): void;
  beginArticle(kind: ArticleKind, page?: number): void;
  /** `shown` is how the words are written, if not as they are. */
  headline(role: HeadlineRole, words: string, shown?: string): void;
  byline(people: readonly string[], shown: string): void;
  /** Names that the first paragraph itself gives, as in 本报讯（记者 …）. */
  peopleWithin(people: readonly string[]): void;
  paragraph(words: string, shown?: string): void;
  extra(words: string, shown?: string): void;
  finish(): TrueIssue;
}

type Draft = { -readonly [Key in keyof TrueArticle]: TrueArticle[Key] } & {
  headlines: { role: HeadlineRole; text: string }[];
  paragraphs: string[];
  extras: string[];
};

export function createIssueWriter(): IssueWriter {
  let text = '';
  const articles: Draft[] = [];
  const current = (): Draft => {
    const article = articles.at(-1);
    if (!article) throw new Error('no article has begun');
    return article;
  };
  return {
    add: (characters) => {
      text += characters;
    },
    beginArticle: (kind, page) => {
      const start = text.length;
      const empty = { kind, start, headEnd: start, end: start, headlines: [], paragraphs: [], extras: [] };
      articles.push(page === undefined ? empty : { ...empty, page });
    },
    headline: (role, words, shown = words) => {
      text += shown;
      current().headlines.push({ role, text: words });
      current().headEnd = text.length;
    },
    byline: (people, shown) => {
      text += shown;
      current().people = people;
      current().extras.push(shown);
    },
    peopleWithin: (people) => {
      current().people = people;
    },
    paragraph: (words, shown = words) => {
      text += shown;
      current().paragraphs.push(words);
      current().end = text.length;
    },
    extra: (words, shown = words) => {
      text += shown;
      current().extras.push(words);
    },
    finish: () => ({ text, articles }),
  };
}
