import type { Term } from '../../../server/src/gazetteer/model';
import { overlaps, type Division, type Divisions } from './divisions';
import { GOVERNMENT_HEAD, NOT_LEVEL } from './offices';

/** What the words of one step lean on: the place named last in the career, and the city whose list the person is in. */
export interface Surroundings {
  readonly last: Division | undefined;
  readonly home: Division | undefined;
}

/** The words of a post, with the division that they begin with taken off. */
export interface Placed {
  readonly division: Division | undefined;
  readonly rest: string;
  /** How the words begin: with a name (衢州市), with a level (市委), or with neither. */
  readonly opening: 'name' | 'level' | 'none';
}

const LEVEL = /^(?:全?(自治区|自治州|自治县|省|市|县|区|州|盟|旗|地区)|(地)(?=委))(?=.)/;
const LEAD =
  /^(?:并|先后|历任|曾任|担任|出任|兼任|调任|改任|转任|接任|当选为?|被任命为|仍任|同时|后任|任|兼|后|又|再次|现任|中共|中国共产党|时任)+/;

/** Finds the division of the words of a post: named (衢州市), by its level (市委), or by an office alone (市长). */
export function place(text: string, term: Term, divisions: Divisions, around: Surroundings): Placed {
  const named =
    placeNamed(text, term, divisions, around) ?? placeNamed(text.replace(LEAD, ''), term, divisions, around);
  if (named) return named;
  const rest = text.replace(LEAD, '').replace(/^共青团(?=省|市|县|区|州|地)/, '团');
  if (GOVERNMENT_HEAD.test(rest)) {
    const word = /[省市县区州盟旗](?=长)/.exec(rest)?.[0] ?? (rest.includes('专员') ? '地区' : '');
    return { division: atLevel(word, term, divisions, around.last), rest, opening: word === '' ? 'none' : 'level' };
  }
  const level = NOT_LEVEL.test(rest) ? undefined : LEVEL.exec(rest);
  if (level) {
    const word = shortLevel(level[1] ?? level[2] ?? '');
    return {
      division: atLevel(word, term, divisions, around.last),
      rest: rest.slice(level[0].length),
      opening: 'level',
    };
  }
  return { division: undefined, rest, opening: 'none' };
}

function placeNamed(text: string, term: Term, divisions: Divisions, around: Surroundings): Placed | undefined {
  let rest = text.replace(/^共青团/, '');
  const league = rest === text ? '' : '团';
  let division: Division | undefined;
  for (;;) {
    const found = longestName(rest, divisions);
    if (!found) break;
    const chosen = chosenAmong(within(division, found.candidates), term, around);
    if (!chosen) break;
    division = chosen;
    rest = rest.slice(found.length);
  }
  if (!division) return undefined;
  // 衢州市市委书记 says 市 twice, 牡丹江团市委 has it in the middle.
  const level = division.level === '地区' ? '地' : division.level;
  rest = rest.replace(new RegExp(`^(团?)${level}(?=委|政府|人大|政协)`), '$1').replace(/^(?:行署|行政公署)/, '政府');
  return { division, rest: league + rest, opening: 'name' };
}

/** Those that are in the division, or else in its province: 抚州市宜黄县 of 1987 is in 抚州地区. */
function within(division: Division | undefined, candidates: readonly Division[]): readonly Division[] {
  if (!division) return candidates;
  const inside = candidates.filter(({ code }) => code.startsWith(stem(division)));
  return inside.length > 0
    ? inside
    : candidates.filter(({ code, kind }) => kind === 'county' && code.slice(0, 2) === division.code.slice(0, 2));
}

/** A full name; or a short one where its office shows the level: 阜阳地委, 安徽省委, 新疆阿克苏地区. */
function longestName(
  text: string,
  divisions: Divisions,
): { candidates: readonly Division[]; length: number } | undefined {
  for (let length = Math.min(divisions.longestName, text.length); length >= 2; length--) {
    const name = text.slice(0, length);
    const candidates = divisions.named(name);
    if (candidates.length > 0) return { candidates, length };
    const rest = text.slice(length);
    if (length > 4) continue;
    const level = /^(?:团?(地|州|盟|市|县)委|(行署)|(军分区|警备区))/.exec(rest);
    const levels =
      level?.[1] === '地' || level?.[2]
        ? ['地区']
        : level?.[3]
          ? ['市', '地区', '州', '盟']
          : level?.[1]
            ? [level[1]]
            : [];
    const local = levels.map((ending) => divisions.named(name + ending)).find((all) => all.length > 0);
    if (local) return { candidates: local, length };
    const short = ['省', '自治区', '壮族自治区', '回族自治区', '维吾尔自治区', '市'].flatMap((ending) =>
      divisions.named(name + ending).filter(({ kind }) => kind === 'province'),
    );
    if (short.length > 0 && (/^(?:自治区|区党委)/.test(rest) || (rest !== '' && longestName(rest, divisions))))
      return { candidates: short, length: rest.startsWith('自治区') ? length + 3 : length };
  }
  return undefined;
}

function chosenAmong(candidates: readonly Division[], term: Term, { last, home }: Surroundings): Division | undefined {
  const then = candidates.filter((candidate) => overlaps(candidate, term));
  let left = then.length > 0 ? then : candidates;
  for (const near of [
    last && stem(last),
    last?.code.slice(0, 4),
    last?.code.slice(0, 2),
    home?.code.slice(0, 4),
    home?.code.slice(0, 2),
  ]) {
    if (left.length <= 1) break;
    const nearer = near === undefined ? [] : left.filter(({ code }) => code.startsWith(near));
    if (nearer.length > 0) left = nearer;
  }
  if (left.length === 1) return left[0];
  const cities = left.filter(({ kind }) => kind === 'city');
  if (cities.length === 1) return cities[0];
  // One place under several codes of different years is still one place; of several places none is taken.
  return new Set(left.map(({ code }) => code.slice(0, 4))).size === 1 ? left.at(-1) : undefined;
}

/** What the codes of all that is within a division begin with. */
function stem({ code, kind }: Division): string {
  return kind === 'province' ? code.slice(0, 2) : kind === 'city' ? code.slice(0, 4) : code;
}

function atLevel(level: string, term: Term, divisions: Divisions, from: Division | undefined): Division | undefined {
  if (!from) return undefined;
  const up = [from, divisions.above(from, 'city', term), divisions.above(from, 'province', term)];
  return up.find((division) => division?.level === level);
}

const shortLevel = (level: string): string => ({ 自治州: '州', 自治县: '县', 地: '地区' })[level] ?? level;
