import type { PlaceRow } from './placeRow';
import { shortNames } from './shortNames';
import { readTable } from './sources';

/**
 * Cities, counties and districts of Taiwan, and the districts of Hong Kong and Macau, which areacodes leaves out, from
 * `areacity_level4_pinyin.csv`. Its codes are its own: the standard gives none below the province.
 */
export function straits(folder: string, ordinaryWords: ReadonlySet<string>): PlaceRow[] {
  return readTable(folder, 'areacity_level4_pinyin.csv').flatMap(([code = '', , depth, , , , , name = '']) => {
    const level = { '71': Number(depth), '81': Number(depth) - 1, '82': Number(depth) - 1 }[code.slice(0, 2)] ?? 0;
    if (level === 1 && code.startsWith('71')) return [row(`${code}00`, name, 'city')];
    return level === 2 ? [row(code.slice(0, 6), name, 'county')] : [];
  });

  function row(id: string, name: string, kind: PlaceRow['kind']): PlaceRow {
    return { id, name, aliases: kind === 'city' ? shortNames(name, ordinaryWords) : [], kind, source: 'areacity' };
  }
}
