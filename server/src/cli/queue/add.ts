import { relative, resolve } from 'node:path';
import process from 'node:process';
import { t } from '@vscode/l10n';
import { spokenLanguage } from '../../core/locale';
import { isWithin } from '../../host/node/containment';
import { objectPathOf } from '../../host/node/objects/path';
import { archiveKindOf } from '../../host/node/archives/index';
import { sha256Of } from '../../host/node/digest';
import { Problem } from '../../host/problem';
import type { ExportSetup } from '../export/task';
import { STANDARD_INPUT, type Inputs } from '../inputs';
import { fingerprintOf } from '../run/journal';
import { QUEUES, queuesOf, TRIES, type QueuedBatch, type QueuedExport } from './jobs';
import type { Connection } from './redis';

/** An export that is to be put in the queue. */
interface NewExport {
  readonly inputs: Inputs;
  readonly setup: ExportSetup;
  readonly out: string;
  readonly force: boolean;
  /** Issue files in a batch. */
  readonly size: number;
}

/**
 * Puts an export in the queue, in batches, and gives how many. One that was added before and is not being worked on is replaced.
 * Throws a `Problem` where it cannot be added.
 */
export async function addExport(
  connection: Connection,
  { inputs, setup, out, force, size }: NewExport,
): Promise<number> {
  const folder = process.cwd();
  const batches = batchesOf(inputs.paths, size);
  const data: QueuedExport = {
    folder,
    base: relative(folder, inputs.base),
    out,
    force,
    setup,
    language: spokenLanguage(),
    fingerprint: await fingerprintOf(setup.analyser, setup),
    batches: batches.length,
  };
  const id = sha256Of(JSON.stringify([folder, out, setup.format, inputs.paths])).slice(0, 16);
  await removeEarlier(connection, id);
  const { FlowProducer } = connection.bullmq;
  const producer = new FlowProducer({ connection: connection.redis });
  producer.on('error', connection.report);
  await producer.add({
    name: 'export',
    queueName: QUEUES.exports,
    data,
    opts: { ...TRIES, jobId: id, removeOnComplete: KEPT, removeOnFail: KEPT },
    children: batches.map((batch) => ({
      name: 'batch',
      queueName: QUEUES.batches,
      data: batch,
      // What has become of it is kept with the export, which is finished without it where it cannot be done.
      opts: { ...TRIES, removeOnComplete: true, removeOnFail: true, ignoreDependencyOnFailure: true },
    })),
  });
  return batches.length;
}

/** Exports that are still shown when they are done. */
const KEPT = { count: 100 };

/** Throws a `Problem` where issues are in the output: workers know only those of their own batch, and could write over another one. */
export function refuseInputs({ paths }: Inputs, out: string): void {
  if (paths.includes(STANDARD_INPUT)) throw new Problem(t('Standard input cannot be queued.'));
  const inside = objectPathOf(out) ? undefined : paths.find((path) => isWithin(resolve(out), resolve(path)));
  if (inside !== undefined) throw new Problem(t('{0} is inside the output folder.', inside));
}

/** Files in their order; an archive is a separate batch. */
function batchesOf(paths: readonly string[], size: number): readonly QueuedBatch[] {
  const batches: string[][] = [];
  let open: string[] | undefined;
  for (const path of paths) {
    if (archiveKindOf(path)) batches.push([path]);
    else if (open && open.length < size) open.push(path);
    else batches.push((open = [path]));
  }
  return batches.map((batch, index) => ({ number: index + 1, paths: batch }));
}

async function removeEarlier(connection: Connection, id: string): Promise<void> {
  const earlier = await queuesOf(connection).exports.getJob(id);
  try {
    await earlier?.remove({ removeChildren: true });
  } catch {
    throw new Problem(t('Workers are still processing this export. Wait for them to finish, or stop them.'));
  }
}
