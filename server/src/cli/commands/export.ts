import { writeToStream } from '../../export/write';
import { command } from '../command';
import { EXPORT_OPTIONS, prepareExport, refuseClash } from '../export/prepare';
import { exportTask, formatOf } from '../export/task';
import { exportToFolder, type ExportReception } from '../export/toFolder';
import { findInputs, INPUT_OPTIONS } from '../inputs';
import { refuseResume, RESUME_OPTION } from '../run/journal';
import { RUN_OPTIONS } from '../run/options';
import { runJob } from '../run/run';
import { print } from '../terminal';

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
      description: 'Write one file per issue to this folder instead of printing.',
    },
    force: { type: 'boolean', description: 'Let --out overwrite files that no export wrote.' },
    ...INPUT_OPTIONS,
    ...RUN_OPTIONS,
    ...RESUME_OPTION,
  },
  async run({ out, force, resume, ...options }, args) {
    const inputs = await findInputs(args, options);
    const format = formatOf(options.format ?? 'json');
    if (out !== undefined) refuseClash(inputs, format);
    refuseResume({ resume, out });
    const setup = await prepareExport(options, args);
    const work = (reception: ExportReception): Promise<boolean> =>
      runJob(inputs, { task: exportTask, setup, mode: 'issue' }, options, reception);
    if (out !== undefined) {
      const order = { inputs, setup, out, force, resume, isTriedAgain: options['fail-fast'] };
      return (await exportToFolder(order, work)) ? 0 : 2;
    }
    const writer = writeToStream(format, print, inputs);
    const complete = await work({
      prints: true,
      async take(files) {
        await writer.add(files, setup.labels);
      },
    });
    await writer.end();
    return complete ? 0 : 2;
  },
});
