import { isUtf8 } from 'node:buffer';
import { t } from '@vscode/l10n';
import { parseIsoDate } from '../../../core/calendarDate';
import { readJson, isObject, ownField } from '../../../core/json';
import { SIDECAR_VERSION } from '../../../source/sidecar/schema';
import { MAX_BYTES, tooLarge } from '../../sizeLimit';
import { Problem } from '../../problem';
import type { ArchiveEntry, ArchiveKind } from './archive';
import { entryNames, type EntryNames } from './entryName';
import { bytesFrom, readingArchive } from './openArchive';

/**
 * NDJSON: an issue on each line, as an object with `id` and `text`, and perhaps `date` (YYYY-MM-DD) and `newspaper`. Other fields
 * are not read. The id takes the place of the file's name.
 */
export const ndjson: ArchiveKind = {
  names: /\.(?:ndjson|jsonl)$/i,
  read: (path) => readingArchive(path, ({ file }) => readNdjson(bytesFrom(file))),
};

/** Reads the issues of a stream of NDJSON. `names` decides which ids are read; by default, those that can be names in an archive. */
export async function* readNdjson(
  stream: AsyncIterable<Uint8Array>,
  names: Pick<EntryNames, 'admitAny'> = entryNames(),
): AsyncGenerator<ArchiveEntry, void> {
  let number = 0;
  for await (const line of linesOf(stream)) {
    number++;
    if (line === undefined) yield { problem: t('Line {0}: {1}', number, tooLarge(MAX_BYTES).message) };
    else if (!isBlank(line)) yield issueOf(line, number, names);
  }
}

/** Admits every id, and remembers none. */
export const ANY_NAMES: Pick<EntryNames, 'admitAny'> = { admitAny: (name) => ({ name }) };

function issueOf(line: Buffer, number: number, names: Pick<EntryNames, 'admitAny'>): ArchiveEntry {
  let name: string | undefined;
  try {
    const field = fieldsOf(line);
    const id = required(field, 'id');
    name = id;
    const { text, date, newspaper } = issueFields(field);
    const admitted = names.admitAny(id);
    if ('problem' in admitted) return admitted;
    const facts = { ...(date === undefined ? {} : { date }), ...(newspaper === undefined ? {} : { title: newspaper }) };
    const sidecar = { version: SIDECAR_VERSION, issue: facts };
    return {
      name: admitted.name,
      bytes: Buffer.from(text),
      ...(Object.keys(facts).length > 0 && { sidecar: { bytes: Buffer.from(JSON.stringify(sidecar)) } }),
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ...(name !== undefined && { name }), problem: t('Line {0}: {1}', number, error.message) };
  }
}

/** A text of an object by its name; undefined where it has none. Throws a `Problem` where it is something else. */
type Field = (name: string) => string | undefined;

/** The fields of a line. Throws a `Problem` where it is no object. */
function fieldsOf(line: Buffer): Field {
  if (!isUtf8(line)) throw new Problem(t('It is not valid UTF-8.'));
  const reading = readJson(line.toString('utf8'));
  if ('problem' in reading) throw new Problem(reading.problem);
  const { value } = reading;
  if (!isObject(value)) throw new Problem(t('It is not a JSON object.'));
  return (name) => {
    const content = ownField(value, name);
    if (content === undefined || content === null) return undefined;
    if (typeof content !== 'string') throw new Problem(t('“{0}” must be a string.', name));
    return content;
  };
}

function required(field: Field, name: string): string {
  const content = field(name);
  if (content === undefined) throw new Problem(t('“{0}” is missing.', name));
  return content;
}

function issueFields(field: Field): { text: string; date: string | undefined; newspaper: string | undefined } {
  const fields = { text: required(field, 'text'), date: field('date'), newspaper: field('newspaper') };
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\0/.test(fields.text))
    throw new Problem(t('“{0}” has an unpaired surrogate or a NUL.', 'text'));
  if (fields.date !== undefined && !parseIsoDate(fields.date))
    throw new Problem(t('“{0}” must be a date such as 2021-07-22.', 'date'));
  return fields;
}

/** The lines of a stream, without their ends; undefined for one of more than 64 MiB. */
async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer | undefined, void> {
  let begun: Uint8Array[] = [];
  let length = 0;
  const finish = (): Buffer | undefined => {
    const line = length > MAX_BYTES ? undefined : Buffer.concat(begun);
    begun = [];
    length = 0;
    return line;
  };
  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length > MAX_BYTES) begun = [];
    else begun.push(part);
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, end));
      yield finish();
      from = end + 1;
    }
    add(chunk.subarray(from));
  }
  if (length > 0) yield finish();
}

const LINE_FEED = 0x0a;

function isBlank(line: Buffer): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
