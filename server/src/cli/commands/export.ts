import process from 'node:process';
import { t } from '@vscode/l10n';
import { writeToStream } from '../../export/write';
import { Problem } from '../../host/problem';
import { command } from '../command';
import { EXPORT_OPTIONS, prepareExport, refuseClash } from '../export/prepare';
import { exportTask, formatOf } from '../export/task';
import { exportToFolder, guardOf, type ExportReception } from '../export/toFolder';
import { withOutputSink } from '../outputSink';
import { findInputs, INPUT_OPTIONS } from '../inputs';
import { refuseResume, RESUME_OPTION } from '../run/journal';
import { RUN_OPTIONS } from '../run/options';
import { runJob } from '../run/run';

/** `galley export`: issues as structured data, in one of the formats of export/. */
export const exportCommand = command({
  name: 'export',
  summary: 'Export issues as structured data.',
  takesPaths: true,
  options: {
    ...EXPORT_OPTIONS,
    out: {
      type: 'string',
      value: 'DIR',
      description: 'Write one file per issue to this folder, or to s3://BUCKET/PREFIX, instead of printing.',
    },
    'out-file': {
      type: 'string',
      value: 'FILE',
      description: 'Write all issues to this one file instead of printing.',
    },
    force: { type: 'boolean', description: 'Overwrite files that were not written by an export.' },
    ...INPUT_OPTIONS,
    ...RUN_OPTIONS,
    ...RESUME_OPTION,
  },
  async run({ out, force, resume, ...options }, args) {
    const single = options['out-file'];
    if (out !== undefined && single !== undefined) throw new Problem(t('Use either --out or --out-file, not both.'));
    const inputs = await findInputs(args, options);
    const format = formatOf(options.format ?? 'json');
    if (out !== undefined) refuseClash(inputs, format);
    refuseResume({ resume, out });
    if (out === undefined && single === undefined && format.encoder && process.stdout.isTTY)
      throw new Problem(
        t('{0} is not text that a terminal can show. Use {1} or {2}.', format.id, '--out', '--out-file'),
      );
    const setup = await prepareExport(options, args);
    const work = (reception: ExportReception): Promise<boolean> =>
      runJob(inputs, { task: exportTask, setup, mode: 'issue' }, options, reception);
    if (out !== undefined) {
      const order = { inputs, setup, out, force, resume, isTriedAgain: options['fail-fast'] };
      return (await exportToFolder(order, work)) ? 0 : 2;
    }
    return withOutputSink(single, guardOf(inputs, format, force), async (write) => {
      const writer = writeToStream(format, write, inputs);
      const complete = await work({
        prints: single === undefined,
        async take(files) {
          await writer.add(files, setup.labels);
        },
      });
      await writer.end();
      return complete ? 0 : 2;
    });
  },
});
