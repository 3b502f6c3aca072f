import eras from '../../../dictionaries/lexicons/eras.json';
import lunarYears from '../../../dictionaries/lexicons/lunar-years.json';
import { daysAfter, parseIsoDate, type CalendarDate } from '../core/calendarDate';
import { FORMAL_CLASS, readNumeral } from './numerals';
import { oneOf } from './vocabulary';

/** A day of the Western calendar in a year that is counted from the beginning of an era. */
export interface EraDate extends CalendarDate {
  readonly era: string;
}

const CALENDARS = Object.entries(eras.calendars) as ['chinese' | 'gregorian', Readonly<Record<string, number[]>>][];
const ERAS = new Map(
  CALENDARS.flatMap(([calendar, named]) =>
    Object.entries(named).map(([era, [first = 0, last = 0]]) => [era, { calendar, first, last }] as const),
  ),
);

/** The names of eras that have another form in traditional characters. */
const SIMPLIFIED: Readonly<Record<string, string>> = { 民國: '民国', 光緒: '光绪', 宣統: '宣统', 咸豐: '咸丰' };

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** The source of an expression for the blanks between the parts of a printed date. */
export const GAP = '[ \\t\\u3000]{0,2}';
const CYCLIC = `[${STEMS}][${BRANCHES}]`;
const NUMERAL = `[0-9０-９一二三四五六七八九十廿卅${FORMAL_CLASS}]`;
const MONTH = `${NUMERAL}{1,3}|[正元冬腊臘]`;
const DAY = `初[一二三四五六七八九十]|${NUMERAL}{1,3}`;

/**
 * The source of an expression for a date of an era, in simplified or traditional characters: 民国二十八年四月廿一日, 光绪三十年岁次甲辰三月初八日, 光绪甲辰年三月
 * 初八. Its groups are named.
 */
export const ERA_DATE =
  `(?<era>${oneOf([...Object.keys(SIMPLIFIED), ...ERAS.keys()])})${GAP}` +
  `(?:(?<year>${NUMERAL}{1,4}|元)${GAP}年${GAP}(?:(?:歲次|岁次|太歲|太岁)?${CYCLIC}年?)?|(?<cyclic>${CYCLIC})年?)${GAP}` +
  `(?<leap>闰|閏)?(?<month>${MONTH})${GAP}月${GAP}(?:(?<day>${DAY})${GAP}[日号號]|(?<bareDay>[初廿卅][一二三四五六七八九十]))`;

/** The source of an expression for what is before the era: 大清, 中华. */
export const ERA_COUNTRY = oneOf(eras.countries);

/** Reads the groups of `ERA_DATE`; nothing where there was no such day. The day is of the Western calendar. */
export function readEraDate(groups: Readonly<Record<string, string | undefined>>): EraDate | undefined {
  const name = groups['era'] ?? '';
  const era = SIMPLIFIED[name] ?? name;
  const found = ERAS.get(era);
  if (!found) return undefined;
  const year = yearIn(found, groups);
  const month = MONTH_NAMES[groups['month'] ?? ''] ?? readNumeral(groups['month'] ?? '');
  const day = readNumeral((groups['day'] ?? groups['bareDay'] ?? '').replace(/^初/, ''));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (year < found.first || year > found.last) return undefined;
  if (found.calendar === 'gregorian' && !isLunar(groups)) return { era, year, month, day };
  const date = fromLunar(year, { month, day, isLeap: groups['leap'] !== undefined });
  return date && { era, ...date };
}

/** 民国十三年三月初八日, 民国甲子年三月八日: an era with the Western calendar, but a day of the Chinese one. */
function isLunar({ cyclic, leap, month = '', day, bareDay }: Readonly<Record<string, string | undefined>>): boolean {
  return cyclic !== undefined || leap !== undefined || /[正冬腊臘]/.test(month) || /^初/.test(day ?? bareDay ?? '');
}

const MONTH_NAMES: Readonly<Record<string, number>> = { 正: 1, 元: 1, 冬: 11, 腊: 12, 臘: 12 };

function yearIn(
  { first, last }: { readonly first: number; readonly last: number },
  { year, cyclic }: Readonly<Record<string, string | undefined>>,
): number | undefined {
  if (year !== undefined) {
    const count = year === '元' ? 1 : readNumeral(year);
    return count === undefined ? undefined : first - 1 + count;
  }
  return yearsNamed(cyclic ?? '').find((each) => each >= first && each <= last);
}

/** The years that two cyclical characters name: 甲辰 is 1844, 1904, 1964 and 2024. */
function yearsNamed(cyclic: string): number[] {
  const [stem, branch] = [STEMS.indexOf(cyclic.charAt(0)), BRANCHES.indexOf(cyclic.charAt(1))];
  const years: number[] = [];
  for (let year = 1804; year < 2104; year++)
    if ((year - 4) % STEMS.length === stem && (year - 4) % BRANCHES.length === branch) years.push(year);
  return years;
}

interface LunarDay {
  readonly month: number;
  readonly day: number;
  readonly isLeap: boolean;
}

/** The day of the Western calendar that a day of the Chinese calendar was; nothing where there was none. */
function fromLunar(year: number, { month, day, isLeap }: LunarDay): CalendarDate | undefined {
  const found = LUNAR_YEARS[String(year)];
  const begins = found && parseIsoDate(found.begins);
  if (!begins || (isLeap && found.leap !== month)) return undefined;
  const isBehindLeap = isLeap || (found.leap !== undefined && month > found.leap);
  const index = month - 1 + (isBehindLeap ? 1 : 0);
  const length = found.days[index];
  if (length === undefined || day < 1 || day > length) return undefined;
  return daysAfter(
    begins,
    found.days.slice(0, index).reduce((sum, days) => sum + days, day - 1),
  );
}

const LUNAR_YEARS: Readonly<
  Record<string, { readonly begins: string; readonly days: readonly number[]; readonly leap?: number }>
> = lunarYears;
