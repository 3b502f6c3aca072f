import { startSession } from '../../support/session';
import { median, milliseconds, type Measurement } from '../measurement';
import { issueOf } from '../texts';

/** The real server as a separate process, over its standard streams. */
export const server: Measurement = {
  name: 'server',
  async *rows() {
    const page = issueOf(16_000);
    const starts: number[] = [];
    for (let run = 0; run < 7; run++) {
      const start = performance.now();
      const session = await startSession();
      await session.diagnostics(session.open('page.txt', page));
      starts.push(performance.now() - start);
      await session.end();
    }
    yield {
      what: 'spawn to first diagnostics, 16 KB page',
      value: milliseconds(median(starts)),
      aim: '≤ 150 ms',
      figure: 'firstFindings',
    };

    const session = await startSession();
    const issue = issueOf(1_000_000);
    const lines = issue.split('\n').length;
    const uri = session.open('issue.txt', issue);
    await session.diagnostics(uri);
    const edits: number[] = [];
    for (let key = 0; key < 60; key++) {
      const position = { line: Math.floor((lines * (key + 1)) / 62), character: 0 };
      const start = performance.now();
      session.change(uri, { range: { start: position, end: position }, text: '字' });
      await session.diagnostics(uri);
      edits.push(performance.now() - start);
    }
    await session.end();
    yield {
      what: '1 MB issue, edit to diagnostics',
      value: milliseconds(median(edits)),
      aim: '≤ 15 ms',
      figure: 'edit',
    };
  },
};
