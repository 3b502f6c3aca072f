import { createAnalyser } from '../../../analysis/analyser';
import { speak } from '../../../core/locale';
import { analyseForExport } from '../../../export/analyseForExport';
import { workNamed } from '../../../export/issueWork';
import type { WorkerIssue, WorkerSetup } from '../../../ports/issueWorkers';
import { issueSource } from '../../../source/issueSource';
import { inTurns } from '../../inTurns';
import { loadDetector } from '../detector';
import { sha256Of } from '../digest';
import { loadNamesInThread } from '../namesInThread';
import { optimiseLater } from '../optimiseLater';

/** What a thread that works on the issues of a workspace offers. */
export interface WorkerFunctions {
  /** Comes first. */
  setUp(setup: WorkerSetup): Promise<void>;
  work(issue: WorkerIssue): Promise<unknown>;
}

/** Makes what such a thread offers. */
export function createWorker(): WorkerFunctions {
  let workOn: WorkerFunctions['work'] = () => Promise.reject(new Error('The thread is not set up.'));
  return {
    async setUp(setup) {
      // Each thread would compile hundreds of functions that are never hot: two threads were slower than none.
      optimiseLater();
      speak(setup.locale);
      workOn = await preparedWork(setup);
    },
    work: (issue) => workOn(issue),
  };
}

/** The server's own thread has reported what is wrong with models. */
const ignore = (): void => undefined;

async function preparedWork({
  settings,
  dictionaries,
  work: name,
  text: which,
  options,
}: WorkerSetup): Promise<WorkerFunctions['work']> {
  const work = workNamed(name);
  if (!work) throw new Error('There is no such work.');
  const names = await loadNamesInThread(dictionaries);
  const detector = work.needs.includes('diagnostics') ? await loadDetector(settings, ignore, ignore) : undefined;
  const analyser = createAnalyser(settings, { ...names, detector });
  const engine = { analyse: analyser.analyse, run: inTurns, digest: sha256Of };
  return async ({ name: exportName, labels, text, sha256: ofFile, ...known }) => {
    const issue = { text: which, sha256: ofFile };
    const { analysis, sha256, refusal } = await analyseForExport(issueSource(text, known), work, issue, engine);
    if (refusal !== undefined) throw new Error(refusal);
    return work.make(analysis, { ...options, name: exportName, sha256, labels });
  };
}
