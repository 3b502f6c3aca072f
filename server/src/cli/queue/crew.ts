import { availableParallelism } from 'node:os';
import process from 'node:process';
import { t } from '@vscode/l10n';
import { speak } from '../../core/locale';
import type { IssueFiles } from '../../export/write';
import { causeOf } from '../../host/node/files';
import { exportTask } from '../export/task';
import { fingerprintOf } from '../run/journal';
import { startTeam, type Team } from '../run/team';
import { tell } from '../terminal';
import type { QueuedExport } from './jobs';

/** This machine or this Galley cannot do what is in the queue, though others may. Its message is for the user. */
export class UnableWorker extends Error {}

/** Threads that are ready for the batches of an export. */
export interface Crew {
  /**
   * Makes the threads ready for an export, and this process as if it was where the export was added. Throws an `UnableWorker` where the
   * export would be another one here.
   */
  ready(id: string, order: QueuedExport): Promise<Team<IssueFiles>>;
  end(): Promise<void>;
}

/** Makes a crew of so many threads, or as many as are of use. They stay for all batches of an export, since they take a moment to start. */
export function createCrew(threads: number | undefined): Crew {
  let present: { readonly id: string; readonly team: Team<IssueFiles> } | undefined;
  const end = async (): Promise<void> => {
    const { team } = present ?? {};
    present = undefined;
    await team?.end();
  };
  return {
    end,
    async ready(id, { folder, language, setup, fingerprint }) {
      if (present?.id !== id) {
        await end();
        enter(folder);
        speak(language);
      }
      if ((await fingerprintOf(setup.analyser, setup)) !== fingerprint)
        throw new UnableWorker(
          t('The queue was filled by a different version of Galley or with different dictionaries.'),
        );
      present ??= { id, team: await started(threads, setup) };
      return present.team;
    },
  };
}

function enter(folder: string): void {
  try {
    process.chdir(folder);
  } catch (error) {
    throw new UnableWorker(`${folder}: ${causeOf(error)}`);
  }
}

async function started(wanted: number | undefined, setup: QueuedExport['setup']): Promise<Team<IssueFiles>> {
  const threads = wanted ?? exportTask.usefulThreads?.(setup) ?? availableParallelism();
  const team = await startTeam({ task: exportTask, setup, mode: 'issue' }, threads);
  team.problems.forEach(tell);
  return team;
}
