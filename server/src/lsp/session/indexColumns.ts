import type { Lines } from '../../core/lines';
import type { Extent } from '../../index/extents';
import type { IssueMentionsOf } from '../../index/queries/mentions';
import type { PackedOccurrences } from '../../index/queries/occurrences';
import type { Queries } from '../../index/queries/queries';
import type { Found } from '../../index/queries/search';
import { asSent, countsCodeUnits } from '../positionEncoding';
import { extentAsSent } from '../ranges';

/** Returns the lines of an issue, open or not; undefined where it cannot be read any more. */
type LinesOfIssue = (uri: string) => Promise<Lines | undefined>;

type Conversions = {
  readonly [Name in keyof Queries]?: (
    answer: ReturnType<Queries[Name]>,
    linesOf: LinesOfIssue,
  ) => Promise<ReturnType<Queries[Name]>>;
};

/**
 * An answer of the index with columns in the units of the client. The index keeps no text, so for a client that does not count in
 * UTF-16 the issues are read, one after the other. The places of an issue that cannot be read any more are left out.
 */
export async function withColumnsAsSent<Name extends keyof Queries>(
  query: Name,
  answer: ReturnType<Queries[Name]>,
  linesOf: LinesOfIssue,
): Promise<ReturnType<Queries[Name]>> {
  if (countsCodeUnits()) return answer;
  const convert = CONVERSIONS[query];
  return convert ? convert(answer, linesOf) : answer;
}

/** The queries whose answers have places. */
const CONVERSIONS: Conversions = { occurrences, mentions, search };

async function occurrences(packed: PackedOccurrences, linesOf: LinesOfIssue): Promise<PackedOccurrences> {
  const counts: number[] = [];
  const places: number[] = [];
  let next = 0;
  for (const [index, uri] of packed.uris.entries()) {
    const count = packed.counts[index] ?? 0;
    const numbers = packed.places.subarray(next, (next += count * 4));
    const lines = await linesOf(uri);
    counts.push(lines ? count : 0);
    if (!lines) continue;
    for (let at = 0; at < numbers.length; at += 2) {
      const { line, character } = asSent(lines, { line: numbers[at] ?? 0, column: numbers[at + 1] ?? 0 });
      places.push(line, character);
    }
  }
  return { ...packed, counts, places: Uint32Array.from(places) };
}

async function mentions(
  issues: readonly IssueMentionsOf[],
  linesOf: LinesOfIssue,
): Promise<readonly IssueMentionsOf[]> {
  const sent: IssueMentionsOf[] = [];
  for (const issue of issues) {
    const lines = await linesOf(issue.uri);
    if (lines) sent.push({ ...issue, places: issue.places.map((place) => withExtentAsSent(place, lines)) });
  }
  return sent;
}

async function search(found: readonly Found[], linesOf: LinesOfIssue): Promise<readonly Found[]> {
  const known = new Map<string, Promise<Lines | undefined>>();
  const sent: Found[] = [];
  for (const one of found) {
    // Headlines begin their line, which is column 0 in any units.
    if (one.start.column === 0 && one.end.column === 0) sent.push(one);
    else {
      const reading = known.get(one.uri) ?? linesOf(one.uri);
      known.set(one.uri, reading);
      const lines = await reading;
      if (lines) sent.push(withExtentAsSent(one, lines));
    }
  }
  return sent;
}

function withExtentAsSent<Placed extends Extent>(placed: Placed, lines: Lines): Placed {
  return { ...placed, ...extentAsSent(lines, placed) };
}
