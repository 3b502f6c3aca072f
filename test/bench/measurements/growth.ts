import { folderWith } from '../../support/commandLine';
import { milliseconds, speed, type Measurement } from '../measurement';
import { issueOf } from '../texts';

const MEGABYTES = [1, 2, 4];

/** One file of growing size, and one line of growing length, through the command line. The speed should not fall. */
export const growth: Measurement = {
  name: 'growth',
  *rows() {
    for (const { what, textOf, figure } of [
      { what: 'check of one issue', textOf: issueOf, figure: 'issue' },
      { what: 'check of one line', textOf: lineOf, figure: 'line' },
    ]) {
      const times: number[] = [];
      for (const megabytes of MEGABYTES) {
        const content = textOf(megabytes * 1_000_000);
        const folder = folderWith({ 'issue.txt': content });
        const start = performance.now();
        const { code, errors } = folder.galley(['check', '--format', 'json', 'issue.txt']);
        const time = performance.now() - start;
        folder.remove();
        if (code === 2 || code === null) throw new Error(errors || 'galley was ended');
        times.push(time);
        yield {
          what: `${what}, ${megabytes} MB`,
          value: milliseconds(time),
          note: speed(Buffer.byteLength(content), time),
          figure: `${figure}${megabytes}`,
        };
      }
      yield {
        what: `${what}, exponent of growth`,
        value: exponentOf(MEGABYTES, times).toFixed(2),
        aim: '≤ 1.1',
        figure: `${figure}Exponent`,
      };
    }
  },
};

function lineOf(bytes: number): string {
  return issueOf(bytes).replaceAll('\n', '');
}

/** The power of the size with which the time grows: the slope of the regression line through the logarithms of both. */
function exponentOf(sizes: readonly number[], times: readonly number[]): number {
  const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const [x, y] = [sizes.map(Math.log), times.map(Math.log)];
  const [meanX, meanY] = [mean(x), mean(y)];
  const covariance = mean(x.map((one, at) => (one - meanX) * ((y[at] ?? 0) - meanY)));
  return covariance / mean(x.map((one) => (one - meanX) ** 2));
}
