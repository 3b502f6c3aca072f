import { createAnalyser } from '../../../server/src/analysis/analyser';
import type { Analysis } from '../../../server/src/analysis/analysis';
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
const MOST_GROWTH = 1.2;
const LONGEST_STEP = 50;

/** After a part that takes longer than this, a family is not measured at larger sizes, in milliseconds. */
const TOO_LONG = 5000;

/**
 * Texts that could make an analysis slow, at n, 2n and 4n. A row gives the exponent e of each part whose time grows
 * faster than n^1.2, and the longest step of the check where it is too long: a server cannot interrupt it.
 */
export const adversarial: Measurement = {
  name: 'adversarial',
  onlyByName: true,
  async *rows() {
    const { gazetteer } = await findGazetteer(undefined, []);
    const tagger = await loadTagger();
    for (const { name, size, text } of ADVERSARIAL_TEXTS) {
      const times: Record<string, number>[] = [];
      let step = 0;
      for (const factor of [1, 2, 4]) {
        const analysis = createAnalyser(undefined, { gazetteer, tagger }).analyse(issueSource(text(size * factor)));
        const timesOfSize: Record<string, number> = {};
        for (const [part, run] of Object.entries(PARTS)) {
          const start = performance.now();
          const result = run(analysis);
          timesOfSize[part] = performance.now() - start;
          if (part === 'check') step = result as number;
        }
        times.push(timesOfSize);
        if (Object.values(timesOfSize).some((time) => time > TOO_LONG)) break;
      }
      const last = times.at(-1) ?? {};
      const remarks = Object.entries(last).flatMap(([part, time]) => {
        const exponent = Math.log(time / (times[0]?.[part] ?? time)) / Math.log(2 ** (times.length - 1));
        const isBad = time > LEAST_TIME && exponent > MOST_GROWTH;
        return isBad || time > 1000 ? [`${part} n^${exponent.toFixed(1)} ${milliseconds(time)}`] : [];
      });
      if (step > LONGEST_STEP) remarks.push(`step ${milliseconds(step)}`);
      const total = Object.values(last).reduce((sum, time) => sum + time, 0);
      yield {
        what: `${name}, ${size * 2 ** (times.length - 1)}`,
        value: milliseconds(total),
        note: remarks.join(', '),
      };
    }
  },
};

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
