import { DEFAULT_LABELS } from '../../../server/src/annotations/labels/labels';
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
  export: (analysis) =>
    exportIssue(analysis, { name: 'a', sha256: '', offsetUnit: 'utf16', labels: DEFAULT_LABELS, version: '0' }),
  repairs: (analysis) => analysis.repairs(),
};

/** The exponent of work that takes less time than this at its largest size says nothing, in milliseconds. */
const LEAST_TIME = 150;

/** Growth that is reported, and the longest step of a check that a server does not notice, in milliseconds. */
const MOST_GROWTH = 1.3;
const LONGEST_STEP = 50;

/** How much larger the second text is than the first. */
const FACTOR = 4;

/**
 * Texts that could make an analysis slow, at n and 4n. A row gives the exponent e of each part whose time grows faster
 * than n^1.3, and the longest step of the check where it is too long: a server cannot interrupt it. All times are of the
 * processor, and what looks slow is measured again, so that other programs count for little.
 */
export const adversarial: Measurement = {
  name: 'adversarial',
  onlyByName: true,
  async *rows() {
    const { gazetteer } = await findGazetteer(undefined, []);
    const tagger = await loadTagger();
    const measure = (text: string): Times =>
      timesOf(createAnalyser(undefined, { gazetteer, tagger }).analyse(issueSource(text)));
    for (const { name, size, text } of ADVERSARIAL_TEXTS) {
      const [short, long] = [text(Math.ceil(size / FACTOR)), text(size)];
      // The first run compiles what the second runs.
      measure(short);
      const small = measure(short);
      let large = measure(long);
      if (remarksOn(small, large).length > 0) large = least(large, measure(long));
      const total = Object.values(large.parts).reduce((sum, time) => sum + time, 0);
      yield { what: `${name}, ${size}`, value: milliseconds(total), note: remarksOn(small, large).join(', ') };
    }
  },
};

/** Times in milliseconds: of each part, and of the longest step of the check. */
interface Times {
  readonly parts: Readonly<Record<string, number>>;
  readonly step: number;
}

function timesOf(analysis: Analysis): Times {
  const parts: Record<string, number> = {};
  let step = 0;
  for (const [part, work] of Object.entries(PARTS)) {
    const start = processorTime();
    const result = work(analysis);
    parts[part] = processorTime() - start;
    if (part === 'check') step = result as number;
  }
  return { parts, step };
}

function least(one: Times, other: Times): Times {
  const parts = Object.entries(one.parts).map(([part, time]) => [part, Math.min(time, other.parts[part] ?? time)]);
  return { parts: Object.fromEntries(parts) as Times['parts'], step: Math.min(one.step, other.step) };
}

function remarksOn(small: Times, large: Times): string[] {
  const remarks = Object.entries(large.parts).flatMap(([part, time]) => {
    const exponent = Math.log(time / (small.parts[part] ?? time)) / Math.log(FACTOR);
    return time > LEAST_TIME && exponent > MOST_GROWTH
      ? [`${part} n^${exponent.toFixed(1)} ${milliseconds(time)}`]
      : [];
  });
  return large.step > LONGEST_STEP ? [...remarks, `step ${milliseconds(large.step)}`] : remarks;
}

/** Milliseconds that this process has used until now, with those of the garbage collector. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Runs the check to its end, and gives the time of its longest step in milliseconds. */
function longestStep(analysis: Analysis): number {
  const steps = analysis.diagnosticsInSteps();
  let longest = 0;
  for (let isDone = false; !isDone;) {
    const start = processorTime();
    isDone = steps.next().done === true;
    longest = Math.max(longest, processorTime() - start);
  }
  return longest;
}
