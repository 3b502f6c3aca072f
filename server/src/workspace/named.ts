import { COLUMN, COLUMNS, typeOfKey, type Archive } from './archive';
import { compareIssues, type RowPlace } from './extents';
import type { NamedKey, NamedType } from './record';
import { createTally, type Counter, type Tally } from './tally';

/** A person, a place or an organisation that the archive names. */
export interface Named extends Tally {
  readonly key: NamedKey;
  readonly type: NamedType;
  /** The full name, as the earliest issue with it has it. */
  readonly name: string;
}

/** The same with a place to go to: the first in the earliest issue. */
export interface NamedAtPlace {
  readonly named: Named;
  readonly place: RowPlace;
}

/** Whatever the archive names, the most frequent first. */
export function everythingNamed(archive: Archive): NamedAtPlace[] {
  const counted = new Map<number, Counting>();
  for (const issue of archive.issues())
    for (let at = 0; at < issue.rows.length; at += COLUMNS) {
      const key = issue.rows[at + COLUMN.key] ?? 0;
      const known = counted.get(key);
      if (!known) {
        const counting = { counter: createTally(), place: { issue, at } };
        counting.counter.add(issue);
        counted.set(key, counting);
        continue;
      }
      known.counter.add(issue);
      if (issue !== known.place.issue && compareIssues(issue, known.place.issue) < 0) known.place = { issue, at };
    }
  return [...counted]
    .flatMap(([number, { counter, place }]) => {
      const key = archive.word(number);
      const type = typeOfKey(key);
      const name = archive.word(place.issue.rows[place.at + COLUMN.name] ?? 0);
      return type ? [{ named: { key, type, name, ...counter.result() }, place }] : [];
    })
    .sort(({ named: a }, { named: b }) => b.mentions - a.mentions || (a.key < b.key ? -1 : 1));
}

/** One key while the archive is walked through. */
interface Counting {
  readonly counter: Counter;
  place: RowPlace;
}
