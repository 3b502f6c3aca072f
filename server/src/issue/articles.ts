import { shiftSpan, type Span } from '../core/span';
import { isProse } from './articleKinds';
import { authorOf, bylineOf, readAnyOpening, storyOpeningOf, type StoryOpening } from './byline';
import { withContinuations } from './continuations';
import { readJumps } from './jumps';
import type { Article, ArticleKind, Block, Byline, Jump, Page, Paragraph } from './model';
import { readPageMark } from './pageMark';
import { paragraphOf, paragraphsOf } from './paragraphs';
import { isPictured, picturesOf } from './pictures';
import type { SeamHabits } from './seams';
import type { Section } from './sections';
import { tablesOf } from './tables';
import { VOCABULARY } from './vocabulary';

/** Builds the articles of an issue from its sections, in the order of the text. */
export function readArticles(
  text: string,
  pages: readonly Page[],
  sections: readonly (readonly Section[])[],
  habits: SeamHabits,
): Article[] {
  const articles: Article[] = [];
  pages.forEach((page, index) => {
    for (const section of sections[index] ?? [])
      articles.push(articleOf(text, section, { page: page.number ?? index + 1, order: articles.length, habits }));
  });
  return withContinuations(text, articles);
}

interface ArticlePlace {
  readonly page: number;
  readonly order: number;
  readonly habits: SeamHabits;
}

function articleOf(text: string, section: Section, { page, order, habits }: ArticlePlace): Article {
  const { heads, rubric, rest } = section;
  const signature = signatureOf(rest);
  const body = bodyOf(rest, signature);
  const paragraphs =
    isProse(section.kind) || body.some(({ wraps }) => wraps) ? paragraphsOf(text, body, habits) : body.map(paragraphOf);
  const jumps = jumpsOf(rest);
  return {
    id: `article-${order + 1}`,
    order,
    page,
    kind: kindOf(section, paragraphs, jumps),
    headlines: heads,
    paragraphs,
    pictures: picturesOf(rest),
    tables: tablesOf(rest),
    jumps,
    span: section.span,
    ...(rubric ? { rubric } : {}),
    ...(section.rubricDisplaced ? { rubricDisplaced: true } : {}),
    ...originOf(rest, signature),
  };
}

/**
 * The line that signs the whole article: a byline above the first paragraph or below the last; below the picture of a
 * photo story, the credit. What a person has said to be the byline takes precedence.
 */
function signatureOf(rest: readonly Block[]): Block | undefined {
  const first = rest.findIndex(isRunning);
  const above = rest.slice(0, first < 0 ? rest.length : first).find(({ kind }) => kind === 'byline');
  const below = rest.slice(rest.findLastIndex(isRunning) + 1);
  const signature =
    rest.find(({ kind, byHand }) => kind === 'byline' && byHand) ??
    above ??
    below.find(({ kind }) => kind === 'byline');
  return signature ?? (isPhotoStory(rest) ? below.find(({ kind }) => kind === 'credit') : undefined);
}

/** A paragraph or two that describe a picture, and its credit; no report opens so. */
function isPhotoStory(rest: readonly Block[]): boolean {
  const running = rest.filter(isRunning);
  if (running.length > 2 || !rest.some(({ kind }) => kind === 'credit')) return false;
  const first = running[0];
  return !rest.some(({ kind }) => kind === 'byline') && !(first && storyOpeningOf(first.line));
}

/**
 * The blocks that make up the running text. What signs the article as a whole is not part of it, unless it is in
 * brackets as the last words; a byline in the middle and a credit without a picture sign a part of the text and stay in
 * it, so that no line is lost. Tables are read by themselves. Where only a caption is below a headline, the caption is the story.
 */
