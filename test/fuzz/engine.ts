import { deepStrictEqual as same, ok } from 'node:assert/strict';
import { createAnalyser } from '../../server/src/analysis/analyser';
import type { Analyser, Analysis } from '../../server/src/analysis/analysis';
import { applyEdits } from '../../server/src/core/edit';
import { loadShippedDictionaries } from '../../server/src/host/node/gazetteer';
import { loadLanguageModel } from '../../server/src/host/node/languageModel';
import { loadTagger } from '../../server/src/host/node/tagger';
import { createGazetteer } from '../../server/src/gazetteer/gazetteer';
import { createDetector } from '../../server/src/languageModel/detect';
import { issueSource } from '../../server/src/source/issueSource';
import { checkEdits, checkOrdered, checkShown, checkSpan, checkWords, inOrder, isWhole } from './checks';
import { checkAnnotations, checkExports, checkFeatures, loadWords } from './outputs';
import { annotated, placed, type FuzzCase } from './texts';

/** An analyser with everything that ships. */
export async function fullAnalyser(): Promise<Analyser> {
  await loadWords();
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
  checkExports(analysis);
  checkAnnotations(analyser.analyse({ ...analysis.source, sidecar: annotated(text) }, analysis));
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
    checkShown(text, message, 'message');
    for (const fix of fixes) {
      checkShown(text, fix.title, 'title of a fix');
      checkEdits(text, fix.edits, fix.title);
    }
    for (const one of occurrences) {
      checkSpan(text, one.span, `occurrence of “${message}”`);
      checkEdits(text, one.edits, message);
    }
  }
  checkFeatures(analysis);
}

function checkRepairs(analyser: Analyser, analysis: Analysis): void {
  const { text } = analysis.source;
  const edits = analysis.repairs();
  checkEdits(text, edits, 'safe repairs');
  const repaired = applyEdits(text, edits);
  if (isWhole(text)) ok(isWhole(repaired), 'safe repairs cut no surrogate pair');
  same(analyser.analyse(issueSource(repaired)).repairs(), [], 'safe repairs leave nothing to repair');
}
