import type { Analysis } from '../analysis/analysis';
import type { Span } from '../core/span';
import type { Mention } from '../entities/model';
import { namedKeyOf, type NamedKey } from '../entities/namedKey';
import type { Article, ArticleKind, IssueDocument } from '../issue/model';

/** An article as the index keeps it. */
export interface RecordedArticle {
  /** 0-based place in the issue. */
  readonly order: number;
  readonly page: number;
  readonly kind: ArticleKind;
  /** The main headline, else the first words that the article has for one; empty where it has none. */
  readonly headline: string;
  readonly span: Span;
}

/** A mention of high confidence as the index keeps it. */
export interface RecordedMention {
  readonly key: NamedKey;
  /** The full name. */
  readonly name: string;
  /** As it is spelled at this place, with whatever white space OCR left within. */
  readonly spelling: string;
  readonly span: Span;
  /** The `order` of its article; absent outside of all articles. */
  readonly article?: number;
  /** The office that the page gives a person at this place. */
  readonly office?: string;
}

/** What the index stores of one issue: where everything is that a query may ask for, but not the text. */
export interface IssueRecord {
  readonly uri: string;
  /** Distinguishes states of the file; the reader of the file chooses the form. */
  readonly fingerprint: string;
  /** Whether an editor that takes the file for UTF-8 sees the text that was read. */
  readonly isUtf8: boolean;
  readonly newspaper?: string;
  /** YYYY-MM-DD. */
  readonly date?: string;
  readonly place?: string;
  /** Where each line starts, in UTF-16 code units of the text without its byte order mark. */
  readonly lineStarts: Uint32Array;
  readonly articles: readonly RecordedArticle[];
  /** In text order. */
  readonly mentions: readonly RecordedMention[];
}

/** Where a record comes from. */
export type RecordSource = Pick<IssueRecord, 'uri' | 'fingerprint' | 'isUtf8'>;

/** Extracts from an issue what the index stores of it. The text must be without a byte order mark, as editors have it. */
export function recordOf(
  { document, mentions, metadata }: Pick<Analysis, 'document' | 'mentions' | 'metadata'>,
  source: RecordSource,
): IssueRecord {
  const { newspaper, date, place } = metadata;
  return {
    ...source,
    ...(newspaper === undefined ? {} : { newspaper }),
    ...(date === undefined ? {} : { date: date.value }),
    ...(place === undefined ? {} : { place }),
    lineStarts: Uint32Array.from({ length: document.lines.count }, (_, line) => document.lines.span(line).start),
    articles: document.articles.map(recordedArticle),
    mentions: recordedMentions(document, mentions),
  };
}

function recordedArticle(article: Article): RecordedArticle {
  const { order, page, kind, span } = article;
  return { order, page, kind, headline: headlineOf(article), span };
}

function headlineOf({ headlines, pictures }: Article): string {
  const main = headlines.filter(({ role }) => role === 'main');
  const shown = main.length > 0 ? main : headlines.slice(0, 1);
  if (shown.length > 0) return shown.map(({ block }) => block.line.printed).join(' ');
  return pictures.find(({ caption }) => caption)?.caption?.line.printed ?? '';
}

function recordedMentions({ text, articles }: IssueDocument, mentions: readonly Mention[]): RecordedMention[] {
  const recorded: RecordedMention[] = [];
  let next = 0;
  for (const mention of mentions) {
    const key = mention.confidence === 'high' ? namedKeyOf(mention) : undefined;
    if (key === undefined) continue;
    const { span, name, office } = mention;
    while ((articles[next]?.span.end ?? Infinity) <= span.start) next++;
    const article = articles[next];
    recorded.push({
      key,
      name,
      spelling: text.slice(span.start, span.end),
      span,
      ...(article && article.span.start <= span.start ? { article: article.order } : {}),
      ...(office === undefined ? {} : { office }),
    });
  }
  return recorded;
}
