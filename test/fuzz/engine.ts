import { deepStrictEqual as same, ok } from 'node:assert/strict';
import { createAnalyser } from '../../server/src/analysis/analyser';
import type { Analyser, Analysis } from '../../server/src/analysis/analysis';
import { applyEdits, type Edit } from '../../server/src/core/edit';
import type { Span } from '../../server/src/core/span';
import { isWithinPair } from '../../server/src/core/wholeCharacters';
import { completions } from '../../server/src/features/completions';
import { documentSymbols, type OutlineItem } from '../../server/src/features/documentSymbols';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { hover } from '../../server/src/features/hover';
import { quickFixes } from '../../server/src/features/quickFixes';
import { selectionRanges } from '../../server/src/features/selectionRanges';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { loadShippedDictionaries } from '../../server/src/host/node/gazetteer';
import { loadLanguageModel } from '../../server/src/host/node/languageModel';
import { loadTagger } from '../../server/src/host/node/tagger';
import { createGazetteer } from '../../server/src/gazetteer/gazetteer';
import { createDetector } from '../../server/src/languageModel/detect';
import { issueSource } from '../../server/src/source/issueSource';
import { placed, type FuzzCase } from './texts';

/** An analyser with everything that ships. */
export async function fullAnalyser(): Promise<Analyser> {
  const { gazetteer } = createGazetteer({ shipped: await loadShippedDictionaries() });
  const detector = createDetector(await loadLanguageModel());
  return createAnalyser(undefined, { gazetteer, tagger: await loadTagger(), detector });
}

/**
 * Checks what the engine promises for any text, and for each version that the edits make of it. Throws an
 * `AssertionError` where a promise is broken.
 */
export function checkEngine(analyser: Analyser, { text, edits }: FuzzCase): void {
  let now = text;
  let analysis = analyser.analyse(issueSource(now));
  checkAnalysis(analysis);
  for (const edit of edits) {
    const { start, end, written } = placed(now, edit);
    now = now.slice(0, start) + written + now.slice(end);
    analysis = analyser.analyse(issueSource(now), analysis);
    checkAnalysis(analysis);
    same(contentOf(analysis), contentOf(analyser.analyse(issueSource(now))), 'with and without a previous analysis');
  }
  checkRepairs(analyser, analysis);
}

/** Everything that an analysis says, as data. */
function contentOf(analysis: Analysis): unknown {
  const { document, mentions, metadata } = analysis;
  const { blocks, pages, articles } = document;
  return JSON.parse(JSON.stringify({ blocks, pages, articles, mentions, metadata, found: analysis.diagnostics() }));
}

function checkAnalysis(analysis: Analysis): void {
  const { document, mentions, source } = analysis;
  const { text } = source;
  same(document.text, text, 'the text is kept as it is');
  checkOrdered(
    text,
    document.blocks.map(({ span }) => span),
    'blocks',
  );
  checkOrdered(
    text,
    document.blocks.map(({ content }) => content),
    'contents of blocks',
  );
  checkOrdered(
    text,
    document.pages.map(({ span }) => span),
    'pages',
  );
  checkOrdered(
    text,
    document.articles.map(({ span }) => span),
    'articles',
  );
  for (const { span, name, officeTitle, office } of mentions) {
    checkSpan(text, span, 'mention');
    for (const words of [name, officeTitle, office]) checkWords(text, words ?? '', 'name of a mention');
  }
  inOrder(
    mentions.map(({ span }) => span),
    'mentions',
  );
  const found = analysis.diagnostics();
  inOrder(
    found.map(({ span }) => span),
    'findings',
  );
  for (const { span, form, message, fixes, occurrences = [] } of found) {
    checkSpan(text, span, `finding “${message}”`);
    if (form) checkSpan(text, form, `form of “${message}”`);
    checkWords(text, message, 'message');
    for (const fix of fixes) {
      checkWords(text, fix.title, 'title of a fix');
      checkEdits(text, fix.edits, fix.title);
    }
    for (const one of occurrences) {
      checkSpan(text, one.span, `occurrence of “${message}”`);
      checkEdits(text, one.edits, message);
    }
  }
  checkFeatures(analysis);
}

