import { lintMarkdown } from '@lint-md/core';
import autocorrect from 'autocorrect-node';
import { run as zhlint } from 'zhlint';
import { createAnalyser } from '../../../server/src/analysis/analyser';
import { issueSource } from '../../../server/src/source/issueSource';
import { medianTime, speed, type Measurement } from '../measurement';
import { issueOf } from '../texts';

/** Other checkers of Chinese text. They look for less: spacing and width of marks, nothing of pages and recognition. */
const PEERS: readonly { name: string; check: (text: string) => unknown }[] = [
  { name: 'autocorrect-node lint', check: (text) => autocorrect.lintFor(text, 'page.txt') },
  { name: 'autocorrect-node format', check: (text) => autocorrect.format(text) },
  { name: 'zhlint', check: (text) => zhlint(text, { rules: { preset: 'default' } }) },
  { name: '@lint-md/core', check: (text) => lintMarkdown(text) },
];

/** The same text through Galley and through the others, one after the other in this process. */
export const peers: Measurement = {
  name: 'peers',
  async *rows() {
    for (const bytes of [16_000, 300_000]) {
      const text = issueOf(bytes);
      const size = Buffer.byteLength(text);
      const options = bytes > 100_000 ? { runs: 5, warmUp: 1 } : {};
      const own = await medianTime(() => createAnalyser().analyse(issueSource(text)).diagnostics(), options);
      const label = `${Math.round(bytes / 1000)} KB`;
      const isLarge = bytes > 100_000;
      yield {
        what: `${label}, Galley, all rules, no block known`,
        value: speed(size, own),
        ...(isLarge ? { figure: 'galley' } : {}),
      };
      for (const { name, check } of PEERS) {
        const time = await medianTime(() => check(text), options);
        yield {
          what: `${label}, ${name}`,
          value: speed(size, time),
          note: `Galley is ${(time / own).toFixed(1)} times as fast`,
          ...(isLarge ? { figure: name } : {}),
        };
      }
    }
  },
};
