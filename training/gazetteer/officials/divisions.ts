import type { Place, Term } from '../../../server/src/gazetteer/model';

/** A division as the posts of a career need it. */
export interface Division extends Term {
  /** As places.tsv has it: a code, or code@year. */
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: Place['kind'];
  /** What newspapers call it when it is their own: 省, 市, 县, 区, 州 … */
  readonly level: string;
}

/** The divisions of places.tsv, by what they may be called. */
export interface Divisions {
  /** Every division that bears exactly this name at some time. */
  named(name: string): readonly Division[];
  /** The province, or the city, that a division is in; at that time where a code had several names. */
  above(division: Division, kind: Place['kind'], term: Term): Division | undefined;
  readonly longestName: number;
}

const LEVELS = [
  '自治区',
  '自治州',
  '自治县',
  '自治旗',
  '地区',
  '林区',
  '特区',
  '省',
  '市',
  '州',
  '盟',
  '县',
  '区',
  '旗',
];
/** Prefectures that papers call by one character. */
const SHORTEST: Readonly<Record<string, string>> = {
  巴音郭楞蒙古自治州: '巴州',
  博尔塔拉蒙古自治州: '博州',
  克孜勒苏柯尔克孜自治州: '克州',
};
const PEOPLES =
  /(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|各|蒙古族|鄂伦春|俄罗斯)族?/g;

/** @param placesTsv the text of dictionaries/gazetteer/places.tsv; towns are left out, because careers name them too loosely */
export function readDivisions(placesTsv: string): Divisions {
  const [header = '', ...lines] = placesTsv.split('\n');
  const columns = header.split('\t');
  const byName = new Map<string, Division[]>();
  const byCode = new Map<string, Division[]>();
  for (const line of lines) {
    const cells = line.split('\t');
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    const kind = cell('kind');
    if (cell('type') !== 'place' || (kind !== 'province' && kind !== 'city' && kind !== 'county')) continue;
    const name = cell('name');
    const division: Division = {
      id: cell('id'),
      code: cell('id').split('@')[0] ?? '',
      name,
      kind,
      level: levelOf(name),
      ...(cell('from') && { from: cell('from') }),
      ...(cell('to') && { to: cell('to') }),
    };
    for (const called of namesOf(division)) push(byName, called, division);
    push(byCode, division.code, division);
  }
  return {
    named: (name) => byName.get(name) ?? [],
    above(division, kind, term) {
      const code = kind === 'province' ? `${division.code.slice(0, 2)}0000` : `${division.code.slice(0, 4)}00`;
      const candidates = byCode.get(code)?.filter((candidate) => candidate.kind === kind) ?? [];
      return candidates.find((candidate) => overlaps(candidate, term)) ?? candidates[0];
    },
    longestName: Math.max(...[...byName.keys()].map((name) => name.length)),
  };
}

/** Whether two terms have a time in common; an absent end is open. */
export function overlaps(one: Term, other: Term): boolean {
  return begins(one) <= ends(other) && begins(other) <= ends(one);
}

function begins({ from }: Term): number {
  return Number(from?.slice(0, 4) ?? 0);
}

function ends({ to }: Term): number {
  return Number(to?.slice(0, 4) ?? 9999);
}

/** 省 of 浙江省. The shorter word that papers use: 州 for 自治州, 县 for 自治县; but 自治区 stays. */
function levelOf(name: string): string {
  const level = LEVELS.find((ending) => name.endsWith(ending)) ?? '';
  return { 自治州: '州', 自治县: '县', 自治旗: '旗' }[level] ?? level;
}

/** The full name, and names without peoples: 甘南州 and 甘南自治州 for 甘南藏族自治州, 景宁县 for 景宁畲族自治县. */
function namesOf({ name, level }: Division): string[] {
  const autonomous = /^(.+?)自治(?:州|县|旗)$/.exec(name)?.[1];
  if (autonomous === undefined) return [name];
  const bare = autonomous.replace(PEOPLES, '').replace(/族$/, '');
  const shortest = SHORTEST[name];
  const names = bare.length >= 2 ? [name, bare + level, `${bare}自治${level}`] : [name];
  return shortest === undefined ? names : [...names, shortest];
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
