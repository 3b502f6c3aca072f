import { createAnalyser } from '../../../server/src/analysis/analyser';
import type { Analyser, Analysis } from '../../../server/src/analysis/analysis';
import { exportIssue } from '../../../server/src/export/exportIssue';
import { articleLenses } from '../../../server/src/features/articleLenses';
import { documentLinks } from '../../../server/src/features/documentLinks';
import { documentSymbols } from '../../../server/src/features/documentSymbols';
import { foldingRanges } from '../../../server/src/features/foldingRanges';
import { semanticTokens } from '../../../server/src/features/semanticTokens';
import { suggestedFixes } from '../../../server/src/features/suggestedFixes';
import { findGazetteer } from '../../../server/src/host/node/gazetteer';
import { loadTagger } from '../../../server/src/host/node/tagger';
import { fingerprintOf } from '../../../server/src/lint/suppress';
import { issueSource } from '../../../server/src/source/issueSource';
import { ADVERSARIAL_TEXTS } from '../adversarialTexts';
import { milliseconds, type Measurement } from '../measurement';

/** The parts of an analysis, in the order in which a server asks for them. */
const PARTS: Readonly<Record<string, (analysis: Analysis) => unknown>> = {
  parse: ({ document }) => document,
  mentions: ({ mentions }) => mentions,
  check: longestStep,
  outline: documentSymbols,
  folding: foldingRanges,
  links: documentLinks,
  colours: semanticTokens,
  lenses: (analysis) => articleLenses(analysis, analysis.diagnostics()),
  suggestions: (analysis) => suggestedFixes(analysis.diagnostics()),
  fingerprints: (analysis) => analysis.diagnostics().map((one) => fingerprintOf(one, analysis.source.text)),
  export: (analysis) => exportIssue(analysis, { name: 'a', sha256: '', offsetUnit: 'utf16', version: '0' }),
  repairs: (analysis) => analysis.repairs(),
};

/** The exponent of work that takes less time than this at its largest size says nothing, in milliseconds. */
const LEAST_TIME = 80;

/** Growth that is reported, and the longest step of a check that a server does not notice, in milliseconds. */
const MOST_GROWTH = 1.3;
const LONGEST_STEP = 50;

/** How much larger the second text is than the first. */
const FACTOR = 4;

/** Runs of each text; the fastest of each part counts. */
const RUNS = 2;

/**
 * Texts that could make an analysis slow, at n and 4n. A row gives the exponent e of each part whose time grows faster
 * than n^1.3, and the longest step of the check where it is too long: a server cannot interrupt it.
 */
export const adversarial: Measurement = {
  name: 'adversarial',
  onlyByName: true,
  async *rows() {
    const { gazetteer } = await findGazetteer(undefined, []);
    const analyser = (
      (tagger) => () =>
        createAnalyser(undefined, { gazetteer, tagger })
    )(await loadTagger());
    for (const { name, size, text } of ADVERSARIAL_TEXTS) {
      const small = timesOf(analyser, text(Math.ceil(size / FACTOR)));
      const { parts, step } = timesOf(analyser, text(size));
      const remarks = Object.entries(parts).flatMap(([part, time]) => {
        const exponent = Math.log(time / (small.parts[part] ?? time)) / Math.log(FACTOR);
        const isBad = time > LEAST_TIME && exponent > MOST_GROWTH;
        return isBad || time > 1000 ? [`${part} n^${exponent.toFixed(1)} ${milliseconds(time)}`] : [];
      });
      if (step > LONGEST_STEP) remarks.push(`step ${milliseconds(step)}`);
      const total = Object.values(parts).reduce((sum, time) => sum + time, 0);
      yield { what: `${name}, ${size}`, value: milliseconds(total), note: remarks.join(', ') };
    }
  },
};

/** The shortest times of the parts of an analysis, and the shortest of the longest steps of its check, in milliseconds. */
function timesOf(
  analyser: () => Analyser,
  text: string,
): { readonly parts: Readonly<Record<string, number>>; readonly step: number } {
  const parts: Record<string, number> = {};
  let step = Infinity;
  for (let run = 0; run < RUNS; run++) {
    const analysis = analyser().analyse(issueSource(text));
    for (const [part, work] of Object.entries(PARTS)) {
      const start = performance.now();
      const result = work(analysis);
      parts[part] = Math.min(parts[part] ?? Infinity, performance.now() - start);
      if (part === 'check') step = Math.min(step, result as number);
    }
  }
  return { parts, step };
}

/** Runs the check to its end, and gives the time of its longest step in milliseconds. */
function longestStep(analysis: Analysis): number {
  const steps = analysis.diagnosticsInSteps();
  let longest = 0;
  for (let isDone = false; !isDone;) {
    const start = performance.now();
    isDone = steps.next().done === true;
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}
