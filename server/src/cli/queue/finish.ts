import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeToFolder } from '../../export/write';
import { outputFolder } from '../../host/node/output';
import { formatOf } from '../export/task';
import { journalName } from '../run/journal';
import { journalPart, problemsOf, resultsOf, type ExportJob, type Problems } from './jobs';

/** Writes what an export has once for all its issues, when all batches are done, and gives the problems of all. */
export async function finishExport(job: ExportJob): Promise<Problems> {
  const { folder, out, force, setup, batches } = job.data;
  const format = formatOf(setup.format);
  const path = resolve(folder, out);
  const writer = writeToFolder(format, outputFolder(path, { inputs: [], replaceable: format.signature, force }));
  for (const { uses } of await resultsOf(job)) for (const use of uses) writer.addUse?.(use, setup.labels);
  await writer.end();
  // Batches that were given up have left theirs.
  for (let number = 1; number <= batches; number++)
    await rm(join(path, journalName(`${format.id}-${journalPart(job.id ?? '', number)}`)), { force: true });
  return problemsOf(job);
}
