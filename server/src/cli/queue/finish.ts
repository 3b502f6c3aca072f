import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeToFolder } from '../../export/write';
import { objectPathOf } from '../../host/node/objects/path';
import { formatOf } from '../export/task';
import { outputAt } from '../export/toFolder';
import { journalName } from '../run/journal';
import { journalPart, problemsOf, resultsOf, type ExportJob, type Problems } from './jobs';

/** Writes what an export has once for all its issues, when all batches are done, and gives the problems of all. */
export async function finishExport(job: ExportJob): Promise<Problems> {
  const { folder, out, force, setup, batches } = job.data;
  const format = formatOf(setup.format);
  const path = objectPathOf(out) ? undefined : resolve(folder, out);
  if (format.folderFiles) {
    const guard = { inputs: [], replaceable: format.signature, force };
    const writer = writeToFolder(format, await outputAt(path ?? out, guard));
    for (const { uses } of await resultsOf(job)) for (const use of uses) writer.addUse?.(use, setup.labels);
    await writer.end();
  }
  // Batches that were given up have left their journals.
  for (let number = 1; path !== undefined && number <= batches; number++)
    await rm(join(path, journalName(`${format.id}-${journalPart(job.id ?? '', number)}`)), { force: true });
  return problemsOf(job);
}
