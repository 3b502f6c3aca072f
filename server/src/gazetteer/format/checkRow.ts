import { t } from '@vscode/l10n';
import {
  AUTHORITIES,
  listIn,
  PLACE_KINDS,
  SPHERES,
  type Authority,
  type Column,
  type Fields,
  type Header,
  type RowType,
} from './columns';
import { endsBeforeItBegins, isPartialDate } from '../posts/terms';

/** What is wrong with one cell of a row. */
export interface Fault {
  readonly column: Column;
  readonly message: string;
}

/** Code units that no name reaches; what is longer is a line that lost its tabs. */
const LONGEST_NAME = 100;

/**
 * What is wrong with a row by itself; nothing where it can be taken. An entry that other dictionaries know
 * (`isKnown`) needs no name: the row only adds to it.
 */
export function checkRow(type: RowType, fields: Fields, line: string, header: Header, isKnown: boolean): Fault[] {
  return [
    ...encodingFaults(line, header),
    ...nameFaults(type, fields, isKnown),
    ...kindFaults(type, fields),
    ...dateFaults(fields),
    ...authorityFaults(fields),
  ];
}

function encodingFaults(line: string, header: Header): Fault[] {
  const at = line.indexOf('\uFFFD');
  const column = at < 0 ? undefined : (header[line.slice(0, at).split('\t').length - 1] ?? 'type');
  return column ? [{ column, message: t('This is not UTF-8: a character cannot be read.') }] : [];
}

function nameFaults(type: RowType, { id, name, aliases, office }: Fields, isKnown: boolean): Fault[] {
  const faults: Fault[] = [];
  if (type === 'post') {
    if (id === undefined && name === undefined)
      faults.push({ column: 'id', message: t('A post needs the id or the name of its person.') });
    if (office === undefined) faults.push({ column: 'office', message: t('A post needs an office.') });
  } else if (name === undefined && !(id !== undefined && isKnown))
    faults.push({ column: 'name', message: t('The name is missing.') });
  const column = [name ?? ''].some(isTooLong) ? 'name' : listIn(aliases).some(isTooLong) ? 'aliases' : undefined;
  if (column) faults.push({ column, message: t('A name cannot have more than {0} characters.', LONGEST_NAME) });
  return faults;
}

function isTooLong(name: string): boolean {
  return name.length > LONGEST_NAME;
}

function kindFaults(type: RowType, { kind }: Fields): Fault[] {
  const kinds: readonly string[] | undefined =
    type === 'place' ? PLACE_KINDS : type === 'organisation' || type === 'office' ? SPHERES : undefined;
  if (kind === undefined || !kinds || kinds.includes(kind)) return [];
  return [{ column: 'kind', message: t('“{0}” is not a valid kind. Use one of: {1}.', kind, kinds.join(', ')) }];
}

function authorityFaults(fields: Fields): Fault[] {
  return (Object.keys(AUTHORITIES) as Authority[]).flatMap((column) => {
    const id = fields[column];
    if (id === undefined || AUTHORITIES[column].pattern.test(id)) return [];
    const example = column === 'wikidata' ? 'Q42' : '12345';
    return [{ column, message: t('“{0}” is not an id of {1}. Write it like {2}.', id, column, example) }];
  });
}

function dateFaults({ from, to }: Fields): Fault[] {
  const faults = (['from', 'to'] as const).flatMap((column): Fault[] => {
    const date = column === 'from' ? from : to;
    if (date === undefined || isPartialDate(date)) return [];
    return [{ column, message: t('“{0}” is not a date. Write 2021, 2021-07 or 2021-07-21.', date) }];
  });
  if (faults.length > 0 || from === undefined || to === undefined) return faults;
  if (!endsBeforeItBegins({ from, to })) return [];
  return [{ column: 'to', message: t('The end ({0}) is before the start ({1}).', to, from) }];
}