function bodyOf(rest: readonly Block[], signature: Block | undefined): Block[] {
  const signs = signature !== undefined && signedIn(signature) !== undefined;
  const body = rest.filter((block, index) => {
    if (block.kind === 'table') return false;
    if (isRunning(block)) return true;
    if (block === signature && signs) return index > rest.findIndex(isRunning) && /^[（(]/.test(block.line.text);
    return block.kind === 'byline' || (block.kind === 'credit' && !isPictured(rest, index));
  });
  return rest.some(isRunning) ? body : rest.filter(({ kind }) => kind === 'caption');
}

function isRunning({ kind }: Block): boolean {
  return kind === 'body' || kind === 'crosshead' || kind === 'table';
}

function originOf(rest: readonly Block[], signature: Block | undefined): Pick<Article, 'byline' | 'dateline'> {
  const signed = signature && signedIn(signature);
  const opening = openingOf(rest);
  const own = signed && placed(signed, spansIn(signature));
  const byline = opening?.byline && !signature?.byHand ? opening.byline : own;
  return { ...(byline ? { byline } : {}), ...(opening ? { dateline: opening.dateline } : {}) };
}

/** The opening of the first paragraph, which may go on in the line below. Its spans are into the text. */
function openingOf(rest: readonly Block[]): StoryOpening | undefined {
  const at = rest.findIndex(({ kind }) => kind === 'body');
  const [first, below] = [rest[at], rest[at + 1]];
  const opening = first && storyOpeningOf(first.line);
  if (!opening) return undefined;
  if (opening.byline || below?.wraps !== 'on') return placedOpening(opening, spansIn(first));
  const { length } = first.line.text;
  const [own, its] = [spansIn(first), spansIn(below)];
  const whole = readAnyOpening(first.line.text + below.line.text) ?? opening;
  return placedOpening(whole, ({ start, end }) => ({
    start: start < length ? own({ start, end }).start : its({ start: start - length, end }).start,
    end: end <= length ? own({ start, end }).end : its({ start, end: end - length }).end,
  }));
}

function placedOpening({ dateline, byline }: StoryOpening, place: Placing): StoryOpening {
  return {
    dateline: { ...dateline, span: place(dateline.span) },
    ...(byline ? { byline: placed(byline, place) } : {}),
  };
}

/** What a signature says. A byline by its place or label may be a bare name, or none that can be read. */
function signedIn({ kind, line }: Block): Byline | undefined {
  if (kind !== 'byline') return bylineOf(line);
  return bylineOf(line) ?? authorOf(line) ?? { span: { start: 0, end: line.text.length }, people: [] };
}

/** Where a span of some words is in the text. */
type Placing = (span: Span) => Span;

function spansIn({ content }: Block): Placing {
  return (span) => shiftSpan(span, content.start);
}

function placed(byline: Byline, place: Placing): Byline {
  const people = byline.people.map((person) => ({ ...person, span: place(person.span) }));
  return { ...byline, span: place(byline.span), people };
}

function kindOf({ kind, heads, rest }: Section, paragraphs: readonly Paragraph[], jumps: readonly Jump[]): ArticleKind {
  if (paragraphs.length === 0 && !rest.some(isRunning) && jumps.some(({ direction }) => direction === 'to'))
    return 'teaser';
  if (kind !== 'article') return kind;
  const main = heads.find(({ role }) => role === 'main')?.block;
  if (main && VOCABULARY.photoHeadlines.has(main.line.text.replace(/[\s　]/g, ''))) return 'photo';
  return isPhotoStory(rest) ? 'photo' : 'article';
}

function jumpsOf(rest: readonly Block[]): Jump[] {
  const jumps: Jump[] = [];
  for (const { kind, line, content } of rest) {
    if (kind !== 'jump' && kind !== 'body') continue;
    const number = kind === 'jump' && line.kind === 'pageMark' ? readPageMark(line.text)?.number : undefined;
    if (number !== undefined) jumps.push({ span: content, direction: 'to', page: number });
    for (const jump of readJumps(line.text)) jumps.push({ ...jump, span: shiftSpan(jump.span, content.start) });
  }
  return jumps;
}
