import type { Mention } from '../../server/src/entities/model';
import { printedMetadata } from '../../server/src/issue/metadata';
import { parseIssue } from '../../server/src/issue/parse';
import type { IssueFacts } from '../../server/src/source/sidecar/schema';
import { createIndex, type IssueIndex } from '../../server/src/index/issueIndex';
import { recordOf, type IssueRecord } from '../../server/src/index/record';

/** A name that is mentioned wherever it occurs: its entry, and the office that the page gives a person. */
export interface TestName {
  readonly type: Mention['type'];
  readonly name: string;
  readonly entity?: string;
  readonly office?: string;
  /** How the page has it, where not as the name. */
  readonly spelling?: string;
  readonly confidence?: Mention['confidence'];
}

/** The record of an issue whose mentions are the names given, at every place. */
export function recordedIssue(
  uri: string,
  text: string,
  names: readonly TestName[],
  facts: IssueFacts = {},
): IssueRecord {
  const document = parseIssue(text);
  const metadata = printedMetadata(document, { given: facts });
  return recordOf(
    { document, mentions: mentionsOf(text, names), metadata },
    { uri, fingerprint: `${text.length}`, isUtf8: true },
  );
}

/** The names wherever they occur, in order. */
export function mentionsOf(text: string, names: readonly TestName[]): Mention[] {
  return names.flatMap((name) => mentionsIn(text, name)).sort((a, b) => a.span.start - b.span.start);
}

/** An index of some issues. */
export function indexOf(...records: readonly IssueRecord[]): IssueIndex {
  const index = createIndex();
  records.forEach((record) => index.put(record));
  return index;
}

function mentionsIn(text: string, { type, name, entity, office, spelling = name, confidence = 'high' }: TestName) {
  const mentions: Mention[] = [];
  for (let start = text.indexOf(spelling); start >= 0; start = text.indexOf(spelling, start + 1))
    mentions.push({
      type,
      span: { start, end: start + spelling.length },
      confidence,
      candidates: entity === undefined ? [] : [entity],
      evidence: [],
      name,
      ...(office === undefined ? {} : { office }),
    });
  return mentions;
}
