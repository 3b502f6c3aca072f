import { basename } from 'node:path';
import { looksLikeIssue } from '../../../issue/recognise';
import { createKnowledge, type OwnDictionary } from '../../../knowledge/knowledge';
import { speak } from '../../../core/locale';
import { createIssueService, type IssueService } from '../../../service/service';
import { recordOf, type IssueRecord } from '../../../workspace/record';
import { readSource } from '../files';
import { loadShippedDictionaries } from '../knowledge';
import { readSidecar } from '../sidecarFile';
import { loadTagger } from '../tagger';
import type { IssueCandidate } from './findIssueFiles';
import { stepBack } from './priority';

/** What a reader must know before it reads. */
export interface ReaderSetup {
  /** Of the user, for messages. */
  readonly locale: string | undefined;
  /** Of the user and the workspace, on top of those that ship. */
  readonly dictionaries: readonly OwnDictionary[];
}

/** What a thread that reads issues offers. */
export interface ReaderFunctions {
  setUp(setup: ReaderSetup): Promise<void>;
  /** What the archive keeps of a file; undefined where it is no issue. Rejects with a sentence where it cannot be read. */
  read(candidate: IssueCandidate): Promise<IssueRecord | undefined>;
}

/** Makes a reader. It has an engine for each file: what an engine remembers of one page is of no use for the next. */
export function createReader(): ReaderFunctions {
  let createEngine: () => IssueService = createIssueService;
  return {
    async setUp({ locale, dictionaries }) {
      stepBack();
      speak(locale);
      // Whoever serves the editor has said what is wrong with a dictionary.
      const shipped = await loadShippedDictionaries().catch(() => undefined);
      const { knowledge } = createKnowledge({ shipped, own: dictionaries });
      const tagger = await loadTagger();
      createEngine = () => createIssueService(undefined, { knowledge, tagger });
    },
    read: (candidate) => readIssue(candidate, createEngine()),
  };
}

/** Characters at the beginning of a file by which it is recognised. */
const SAMPLE = 20_000;

async function readIssue(
  { path, uri, stamp, isCertain }: IssueCandidate,
  service: IssueService,
): Promise<IssueRecord | undefined> {
  const { text: raw, encoding } = readSource(path);
  // Editors keep a byte order mark to themselves, and count without it.
  const text = raw.startsWith('\ufeff') ? raw.slice(1) : raw;
  if (!isCertain && !looksLikeIssue(text.slice(0, SAMPLE))) return undefined;
  const { sidecar } = await readSidecar(path);
  const snapshot = service.snapshot(text, { outside: { fileName: basename(path), given: sidecar.issue } });
  return recordOf(snapshot.document, service.mentions(snapshot), service.metadata(snapshot), {
    uri,
    stamp,
    isUtf8: encoding === 'UTF-8',
  });
}
