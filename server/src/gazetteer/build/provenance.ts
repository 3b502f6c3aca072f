import { inOneLine } from '../format/addRows';
import { isWritten } from '../format/dictionaryLines';
import type { ImportSource } from '../import/model';
import { isDictionary } from '../import/table';

/** What a dictionary says of itself. */
export interface Provenance {
  readonly source?: string | undefined;
  readonly licence?: string | undefined;
  readonly date?: string | undefined;
}

/** The first line of a dictionary that was built: the format with its version, which changes if readers of the old one would fail. */
const FORMAT = '# format: galley-dictionary 1';

/**
 * The comments at the beginning of a dictionary: its format, what the user says of it, and what the dictionaries that it was
 * made of say of themselves and the user does not.
 */
export function provenanceLines(sources: readonly ImportSource[], given: Provenance): readonly string[] {
  const own = Object.entries(given).flatMap(([key, value]: [string, string | undefined]) =>
    value === undefined ? [] : [`# ${key}: ${inOneLine(value)}`],
  );
  const isSaid = (line: string): boolean => [FORMAT, ...own].some((said) => keyOf(said) === keyOf(line));
  const kept = sources.flatMap(({ text }) => (isDictionary(text) ? commentsAbove(text) : []));
  return [...new Set([FORMAT, ...own, ...kept.filter((line) => !isSaid(line))])];
}

/** The comments above the header of a dictionary. */
function commentsAbove(text: string): readonly string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines.slice(0, lines.findIndex(isWritten)).filter((line) => line.startsWith('#'));
}

function keyOf(comment: string): string {
  return /^#\s*[a-z]+:/.exec(comment)?.[0].replace(/\s/g, '') ?? comment;
}
