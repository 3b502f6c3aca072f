import { typeOfKey, type IssueIndex, type IndexedIssue } from '../issueIndex';
import type { NamedKey, NamedType } from '../../entities/namedKey';
import { countMore, firstCounted, toStats, type Counting, type Stats } from './stats';

/** A person, a place or an organisation that the index names. */
export interface Named extends Stats {
  readonly key: NamedKey;
  readonly type: NamedType;
  /** The full name, as the earliest issue with it has it. */
  readonly name: string;
}

/** The same with a place to go to: the first row of the earliest issue. */
export interface NamedWithOccurrence {
  readonly named: Named;
  readonly issue: IndexedIssue;
  readonly row: number;
}

/** Everything that the issues of an index name, the most frequent first. */
export function everythingNamed(issues: readonly IndexedIssue[], index: IssueIndex): readonly NamedWithOccurrence[] {
  const counted: ({ readonly counting: Counting; readonly row: number } | undefined)[] = [];
  for (const issue of issues)
    issue.table.key.forEach((key, row) => {
      const known = counted[key];
      if (known) countMore(known.counting, issue);
      else counted[key] = { counting: firstCounted(issue), row };
    });
  const found: NamedWithOccurrence[] = [];
  counted.forEach((one, number) => {
    const key = index.word(number);
    const type = typeOfKey(key);
    if (!one || !type) return;
    const { counting, row } = one;
    const issue = counting.firstIssue;
    const name = index.word(issue.table.name[row]);
    found.push({ named: { key, type, name, ...toStats(counting) }, issue, row });
  });
  return found.sort(({ named: a }, { named: b }) => b.mentions - a.mentions || (a.key < b.key ? -1 : 1));
}
