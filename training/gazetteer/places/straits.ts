import type { PlaceRow } from './placeRow';
import { shortNames } from './shortNames';
import { readTable } from './sources';

/**
 * Cities, counties and districts of Taiwan, and the districts of Hong Kong and Macau, which areacodes leaves out, from
 * `areacity_level4_pinyin.csv`. Its codes are its own: the standard gives none below the province.
 */
export function straits(folder: string, ordinaryWords: ReadonlySet<string>): PlaceRow[] {
  const divisions = readTable(folder, 'areacity_level4_pinyin.csv').flatMap(
    ({ id: code = '', deep, ext_name: name = '' }) => {
      const level = { '71': Number(deep), '81': Number(deep) - 1, '82': Number(deep) - 1 }[code.slice(0, 2)] ?? 0;
      if (level === 1 && code.startsWith('71')) return [row(`${code}00`, name, 'city')];
      return level === 2 ? [row(code.slice(0, 6), name, 'county')] : [];
    },
  );
  return [...divisions, formerly('香港', '810000', 1997), formerly('澳门', '820000', 1999)];

  function row(id: string, name: string, kind: PlaceRow['kind']): PlaceRow {
    return { id, name, aliases: kind === 'city' ? shortNames(name, ordinaryWords) : [], kind, source: 'areacity' };
  }
}

/** What a region was before it became a special administrative region. */
function formerly(name: string, code: string, to: number): PlaceRow {
  return { id: `${code}@1981`, name, aliases: [], kind: 'other', to, successors: [code], source: 'galley' };
}
