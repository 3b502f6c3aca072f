import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/core/edit';
import { documentSymbols, type OutlineItem } from '../../server/src/features/documentSymbols';
import { findGazetteer } from '../../server/src/host/node/gazetteer';
import { loadTagger } from '../../server/src/host/node/tagger';
import { analysed } from '../support/analysed';
import { LABELLED_PAGES } from '../support/labelledPages';

describe.each(LABELLED_PAGES)('$labels.file', ({ text, labels }) => {
  test.skipIf(labels.findings === undefined)('its damage is found, each once and in its place', async () => {
    const { gazetteer } = await findGazetteer(undefined, []);
    const found: Record<string, (readonly [number, number])[]> = {};
    for (const { rule, span, occurrences } of analysed(text, { gazetteer, tagger: await loadTagger() }).diagnostics())
      for (const { start, end } of occurrences?.map((one) => one.span) ?? [span])
        (found[rule] ??= []).push([start, end]);
    expect(found).toEqual(labels.findings);
  });

  test('repairs, suggested ones too, leave articles and rubrics as they are, and nothing to repair', () => {
    const levels = (items: readonly OutlineItem[]): string[] =>
      items.flatMap(({ kind, name, children }) => [`${kind} ${name}`, ...levels(children)]);
    // Widths of marks are repaired in captions, too.
    const outlineOf = (of: string): string[] =>
      levels(documentSymbols(analysed(of))).map((name) => name.normalize('NFKC'));
    for (const alsoSuggested of [false, true]) {
      const repaired = applyEdits(text, analysed(text).repairs({ alsoSuggested }));
      expect(outlineOf(repaired)).toEqual(outlineOf(text));
      expect(analysed(repaired).repairs({ alsoSuggested })).toEqual([]);
    }
  });

  test('all its half-width marks are one finding with one fix', () => {
    const [finding, ...others] = analysed(text)
      .diagnostics()
      .filter(({ rule }) => rule === 'half-width-punctuation');
    expect(others).toEqual([]);
    expect(finding?.occurrences?.length).toBeGreaterThan(60);
    expect(finding?.fixes.map(({ edits }) => edits.length)).toEqual([finding?.occurrences?.length]);
  });

  test('repairs keep every figure', () => {
    const figures = (of: string): readonly string[] => of.normalize('NFKC').match(/\d+(?:[.,:]\d+)*/g) ?? [];
    expect(figures(applyEdits(text, analysed(text).repairs()))).toEqual(figures(text));
  });
});
