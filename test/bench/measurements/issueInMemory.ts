import { createAnalyser } from '../../../server/src/analysis/analyser';
import { issueSource } from '../../../server/src/source/issueSource';
import { median, medianTime, milliseconds, type Measurement } from '../measurement';
import { issueOf } from '../texts';

/** The engine by itself, on texts in memory. */
export const issueInMemory: Measurement = {
  name: 'engine',
  async *rows() {
    const page = issueOf(16_000);
    const start = performance.now();
    const analyser = createAnalyser();
    const first = analyser.analyse(issueSource(page));
    first.diagnostics();
    yield {
      what: '16 KB page, first call of the process',
      value: milliseconds(performance.now() - start),
      aim: '≤ 25 ms',
      figure: 'firstPage',
    };

    const warm = await medianTime(() => analyser.analyse(issueSource(page), first).diagnostics());
    yield {
      what: '16 KB page, warm',
      value: milliseconds(warm),
      aim: '≤ 5 ms',
      note: 'blocks are known',
      figure: 'samePage',
    };
    const cold = await medianTime(() => {
      createAnalyser().analyse(issueSource(page)).diagnostics();
    });
    yield { what: '16 KB page, warm, no block known', value: milliseconds(cold) };

    const issue = issueOf(1_000_000);
    let analysis = analyser.analyse(issueSource(issue));
    analysis.diagnostics();
    const times: number[] = [];
    for (let key = 0; key < 60; key++) {
      const at = Math.floor((issue.length * (key + 1)) / 62);
      const edited = `${issue.slice(0, at)}字${issue.slice(at)}`;
      const before = performance.now();
      analysis = analyser.analyse(issueSource(edited), analysis);
      analysis.diagnostics();
      times.push(performance.now() - before);
    }
    yield {
      what: '1 MB issue, analysis after a keystroke',
      value: milliseconds(median(times)),
      aim: '≤ 5 ms',
      figure: 'keystroke',
    };
  },
};
