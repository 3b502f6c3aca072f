import { t } from '@vscode/l10n';
import { Problem } from '../../host/problem';
import { command, type ExitCode } from '../command';
import { EXPORT_OPTIONS, prepareExport, refuseClash } from '../export/prepare';
import { formatOf } from '../export/task';
import { findInputs, INPUT_OPTIONS } from '../inputs';
import { wholeNumber, type OptionTable, type ValuesOf } from '../options';
import { addExport, refuseInputs } from '../queue/add';
import { REDIS_OPTION, withRedis } from '../queue/redis';
import { statusOf } from '../queue/status';
import { print, tell } from '../terminal';

const OPTIONS = {
  ...EXPORT_OPTIONS,
  out: {
    type: 'string',
    value: 'DIR',
    description: 'Output folder, which all workers must reach by the same path, or s3://BUCKET/PREFIX.',
  },
  force: { type: 'boolean', description: 'Overwrite files that were not written by an export.' },
  batch: {
    type: 'string',
    value: 'N',
    description: 'Number of issue files per batch (default: 100); each archive is a separate batch.',
  },
  follow: INPUT_OPTIONS.follow,
  ...REDIS_OPTION,
} as const satisfies OptionTable;

type Values = ValuesOf<typeof OPTIONS> & { readonly settings: string | undefined };

/** `galley queue`: exports that workers on many machines do in batches. */
export const queue = command({
  name: 'queue',
  summary: 'Queue an export for workers on many machines, or show their progress.',
  takesPaths: false,
  takes: 'add PATH...|status',
  options: OPTIONS,
  async run(values, [action, ...args]) {
    if (action === 'add') return add(values, args);
    if (action !== 'status') throw new Problem(t('Use galley queue add PATH... or galley queue status.'));
    if (args[0] !== undefined) throw new Problem(t('galley {0} does not accept {1}.', 'queue status', args[0]));
    const { lines, hasProblems } = await withRedis(values.redis, statusOf);
    await print(lines.map((line) => `${line}\n`).join(''));
    return hasProblems ? 2 : 0;
  },
});

async function add({ out, batch, force, redis, ...options }: Values, args: readonly string[]): Promise<ExitCode> {
  if (args.length === 0) throw new Problem(t('galley {0} needs a file or a folder.', 'queue add'));
  if (out === undefined) throw new Problem(t('galley {0} needs {1}.', 'queue add', '--out DIR'));
  const size = wholeNumber('--batch', batch ?? '100');
  const inputs = await findInputs(args, options);
  refuseInputs(inputs, out);
  refuseClash(inputs, formatOf(options.format ?? 'json'));
  const setup = await prepareExport(options, args);
  [...inputs.notes, ...inputs.problems].forEach(tell);
  if (inputs.paths.length === 0) return 2;
  const added = await withRedis(redis, (connection) => addExport(connection, { inputs, setup, out, force, size }));
  await print(`${t('Batches added: {0}. Run galley worker to process them.', added)}\n`);
  return inputs.problems.length > 0 ? 2 : 0;
}
