import type { PlaceRow } from './placeRow';

/** A line of areacodes: one name of one code, from the first year in whose list it stands. */
export interface Division {
  readonly code: string;
  readonly name: string;
  /** The city or prefecture that it is in, as the list has it; of those that the province governs, the province. */
  readonly cityName: string;
  readonly from: number;
  /** The first year in whose list it no longer stands, so the year in which it ended. */
  readonly to: number | undefined;
  readonly heirs: readonly string[];
}

/** All that bore a code, the earliest first. */
export type DivisionsByCode = ReadonlyMap<string, readonly Division[]>;

export function kindOf(code: string): PlaceRow['kind'] {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'city' : 'county';
}

/** The latest that bore a code has it as its id; those before it have their first year as well. */
export function idOf({ code, from }: Division, byCode: DivisionsByCode): string {
  return byCode.get(code)?.at(-1)?.from === from ? code : `${code}@${String(from)}`;
}

/** What became of a division: what the source says; of a prefecture, of which it says nothing, where its counties went. */
export function successorsOf(division: Division, byCode: DivisionsByCode): string[] {
  const { code, to } = division;
  if (to === undefined) return [];
  const heirs = kindOf(code) === 'city' ? prefectureHeirs(division, byCode) : division.heirs;
  return heirs.flatMap((one) => {
    const heir = byCode.get(one)?.find((period) => period.from >= to || lastsBeyond(period, to));
    return heir === undefined || heir === division ? [] : [idOf(heir, byCode)];
  });
}

/** The same code where it got a new name, else the prefectures that took its counties when it ended. */
function prefectureHeirs({ code, to }: Division, byCode: DivisionsByCode): string[] {
  const periods = byCode.get(code) ?? [];
  if (periods.some(({ from }) => from === to)) return [code];
  const counties = [...byCode.values()].flat().filter((one) => one.code.startsWith(code.slice(0, 4)) && one.to === to);
  const heirs = counties.flatMap((county) => county.heirs.map((heir) => `${heir.slice(0, 4)}00`));
  return [...new Set(heirs)].filter((heir) => heir !== code && byCode.has(heir)).sort();
}

export function lastsBeyond({ to }: Division, year: number): boolean {
  return to === undefined || to > year;
}

/** The division above, where it is neither the one whose code the code begins with nor one that became that. */
export function oddParent(division: Division, byCode: DivisionsByCode): string | undefined {
  const { code, from } = division;
  const city = administratorOf(division, byCode);
  if (city) return idOf(city, byCode);
  const above = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].find((one) => one !== code && byCode.has(one));
  const periods = (above === undefined ? undefined : byCode.get(above)) ?? [];
  const then = inForce(periods, from);
  if (then === undefined || then === periods.at(-1)) return undefined;
  return then.heirs.includes(then.code) ? undefined : idOf(then, byCode);
}

/**
 * Until the 1990s many cities had codes as if the province governed them (339006 江山市), while a prefecture did in its
 * name. It is the one whose code they were given afterwards, where that existed already.
 */
function administratorOf({ code, name, from, to, heirs }: Division, byCode: DivisionsByCode): Division | undefined {
  if (!isProvincial(code) || to === undefined) return undefined;
  const heir = heirs.find((one) => !isProvincial(one) && byCode.get(one)?.some((period) => period.name === name));
  return heir === undefined ? undefined : inForce(byCode.get(`${heir.slice(0, 4)}00`) ?? [], from);
}

function isProvincial(code: string): boolean {
  return code.slice(2, 4) === '90';
}

function inForce(periods: readonly Division[], year: number): Division | undefined {
  return periods.find((period) => period.from <= year && lastsBeyond(period, year));
}
