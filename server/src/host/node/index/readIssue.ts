import { createAnalyser } from '../../../analysis/analyser';
import type { Analyser } from '../../../analysis/analysis';
import { speak } from '../../../core/locale';
import type { IssueRecord } from '../../../index/record';
import type { IssueCandidate, ReaderSetup } from '../../index/indexFiles';
import { issueRecord } from '../../index/issueRecord';
import { readSource } from '../files';
import { loadNamesInThread } from '../namesInThread';
import { readSidecarOf } from '../sidecarFile';
import { stepBack } from './priority';

/** What a thread that reads issues offers. */
export interface ReaderFunctions {
  setUp(setup: ReaderSetup): Promise<void>;
  /** What the index stores of a file; undefined where it is no issue. Rejects with a sentence where it cannot be read. */
  read(candidate: IssueCandidate): Promise<IssueRecord | undefined>;
}

/** Makes a reader. */
export function createReader(): ReaderFunctions {
  let analyser: Analyser = createAnalyser();
  return {
    async setUp({ locale, dictionaries }) {
      stepBack();
      speak(locale);
      analyser = createAnalyser(undefined, await loadNamesInThread(dictionaries));
    },
    read: async (candidate) =>
      issueRecord(candidate, readSource(candidate.path), {
        readSidecar: async () => (await readSidecarOf(candidate.path)).sidecar,
        analyser,
      }),
  };
}
