import { folderWith } from '../../support/commandLine';
import { milliseconds, speed, type Measurement } from '../measurement';
import { issueOf } from '../texts';

const MEGABYTES = [1, 5, 10, 25, 50];

/** One file of growing size, and one line of growing length, through the command line. The speed should not fall. */
export const growth: Measurement = {
  name: 'growth',
  *rows() {
    const unit = issueOf(1_000_000);
    const line = unit.replaceAll('\n', '');
    for (const { what, text, figure } of [
      { what: 'check of one issue', text: unit, figure: 'issue' },
      { what: 'check of one line', text: line, figure: 'line' },
    ])
      for (const megabytes of MEGABYTES.filter((size) => text === unit || size <= 5)) {
        const content = text.repeat(megabytes);
        const folder = folderWith({ 'issue.txt': content });
        const start = performance.now();
        const { code, errors } = folder.galley(['check', '--format', 'json', 'issue.txt']);
        const time = performance.now() - start;
        folder.remove();
        if (code === 2 || code === null) yield { what: `${what}, ${megabytes} MB`, value: 'failed', note: errors };
        else
          yield {
            what: `${what}, ${megabytes} MB`,
            value: milliseconds(time),
            note: speed(Buffer.byteLength(content), time),
            figure: `${figure}${megabytes}`,
          };
      }
  },
};
