import { shiftSpan, type Span } from '../core/span';
import { readBylineLine, readStoryOpening } from './byline';
import { readJumps } from './jumps';
import type { Article, ArticleKind, Block, Byline, Jump, Page, Paragraph, Picture, Seam } from './model';
import type { Section } from './sections';
import { readSeam } from './seams';
import { VOCABULARY } from './vocabulary';

/** Builds the articles of an issue from its sections, in the order of the text. */
export function readArticles(text: string, pages: readonly Page[], sections: readonly (readonly Section[])[]): Article[] {
  const articles: Article[] = [];
  pages.forEach((page, index) => {
    for (const section of sections[index] ?? []) articles.push(articleOf(text, section, page.number ?? index + 1, articles.length));
  });
  return withContinuations(text, articles);
}

function articleOf(text: string, section: Section, page: number, order: number): Article {
  const { heads, rubric, rest } = section;
  const signature = signatureOf(text, rest);
  const paragraphs = paragraphsOf(text, bodyOf(text, rest, signature));
  const jumps = jumpsOf(text, rest);
  return {
    id: `article-${order + 1}`,
    order,
    page,
    kind: kindOf(text, section, paragraphs, jumps),
    headlines: heads,
    paragraphs,
    pictures: picturesOf(text, rest),
    jumps,
    span: section.span,
    ...(rubric ? { rubric } : {}),
    ...(section.rubricDisplaced ? { rubricDisplaced: true } : {}),
    ...originOf(text, rest, signature),
  };
}

/**
 * The line that signs the whole article: a byline above the first paragraph or below the last; below the picture of a
 * photo story, the credit.
 */
function signatureOf(text: string, rest: readonly Block[]): Block | undefined {
  const first = rest.findIndex(isRunning);
  const above = rest.slice(0, first < 0 ? rest.length : first).find(({ kind }) => kind === 'byline');
  const below = rest.slice(rest.findLastIndex(isRunning) + 1);
  const signature = above ?? below.find(({ kind }) => kind === 'byline');
  return signature ?? (isPhotoStory(text, rest) ? below.find(({ kind }) => kind === 'credit') : undefined);
}

/** A paragraph or two that tell of a picture, and its credit; no report opens so. */
function isPhotoStory(text: string, rest: readonly Block[]): boolean {
  const running = rest.filter(isRunning);
  if (running.length > 2 || !rest.some(({ kind }) => kind === 'credit')) return false;
  const first = running[0];
  return !rest.some(({ kind }) => kind === 'byline') && !(first && readStoryOpening(contentOf(text, first)));
}

/**
 * The blocks that make up the running text. What signs the article as a whole is not part of it, unless it stands in
 * brackets as the last words; a byline in the middle and a credit without a picture sign a part of the text and stay in
 * it, so that no line is lost. Where nothing but a caption stands below a headline, the caption is the story.
 */
