import { folderWith } from '../../support/commandLine';
import { median, milliseconds, speed, type Measurement } from '../measurement';
import { issueOf } from '../texts';

const COMMANDS = [
  { what: 'check --format json', args: ['check', '--format', 'json'] },
  { what: 'check (pretty)', args: ['check'] },
  { what: 'export --format json', args: ['export', '--format', 'json'] },
  { what: 'export --format ndjson', args: ['export', '--format', 'ndjson'] },
];

/** The command line over a folder of pages, start of the process included. */
export const batch: Measurement = {
  name: 'batch',
  *rows() {
    const pages = Array.from({ length: 1000 }, (_, page) => [`${page}.txt`, issueOf(16_000 + page)] as const);
    const bytes = pages.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
    const folder = folderWith(Object.fromEntries(pages));
    const timeOf = (args: readonly string[]): number => {
      const start = performance.now();
      const { code, errors } = folder.galley(args);
      if (code !== 0 && code !== 1) throw new Error(errors || 'galley was ended');
      return performance.now() - start;
    };
    const start = median([0, 1, 2, 3, 4].map(() => timeOf(['--version'])));
    yield { what: 'galley --version', value: milliseconds(start) };
    for (const { what, args } of COMMANDS) {
      const time = median([0, 1, 2].map(() => timeOf([...args, '.'])));
      yield { what: `${what}, 1,000 pages of 16 KB`, value: speed(bytes, time), note: 'aim 10 MB/s' };
    }
    folder.remove();
  },
};
