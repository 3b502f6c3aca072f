import { loadLanguageModel } from '../../../server/src/host/node/languageModel';
import { createDetector, detectAll } from '../../../server/src/languageModel/detect';
import { createAnalyser } from '../../../server/src/analysis/analyser';
import { issueSource } from '../../../server/src/source/issueSource';
import { median, milliseconds, type Measurement } from '../measurement';
import { issueOf, realParagraphs } from '../texts';

/** What the language model costs: its loading, a page, a long text, a keystroke. */
export const language: Measurement = {
  name: 'languageModel',
  async *rows() {
    const memory = process.memoryUsage();
    const start = performance.now();
    const model = await loadLanguageModel();
    const loaded = milliseconds(performance.now() - start);
    yield { what: 'model loaded', value: loaded, aim: '≤ 100 ms', figure: 'loading' };
    const grown = process.memoryUsage();
    const bytes = grown.heapUsed + grown.arrayBuffers - memory.heapUsed - memory.arrayBuffers;
    yield { what: 'its memory', value: `${Math.round(bytes / 1e6)} MB`, aim: '≤ 60 MB', figure: 'memory' };

    const page = issueOf(16_000);
    const long = issueOf(300_000);
    detectAll(long, createDetector(model));
    const pages: number[] = [];
    for (let round = 0; round < 9; round++) {
      const detector = createDetector(model);
      const before = performance.now();
      createAnalyser(undefined, { detector }).analyse(issueSource(page)).diagnostics();
      pages.push(performance.now() - before);
    }
    yield {
      what: '16 KB page, no block known',
      value: milliseconds(median(pages)),
      aim: '≤ 40 ms',
      figure: 'page',
    };

    for (const { what, texts, figure } of [
      { what: 'characters a second, sampled sentences', texts: [long], figure: 'characters' },
      { what: 'characters a second, real newspapers', texts: realParagraphs(), figure: 'newspaper' },
    ]) {
      if (texts.length === 0) continue;
      const rates = [1, 2, 3].map(() => {
        const detector = createDetector(model);
        const before = performance.now();
        for (const text of texts) detectAll(text, detector);
        return (1000 * texts.join('').length) / (performance.now() - before);
      });
      yield { what, value: Math.round(median(rates)).toLocaleString('en'), aim: '≥ 150,000', figure };
    }

    const analyser = createAnalyser(undefined, { detector: createDetector(model) });
    let analysis = analyser.analyse(issueSource(page));
    analysis.diagnostics();
    const times: number[] = [];
    for (let key = 0; key < 40; key++) {
      const at = Math.floor((page.length * (key + 1)) / 42);
      const edited = `${page.slice(0, at)}字${page.slice(at)}`;
      const pressed = performance.now();
      analysis = analyser.analyse(issueSource(edited), analysis);
      analysis.diagnostics();
      times.push(performance.now() - pressed);
    }
    yield { what: '16 KB page, analysis after a keystroke', value: milliseconds(median(times)) };
  },
};