function bodyOf(text: string, rest: readonly Block[], signature: Block | undefined): Block[] {
  const signs = signature !== undefined && readBylineLine(contentOf(text, signature)) !== undefined;
  const body = rest.filter((block, place) => {
    if (isRunning(block)) return true;
    if (block === signature && signs) return place > rest.findIndex(isRunning) && /^[（(]/.test(contentOf(text, block));
    return block.kind === 'byline' || (block.kind === 'credit' && !isPictured(rest, place));
  });
  return body.some(isRunning) ? body : rest.filter(({ kind }) => kind === 'caption');
}

function isPictured(rest: readonly Block[], place: number): boolean {
  const before = rest[place - 1]?.kind;
  return before === 'caption' || before === 'image' || rest[place + 1]?.kind === 'image';
}

function isRunning({ kind }: Block): boolean {
  return kind === 'body' || kind === 'crosshead' || kind === 'table';
}

/** Joins the blocks that column ends tore apart. A weak seam does not join: it is a doubt for the reader. */
function paragraphsOf(text: string, blocks: readonly Block[]): Paragraph[] {
  const paragraphs: Draft[] = [];
  for (const block of blocks) {
    const last = paragraphs.at(-1);
    const before = last?.parts.at(-1);
    const seam = before && readSeam(text, before, block, paragraphs.length === 1);
    if (last && seam && seam.strength !== 'weak') {
      last.parts.push(block);
      last.seams.push(seam);
      continue;
    }
    if (last && seam) last.doubtfulEnd = seam;
    paragraphs.push({ role: block.kind === 'crosshead' ? 'crosshead' : 'body', parts: [block], seams: [] });
  }
  return paragraphs.map((paragraph) => ({ ...paragraph, span: spanOf(paragraph.parts) }));
}

interface Draft {
  readonly role: Paragraph['role'];
  readonly parts: Block[];
  readonly seams: Seam[];
  doubtfulEnd?: Seam;
}

function originOf(text: string, rest: readonly Block[], signature: Block | undefined): Pick<Article, 'byline' | 'dateline'> {
  const signed = signature && placed(readBylineLine(contentOf(text, signature)), signature);
  const first = rest.find(({ kind }) => kind === 'body');
  const opening = first && readStoryOpening(contentOf(text, first));
  const dateline = opening && { ...opening.dateline, span: shiftSpan(opening.dateline.span, first.content.start) };
  const byline = opening?.byline ? placed(opening.byline, first) : signed;
  return { ...(byline ? { byline } : {}), ...(dateline ? { dateline } : {}) };
}

function placed(byline: Byline | undefined, block: Block | undefined): Byline | undefined {
  if (!byline || !block) return undefined;
  const offset = block.content.start;
  const people = byline.people.map((person) => ({ ...person, span: shiftSpan(person.span, offset) }));
  return { ...byline, span: shiftSpan(byline.span, offset), people };
}

function kindOf(text: string, { heads, rest }: Section, paragraphs: readonly Paragraph[], jumps: readonly Jump[]): ArticleKind {
  if (paragraphs.length === 0 && jumps.some(({ direction }) => direction === 'to')) return 'teaser';
  const main = heads.find(({ role }) => role === 'main')?.block;
  const headline = main ? contentOf(text, main) : '';
  if (headline.length <= 14 && VOCABULARY.noticeHeadlines.some((word) => headline.endsWith(word))) return 'notice';
  return isPhotoStory(text, rest) ? 'photo' : 'article';
}

/** Groups neighbouring image links, captions and credits into pictures. */
function picturesOf(text: string, rest: readonly Block[]): Picture[] {
  const pictures: Picture[] = [];
  let open: { image?: Block; caption?: Block; credit?: Block } = {};
  const close = (): void => {
    const blocks = [open.image, open.caption, open.credit].filter((block) => block !== undefined);
    if (blocks.length > 0) pictures.push(pictureOf(text, open, spanOf(blocks)));
    open = {};
  };
  for (const block of rest) {
    if (block.kind !== 'image' && block.kind !== 'caption' && block.kind !== 'credit') {
      close();
      continue;
    }
    if (open[block.kind] || open.credit) close();
    open[block.kind] = block;
  }
  close();
  return pictures;
}

function pictureOf(text: string, { image, caption, credit }: { image?: Block; caption?: Block; credit?: Block }, span: Span): Picture {
  const uri = image && /\(([^)\s]*)|src=["']?([^"'>\s]+)/.exec(text.slice(image.span.start, image.span.end));
  return {
    span,
    ...(caption ? { caption } : {}),
    ...(credit ? { credit } : {}),
    ...(uri ? { uri: uri[1] ?? uri[2] ?? '' } : {}),
  };
}

function jumpsOf(text: string, rest: readonly Block[]): Jump[] {
  return rest.flatMap((block) => {
    if (block.kind !== 'jump' && block.kind !== 'body') return [];
    return readJumps(contentOf(text, block)).map((jump) => ({ ...jump, span: shiftSpan(jump.span, block.content.start) }));
  });
}

/** Links an article that jumps to another page with the one there that comes from its page. */
function withContinuations(text: string, articles: readonly Article[]): Article[] {
  const partner = new Map<string, Partial<Pick<Article, 'continues' | 'continuedBy'>>>();
  for (const article of articles) {
    for (const jump of article.jumps) {
      if (jump.direction !== 'to') continue;
      const candidates = articles.filter(
        (other) =>
          other.page === jump.page &&
          other !== article &&
          !partner.get(other.id)?.continues &&
          other.jumps.some((back) => back.direction === 'from' && back.page === article.page),
      );
      const other = mostAlike(text, article, candidates);
      if (!other) continue;
      partner.set(article.id, { ...partner.get(article.id), continuedBy: other.id });
      partner.set(other.id, { ...partner.get(other.id), continues: article.id });
    }
  }
  return articles.map((article) => ({ ...article, ...partner.get(article.id) }));
}

function mostAlike(text: string, article: Article, candidates: readonly Article[]): Article | undefined {
  const words = new Set(headWords(text, article));
  const likeness = (other: Article): number => [...headWords(text, other)].filter((character) => words.has(character)).length;
  return [...candidates].sort((a, b) => likeness(b) - likeness(a) || a.order - b.order)[0];
}

function headWords(text: string, article: Article): string {
  const from = article.jumps.map(({ headline }) => headline ?? '').join('');
  return from + article.headlines.map(({ block }) => contentOf(text, block)).join('');
}

function contentOf(text: string, { content }: Block): string {
  return text.slice(content.start, content.end);
}

function spanOf(blocks: readonly Block[]): Span {
  return { start: blocks[0]?.span.start ?? 0, end: blocks.at(-1)?.span.end ?? 0 };
}
