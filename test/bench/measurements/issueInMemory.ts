import { createIssueService } from '../../../server/src/service/service';
import { median, medianTime, milliseconds, type Measurement } from '../measurement';
import { issueOf } from '../texts';

/** The engine by itself, on texts in memory. */
export const issueInMemory: Measurement = {
  name: 'engine',
  async *rows() {
    const page = issueOf(16_000);
    const start = performance.now();
    const first = createIssueService();
    first.diagnostics(first.snapshot(page));
    yield {
      what: '16 KB page, first call of the process',
      value: milliseconds(performance.now() - start),
      note: 'aim 25 ms',
    };

    const warm = await medianTime(() => first.diagnostics(first.snapshot(page)));
    yield { what: '16 KB page, warm', value: milliseconds(warm), note: 'aim 5 ms; blocks are known' };
    const cold = await medianTime(() => {
      const service = createIssueService();
      service.diagnostics(service.snapshot(page));
    });
    yield { what: '16 KB page, warm, no block known', value: milliseconds(cold) };

    const issue = issueOf(1_000_000);
    const service = createIssueService();
    service.diagnostics(service.snapshot(issue));
    const times: number[] = [];
    for (let key = 0; key < 60; key++) {
      const at = Math.floor((issue.length * (key + 1)) / 62);
      const edited = `${issue.slice(0, at)}字${issue.slice(at)}`;
      const before = performance.now();
      service.diagnostics(service.snapshot(edited));
      times.push(performance.now() - before);
    }
    yield { what: '1 MB issue, analysis after a keystroke', value: milliseconds(median(times)), note: 'aim 5 ms' };
  },
};
