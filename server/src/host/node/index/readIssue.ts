import { createAnalyser } from '../../../analysis/analyser';
import type { Analyser } from '../../../analysis/analysis';
import { looksLikeIssue } from '../../../issue/recognise';
import { createGazetteer, type UserDictionary } from '../../../gazetteer/gazetteer';
import { speak } from '../../../core/locale';
import { issueSource } from '../../../source/issueSource';
import { recordOf, type IssueRecord } from '../../../index/record';
import { readSource } from '../files';
import { loadShippedDictionaries } from '../gazetteer';
import { readSidecarOf } from '../sidecarFile';
import { loadTagger } from '../tagger';
import type { IssueCandidate } from './findIssueFiles';
import { stepBack } from './priority';

/** What a reader must know before it reads. */
export interface ReaderSetup {
  /** Of the user, for messages. */
  readonly locale: string | undefined;
  /** Of the user and the workspace, on top of those that ship. */
  readonly dictionaries: readonly UserDictionary[];
}

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
      // The server's thread has reported what is wrong with a dictionary.
      const shipped = await loadShippedDictionaries().catch(() => undefined);
      const { gazetteer } = createGazetteer({ shipped, own: dictionaries });
      const tagger = await loadTagger();
      analyser = createAnalyser(undefined, { gazetteer, tagger });
    },
    read: (candidate) => readIssue(candidate, analyser),
  };
}

/** Characters at the beginning of a file by which it is recognised. */
const SAMPLE = 20_000;

async function readIssue(
  { path, uri, fingerprint, isCertain }: IssueCandidate,
  analyser: Analyser,
): Promise<IssueRecord | undefined> {
  const { text: raw, encoding } = readSource(path);
  // Editors keep a byte order mark to themselves, and count without it.
  const text = raw.startsWith('\ufeff') ? raw.slice(1) : raw;
  if (!isCertain && !looksLikeIssue(text.slice(0, SAMPLE))) return undefined;
  const { sidecar } = await readSidecarOf(path);
  const analysis = analyser.analyse(issueSource(text, { path, encoding, sidecar }));
  return recordOf(analysis, { uri, fingerprint, isUtf8: encoding === 'UTF-8' });
}