/** What editors show: names in the outline, hovers, completions, and where things may be folded and selected. */
function checkFeatures(analysis: Analysis): void {
  const { text } = analysis.source;
  const checkOutline = (item: OutlineItem): void => {
    checkWords(text, item.name, 'name in the outline');
    checkSpan(text, item.span, 'outline');
    checkSpan(text, item.selection, 'selection of the outline');
    ok(
      item.span.start <= item.selection.start && item.selection.end <= item.span.end,
      'a selection is within its item',
    );
    item.children.forEach(checkOutline);
  };
  documentSymbols(analysis).forEach(checkOutline);
  for (const span of foldingRanges(analysis)) checkSpan(text, span, 'folding');
  for (const { span } of semanticTokens(analysis)) checkSpan(text, span, 'colour');
  const middle = Math.floor(text.length / 2);
  for (const span of selectionRanges(analysis, middle)) checkSpan(text, span, 'selection');
  for (const mention of analysis.mentions.slice(0, 20)) {
    checkData(text, hover(analysis, mention), 'hover');
    checkData(text, completions(analysis, mention.span.end), 'completions');
  }
  for (const { title, edits } of quickFixes(analysis.diagnostics(), { start: middle, end: text.length })) {
    checkWords(text, title, 'title of a quick fix');
    checkEdits(text, edits, title);
  }
}

function checkRepairs(analyser: Analyser, analysis: Analysis): void {
  const { text } = analysis.source;
  const edits = analysis.repairs();
  checkEdits(text, edits, 'safe repairs');
  const repaired = applyEdits(text, edits);
  if (isWhole(text)) ok(isWhole(repaired), 'safe repairs cut no surrogate pair');
  same(analyser.analyse(issueSource(repaired)).repairs(), [], 'safe repairs leave nothing to repair');
}

function checkOrdered(text: string, spans: readonly Span[], what: string): void {
  for (const span of spans) checkSpan(text, span, what);
  let end = 0;
  for (const span of spans) {
    ok(span.start >= end, `${what} do not overlap and are in order`);
    end = span.end;
  }
}

function inOrder(spans: readonly Span[], what: string): void {
  spans.forEach((span, at) => ok(at === 0 || span.start >= (spans[at - 1]?.start ?? 0), `${what} are in order`));
}

function checkEdits(text: string, edits: readonly Edit[], what: string): void {
  for (const edit of edits) {
    checkSpan(text, edit, `edit of “${what}”`);
    checkWords(text, edit.newText, `new text of “${what}”`);
  }
  checkOrdered(
    text,
    [...edits].sort((a, b) => a.start - b.start || a.end - b.end),
    `edits of “${what}”`,
  );
}

function checkSpan(text: string, { start, end }: Span, what: string): void {
  ok(Number.isInteger(start) && Number.isInteger(end), `${what}: offsets are whole numbers`);
  ok(0 <= start && start <= end && end <= text.length, `${what}: ${start} to ${end} lies within the text`);
  ok(!isWithinPair(text, start) && !isWithinPair(text, end), `${what}: ${start} to ${end} cuts no surrogate pair`);
}

/** Words for a person hold half of a character only where the text itself does. */
function checkWords(text: string, words: string, what: string): void {
  if (isWhole(text)) ok(isWhole(words), `${what}: ${JSON.stringify(words)} is cut within a character`);
}

/** The same of all words in data. JSON writes half of a character as an escape. */
function checkData(text: string, data: unknown, what: string): void {
  if (isWhole(text)) ok(!/(?<!\\)\\ud[89a-f]/.test(JSON.stringify(data)), `${what}: cut within a character`);
}

/** Whether a text has no half of a surrogate pair. */
function isWhole(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
