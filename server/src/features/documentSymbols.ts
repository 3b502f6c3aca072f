import { t } from '@vscode/l10n';
import type { Analysis } from '../analysis/analysis';
import { covers, enclosingSpan, textOf, type Span } from '../core/span';
import { boundaryBefore } from '../core/wholeCharacters';
import type { Article, ArticleKind, Page, Picture } from '../issue/model';

/**
 * A line of the outline. `span` is all that it represents, `selection` what is shown when it is chosen; it is within
 * `span`.
 */
export interface OutlineItem {
  readonly name: string;
  readonly detail?: string;
  readonly kind: 'page' | 'rubric' | ArticleKind | 'caption';
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

/** Longer names are cut: the outline is a narrow column. In code units. */
const LONGEST_NAME = 80;

/**
 * The table of contents: page > rubric > article > captions, in the order of the text. Every item is within
 * its parent. An issue that is one page without a mark has no level for pages.
 */
export function documentSymbols({ document }: Pick<Analysis, 'document'>): OutlineItem[] {
  const { text, pages, articles } = document;
  const items = articles.map((article) => articleItem(text, article));
  if (pages.length === 1 && !pages[0]?.mark) return items;
  let next = 0;
  return pages.map((page, place) => {
    const isLast = place === pages.length - 1;
    const first = next;
    while (next < items.length && (isLast || (items[next]?.span.start ?? 0) < page.span.end)) next++;
    return pageItem(page, place, items.slice(first, next));
  });
}

function pageItem({ label, section, mark, span }: Page, place: number, children: readonly OutlineItem[]): OutlineItem {
  const end = enclosingSpan([span, ...children.map((child) => child.span)]).end;
  return {
    name: [label ?? t('Page {0}', place + 1), section].filter((part) => part !== undefined).join(' '),
    kind: 'page',
    span: { start: span.start, end },
    selection: mark?.content ?? { start: span.start, end: span.start },
    children,
  };
}

/** The article, within its rubric where it has one. */
function articleItem(text: string, article: Article): OutlineItem {
  const { kind, span, rubric } = article;
  const mains = mainsOf(article);
  const detail = detailOf(text, article);
  const item: OutlineItem = {
    name: articleName(text, article),
    ...(detail === '' ? {} : { detail }),
    kind,
    span,
    selection: mains[0] ?? { start: span.start, end: span.start },
    children: article.pictures.flatMap((picture) => captionItem(text, picture)),
  };
  const name = rubric && nameOf(textOf(text, rubric.content));
  return rubric && name ? { name, kind: 'rubric', span, selection: rubric.content, children: [item] } : item;
}

/** What an article is called: its headline, else how it begins. */
export function articleName(text: string, article: Article): string {
  return (
    nameOf(
      mainsOf(article)
        .map((main) => textOf(text, main))
        .join(' '),
    ) ?? nameWithoutHeadline(text, article)
  );
}

function mainsOf({ headlines }: Article): readonly Span[] {
  return headlines.filter(({ role }) => role === 'main').map(({ block }) => block.content);
}

/** Kicker, subheads and who wrote it: what a reader distinguishes articles by. Then whether a person has decided about it. */
function detailOf(text: string, { headlines, byline, byHand }: Article): string {
  const wordsOf = (wanted: string): string[] =>
    headlines.filter(({ role }) => role === wanted).map(({ block }) => withoutBreaks(textOf(text, block.content)));
  const people = byline?.people.map(({ name }) => name).join('、');
  return [...wordsOf('kicker'), ...wordsOf('sub'), people, byHand && t('by hand')].filter(Boolean).join(' · ');
}

function nameWithoutHeadline(text: string, { paragraphs, span }: Article): string {
  const first = paragraphs[0]?.span ?? span;
  const end = boundaryBefore(text, Math.min(first.end, first.start + 2 * LONGEST_NAME));
  return nameOf(text.slice(first.start, end)) ?? t('(no headline)');
}

function captionItem(text: string, { span, caption, credit }: Picture): OutlineItem[] {
  const block = caption ?? credit;
  const name = block && nameOf(textOf(text, block.content));
  if (!block || !name) return [];
  const all = covers(span, block.content) ? span : block.content;
  return [{ name, kind: 'caption', span: all, selection: block.content, children: [] }];
}

function nameOf(words: string): string | undefined {
  const name = withoutBreaks(words);
  if (name.length <= LONGEST_NAME) return name || undefined;
  return `${name.slice(0, boundaryBefore(name, LONGEST_NAME - 1))}…`;
}

function withoutBreaks(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
