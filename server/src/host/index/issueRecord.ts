import type { Analyser } from '../../analysis/analysis';
import { looksLikeIssue } from '../../issue/recognise';
import { recordOf, type IssueRecord } from '../../index/record';
import { issueSource } from '../../source/issueSource';
import type { Sidecar } from '../../source/sidecar/schema';
import { inTurns } from '../inTurns';
import type { IssueCandidate } from './indexFiles';

/** Characters at the beginning of a file by which it is recognised. */
const SAMPLE = 20_000;

/** What the index stores of a file that has been decoded; undefined where it is no issue. */
export async function issueRecord(
  { path, uri, fingerprint, isCertain }: IssueCandidate,
  { text: raw, encoding }: { readonly text: string; readonly encoding: string },
  { readSidecar, analyser }: { readonly readSidecar: () => Promise<Sidecar>; readonly analyser: Analyser },
): Promise<IssueRecord | undefined> {
  // Editors keep a byte order mark to themselves, and count without it.
  const text = raw.startsWith('\ufeff') ? raw.slice(1) : raw;
  if (!isCertain && !looksLikeIssue(text.slice(0, SAMPLE))) return undefined;
  const analysis = analyser.analyse(issueSource(text, { path, encoding, sidecar: await readSidecar() }));
  await inTurns(analysis.mentionsInSteps());
  return recordOf(analysis, { uri, fingerprint, isUtf8: encoding === 'UTF-8' });
}
