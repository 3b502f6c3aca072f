import { traitsOf } from '../core/characters';
import { linesOf } from '../core/lines';
import { createCache, type Cache } from '../core/cache';
import { readArticles } from './articles';
import { readBlocks } from './blocks';
import type { Article, Block, IssueDocument, Line } from './model';
import { readPages } from './pages';
import { readSeamHabits } from './seamHabits';
import { readSections } from './sections';
import { withUnmarkedHeads } from './unmarked';

/**
 * Reads an issue: its blocks, pages and articles. Total: any text gives a document, and nothing throws. Every span is
 * in UTF-16 code units of the text as given, which is never normalised. `known` is what was learnt from earlier texts:
 * give the same one for each version of a text, and only its new lines are read.
 */
export function parseIssue(text: string, known: Cache<Line> = createCache(text.length)): IssueDocument {
  known.reserve(text.length);
  const lines = linesOf(text);
  const read = withUnmarkedHeads(text, readBlocks(text, lines, known));
  const pages = readPages(text, read);
  const seamHabits = readSeamHabits(read);
  const sections = readSections(text, read, pages, seamHabits);
  const articles = readArticles(text, pages, sections, seamHabits);
  return {
    text,
    lines,
    blocks: withRoles(
      read,
      articles,
      sections.flat(2).flatMap(({ rest }) => rest),
    ),
    pages,
    articles,
  };
}

/** Reads each line as a body paragraph of its own, with no articles (`--lines`). `known` as for `parseIssue`. */
export function parseLines(text: string, known: Cache<Line> = createCache(text.length)): IssueDocument {
  known.reserve(text.length);
  const lines = linesOf(text);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.count; at++) {
    const span = lines.span(at);
    if (span.end === span.start) continue;
    const line = known.get(text.slice(span.start, span.end), bodyLine);
    blocks.push({ kind: 'body', span, content: span, line });
  }
  return { text, lines, blocks, pages: [], articles: [] };
}

function bodyLine(text: string): Line {
  return { kind: 'body', content: { start: 0, end: text.length }, text, traits: traitsOf(text) };
}

/** The blocks with the kinds that their place in an article has given them. */
function withRoles(blocks: readonly Block[], articles: readonly Article[], rest: readonly Block[]): Block[] {
  const settled = new Map<number, Block>();
  for (const block of rest) settled.set(block.span.start, block);
  for (const { headlines, rubric } of articles) {
    for (const { block } of headlines) settled.set(block.span.start, block);
    if (rubric) settled.set(rubric.span.start, rubric);
  }
  return blocks.map((block) => settled.get(block.span.start) ?? block);
}
