import { traitsOf } from '../core/characters';
import { linesOf } from '../core/lines';
import { countScripts, scriptOf, type Script } from '../core/script/script';
import { simplify } from '../core/script/simplify';
import { createCache, type Cache } from '../core/cache';
import { resultOfSteps } from '../core/steps';
import { readArticles } from './articles';
import { withAuthors } from './authors';
import { readBlocksInSteps, readLine } from './blocks';
import { withContents } from './contents';
import { withoutFrontMatter } from './frontMatter';
import { withDepartments, withMasthead } from './mastheadLines';
import type { Article, Block, IssueDocument, Line } from './model';
import { withNotices } from './notices';
import { withPageHeaders } from './pageHeaders';
import { readPages } from './pages';
import { readRecords } from './records';
import { readSeamHabits } from './seamHabits';
import { readSections } from './sections';
import type { StructureDecision } from '../source/sidecar/schema';
import { applyDecisions } from './structure/apply';
import { withDecisions } from './structure/articles';
import { NOTHING_BY_HAND } from './structure/model';
import { placeDecisions } from './structure/place';
import { withWordsOfRoles } from './structure/words';
import { cutAtTags, withWholeLines } from './tagBreaks';
import { withUnmarkedHeads } from './unmarked';
import { withWrappedHeads } from './wrappedHeads';
import { withWrappedLines } from './wrapping';

/**
 * Reads an issue: its blocks, pages and articles. Total: any text gives a document, and nothing throws. Every span is
 * in UTF-16 code units of the text as given, which is never normalised. `known` is what was learnt from earlier texts:
 * give the same one for each version of a text, and only its new lines are read. `decisions` are what people have decided
 * about its structure.
 */
export function parseIssue(
  text: string,
  known: Cache<Line> = createCache(text.length),
  decisions: readonly StructureDecision[] = [],
): IssueDocument {
  return resultOfSteps(parseIssueInSteps(text, known, decisions));
}

/** `parseIssue` in steps: a text of hundreds of thousands of lines takes seconds. */
export function* parseIssueInSteps(
  text: string,
  known: Cache<Line>,
  decisions: readonly StructureDecision[],
): Generator<undefined, IssueDocument> {
  known.reserve(text.length);
  const lines = linesOf(text);
  yield;
  const { script, simplified } = readScript(text);
  yield;
  const whole = yield* readBlocksInSteps({ text, simplified }, lines, known);
  yield;
  const cut = withoutFrontMatter(cutAtTags({ text, simplified }, whole, known));
  yield;
  const printed = withDepartments(withMasthead(withContents(withPageHeaders(cut))));
  yield;
  const blocks = withNotices(withWrappedLines(simplified, printed));
  yield;
  const records = readRecords(simplified, blocks);
  yield;
  const handMade = placeDecisions(text, decisions);
  yield;
  const unmarked = records?.blocks ?? withWrappedHeads(simplified, withUnmarkedHeads(simplified, withAuthors(blocks)));
  yield;
  const read = withWordsOfRoles(withAuthors(unmarked), handMade);
  yield;
  const pages = readPages(simplified, read, records?.marks);
  const seamHabits = readSeamHabits(read);
  yield;
  const inferred = readSections(simplified, read, pages, seamHabits);
  yield;
  const { sections, furniture } = applyDecisions(inferred, handMade);
  yield;
  const articles = withDecisions(readArticles(simplified, pages, sections, seamHabits), handMade);
  yield;
  const withRolesOfArticles = withRoles(read, articles, [
    ...sections.flat(2).flatMap(({ rest }) => rest),
    ...furniture,
  ]);
  yield;
  return {
    text,
    script,
    simplified,
    lines,
    blocks: withWholeLines(text, withRolesOfArticles, whole),
    pages,
    articles,
    handMade,
  };
}

/** Reads each line as a body paragraph of its own, with no articles (`--lines`). `known` as for `parseIssue`. */
export function parseLines(text: string, known: Cache<Line> = createCache(text.length)): IssueDocument {
  known.reserve(text.length);
  const lines = linesOf(text);
  const { script, simplified } = readScript(text);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.count; at++) {
    const span = lines.span(at);
    if (span.end === span.start) continue;
    blocks.push({ kind: 'body', span, content: span, line: readLine({ text, simplified }, span, known, bodyLine) });
  }
  return { text, script, simplified, lines, blocks, pages: [], articles: [], handMade: NOTHING_BY_HAND };
}

/** The script of a text, and the text as it is read. */
function readScript(text: string): { readonly script: Script | undefined; readonly simplified: string } {
  const script = scriptOf(countScripts(text));
  return { script, simplified: script === 'Hant' || script === 'mixed' ? simplify(text) : text };
}

function bodyLine(text: string, printed: string): Line {
  return { kind: 'body', content: { start: 0, end: text.length }, text, printed, traits: traitsOf(printed) };
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
