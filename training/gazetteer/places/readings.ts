import { pinyinOf } from '../../../server/src/gazetteer/complete/pinyin';
import type { PlaceRow } from './placeRow';
import { readTable } from './sources';

/**
 * Adds the pinyin of divisions whose characters are not read as usual (乐清 is yue qing), after `areacity_level4_pinyin.csv`.
 * Divisions of former times are read as those that bear the same name in the same province. Towns and
 * the places of Taiwan are left out: the source made their readings by rule, and often wrongly.
 */
export function withReadings(folder: string, rows: readonly PlaceRow[]): PlaceRow[] {
  const known = new Map<string, string>();
  for (const row of readTable(folder, 'areacity_level4_pinyin.csv')) {
    const { id: code = '', deep, name: short = '', pinyin = '' } = row;
    const reading = pinyin.split(' ');
    const doubtful = deep === '3' || code.startsWith('71');
    if (doubtful || reading.length !== short.length || pinyinOf(short).join(' ').replaceAll('lv', 'lu') === pinyin)
      continue;
    known.set(code.slice(0, 2) + short, pinyin);
  }
  return rows.map((row) => {
    const pinyin = row.kind === 'town' ? undefined : readingOf(row, known);
    return pinyin === undefined ? row : { ...row, pinyin };
  });
}

function readingOf({ id, name }: PlaceRow, known: ReadonlyMap<string, string>): string | undefined {
  for (let length = name.length; length > 1; length--) {
    const start = known.get(id.slice(0, 2) + name.slice(0, length));
    if (start !== undefined) return [start, ...pinyinOf(name.slice(length))].join(' ');
  }
  return undefined;
}
