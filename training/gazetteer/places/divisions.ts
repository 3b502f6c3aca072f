import { groupBy } from '../../../server/src/core/groups';
import { idOf, kindOf, lastsBeyond, oddParent, successorsOf, type Division } from './lineage';
import type { PlaceRow } from './placeRow';
import { shortNames } from './shortNames';
import { readTable } from './sources';

/** Words that are not taken for names of divisions by themselves; the files of this folder say why. */
export interface OtherMeanings {
  readonly ordinaryWords: ReadonlySet<string>;
  readonly genericNames: ReadonlySet<string>;
  /** 泰山, 太湖 are the mountain and the lake, not the district and the county; of cities they are names all the same. */
  readonly landscape: ReadonlySet<string>;
}

/** The first list is that of 1981; what is in it is older. */
const FIRST_YEAR = 1981;

/** Every division from province to county since 1981, with what became of it, from `areacodes_result.csv`. */
export function divisions(folder: string, { ordinaryWords, genericNames, landscape }: OtherMeanings): PlaceRow[] {
  const all = readTable(folder, 'areacodes_result.csv').map(readDivision);
  const byCode = groupBy(all, ({ code }) => code);
  for (const periods of byCode.values()) periods.sort((a, b) => a.from - b.from);
  const provinces = all.filter(({ code }) => kindOf(code) === 'province');
  return all.map((division) => {
    const parent = oddParent(division, byCode);
    const above = provinces.filter((province) => province !== division && overlap(province, division));
    return {
      id: idOf(division, byCode),
      name: genericNames.has(division.name) ? division.cityName + division.name : division.name,
      // 海南, 河北 mean the province, not the districts of 乌海 and 天津; 吉林 the province, not its city.
      aliases: shortNames(division.name, ordinaryWords).filter(
        (short) =>
          !above.some(({ name }) => shortNames(name, ordinaryWords).includes(short)) &&
          !(landscape.has(short) && /[县区]$/.test(division.name)),
      ),
      kind: kindOf(division.code),
      from: division.from === FIRST_YEAR ? undefined : division.from,
      to: division.to,
      successors: successorsOf(division, byCode),
      ...(parent === undefined ? {} : { parent }),
      source: 'areacodes',
    };
  });
}

function readDivision(row: Readonly<Record<string, string>>): Division {
  const { 代码: code = '', 一级行政区: province = '', 二级行政区: city = '', 名称: name = '' } = row;
  const { 启用时间: from = '', '变更/弃用时间': to = '', 新代码: heirs = '' } = row;
  return {
    code,
    name,
    cityName: city === '直辖' ? province : city,
    from: Number(from),
    to: to === '' ? undefined : Number(to),
    // A code with a year in brackets received a part of the land, earlier; the division itself went on.
    heirs: heirs.split(';').filter((heir) => heir !== '' && !heir.includes('[')),
  };
}

function overlap(first: Division, second: Division): boolean {
  return lastsBeyond(first, second.from) && lastsBeyond(second, first.from);
}
