import { resolve } from 'node:path';
import { t } from '@vscode/l10n';
import type { LabelUse } from '../../export/annotations/labelsInUse';
import { Problem } from '../../host/problem';
import { exportToFolder } from '../export/toFolder';
import { inputsFrom } from '../inputs';
import { problemLine } from '../issueProblem';
import { runWithTeam } from '../run/run';
import { tell } from '../terminal';
import type { Crew } from './crew';
import { journalPart, MOST_LINES, TRIES, type BatchJob, type BatchResult, type ExportJob } from './jobs';

/**
 * Exports the issues of a batch as `galley export --resume` does, so that nothing is done again that another worker has done of it.
 * Throws a `Problem` where issues have problems and the batch is to be tried again, and `Interrupted` when a signal asks for the end.
 */
export async function doBatch(crew: Crew, whole: ExportJob, { data, attemptsMade }: BatchJob): Promise<BatchResult> {
  const { base, out, force, setup, batches } = whole.data;
  const { number, paths } = data;
  const id = whole.id ?? '';
  const team = await crew.ready(id, whole.data);
  const inputs = inputsFrom(paths, resolve(base));
  const lines: string[] = [];
  let count = 0;
  // One line for each use, however many issues have the same.
  const uses = new Map<string, LabelUse>();
  const isLastTry = attemptsMade + 1 >= TRIES.attempts;
  const complete = await exportToFolder(
    {
      ...{ inputs, setup, out, force, resume: true, part: journalPart(id, number), isTriedAgain: !isLastTry },
      gather: (use) => uses.set(JSON.stringify(use), use),
    },
    (reception) =>
      runWithTeam(
        inputs,
        team,
        { 'fail-fast': false, quiet: true },
        {
          ...reception,
          refuse(problem) {
            const line = problemLine(problem);
            tell(line);
            if (count++ < MOST_LINES) lines.push(line);
            return Promise.resolve();
          },
        },
      ),
  );
  if (!complete && !isLastTry)
    throw new Problem(t('Batch {0} of {1} has problems and will be retried.', number, batches));
  tell(t('{0}: batch {1} of {2} done.', out, number, batches));
  return { number, problems: { count, lines }, uses: [...uses.values()] };
}
