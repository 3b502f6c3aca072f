import { RULES } from '../../../server/src/lint/rules/index';
import { folderWith } from '../../support/commandLine';
import { median, milliseconds, speed, type Measurement } from '../measurement';
import { pageOfIndex } from '../texts';

/** Settings without the rules that ask the language model. */
const WITHOUT_LANGUAGE = JSON.stringify({
  rules: Object.fromEntries(
    RULES.filter(({ scope }) => scope === 'language').map(({ meta }) => [meta.id, 'off'] as const),
  ),
});

const QUICK = ['--settings', 'quick.json'];
const COMMANDS = [
  { what: 'check --format json', args: ['check', '--format', 'json'], part: 'tenth', figure: 'check' },
  {
    what: 'check --format json, without language',
    args: ['check', '--format', 'json', ...QUICK],
    part: 'all',
    figure: 'checkFast',
  },
  { what: 'check (pretty), without language', args: ['check', ...QUICK], part: 'all' },
  { what: 'export --format json, without language', args: ['export', '--format', 'json', ...QUICK], part: 'all' },
  {
    what: 'export --format ndjson, without language',
    args: ['export', '--format', 'ndjson', ...QUICK],
    part: 'all',
    figure: 'ndjson',
  },
] as const;

/**
 * The command line over a folder of pages, start of the process included. With the language model it reads a tenth of
 * them, and in each page words of its own, because what it has read once costs nothing the second time.
 */
export const batch: Measurement = {
  name: 'batch',
  *rows() {
    const pages = Array.from(
      { length: 1000 },
      (_, page) => [`${page % 10 === 0 ? 'tenth' : 'rest'}/${page}.txt`, pageOfIndex(page)] as const,
    );
    const bytesOf = (part: string): number =>
      pages.reduce((sum, [name, text]) => sum + (name.startsWith(part) ? Buffer.byteLength(text) : 0), 0);
    const folder = folderWith({ ...Object.fromEntries(pages), 'quick.json': WITHOUT_LANGUAGE });
    const timeOf = (args: readonly string[]): number => {
      const start = performance.now();
      const { code, errors } = folder.galley(args);
      if (code !== 0 && code !== 1) throw new Error(errors || 'galley was ended');
      return performance.now() - start;
    };
    const start = median([0, 1, 2, 3, 4].map(() => timeOf(['--version'])));
    yield { what: 'galley --version', value: milliseconds(start) };
    for (const command of COMMANDS) {
      const { what, args, part } = command;
      const folders = part === 'all' ? ['tenth', 'rest'] : [part];
      const time = median([0, 1, 2].map(() => timeOf([...args, ...folders])));
      const bytes = folders.reduce((sum, one) => sum + bytesOf(one), 0);
      const count = part === 'all' ? '1,000' : '100';
      yield {
        what: `${what}, ${count} pages of 16 KB`,
        value: speed(bytes, time),
        aim: '≥ 10 MB/s',
        ...('figure' in command ? { figure: command.figure } : {}),
      };
    }
    folder.remove();
  },
};
