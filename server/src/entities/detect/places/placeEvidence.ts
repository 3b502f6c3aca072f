import { isHan } from '../../../core/characters';
import { isNameDot } from '../../../core/names/shape';
import type { Span } from '../../../core/span';
import type { TaggedSpan } from '../tagger/tagger';
import { ENTITY_WORDS, isPlaceLetter, isTranscribed, isWordAt } from '../vocabulary';

const { afterName, beforePlace, afterPlace, placeEndings, notPlaces, transliteration } = ENTITY_WORDS;

/** Margins from which on the tagger is believed without more evidence. */
const MARGIN = { letter: 3, short: 9, shaped: 3, transcribed: 15, other: 5, certain: 20 } as const;

/** Last characters of names of places. */
const SHAPED = /[省市县区州镇乡村岛山河江湖海湾峡洲寺宫桥路街港邦郡国]$/;

/** Whether more than the tagger's opinion speaks for the name of a place, or it is very sure. */
export function isSupportedPlace(text: string, { start, end, margin }: TaggedSpan): boolean {
  const name = text.slice(start, end);
  if (notPlaces.lengthAt(text, start) === end - start) return false;
  if (margin < MARGIN.certain && isCutFromTranscription(text, start)) return false;
  if (end - start === 1) return margin >= MARGIN.letter || isPlaceLetter(name);
  if (end - start === 2 && afterName.lengthAt(text, end) > 1 && !SHAPED.test(name)) return false;
  if (end - start === 2)
    return (margin >= MARGIN.short || beforePlace.lengthBefore(text, start) > 1) && !isWordAt(text, start);
  if (SHAPED.test(name)) return margin >= MARGIN.shaped;
  if (isTranscribed(text, start, end)) return margin >= MARGIN.transcribed || isBesidePlaceWords(text, start, end);
  return margin >= MARGIN.other;
}

/** Whether what is beside a transcribed name is beside places rather than people: 抵达…, …郊区. */
export function isBesidePlaceWords(text: string, start: number, end: number): boolean {
  return (
    beforePlace.lengthBefore(text, start) > 0 ||
    afterPlace.lengthAt(text, end) > 0 ||
    placeEndings.lengthAt(text, end) > 0 ||
    isListedAsPlace(text, start, end)
  );
}

/** Whether a name is in a list that ends with 等地, 等国 or the like. */
export function isListedAsPlace(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - LONGEST_REST);
  const before = /[、和](?:第)?$/.test(text.slice(from, start));
  const rest = text.slice(end, end + LONGEST_REST);
  return PLACES_BEHIND.test(rest) || (before && /^等(?:多?[地国]|[^，。；]{0,4}(?:国家|地区|城市))/.test(rest));
}

const LONGEST_REST = 60;
const PLACES_BEHIND =
  /^(?:[、和][^，。；、和\s]{1,12}){1,8}(?:等(?:多?[地国]|[^，。；]{0,4}(?:国家|地区|城市))|各[地国])/;

/** Whether a name begins within a foreign name: 德州 in 别尔哥罗德州, 米兰 in 大卫·米兰达. */
export function isCutFromTranscription(text: string, start: number): boolean {
  const near = text.charAt(start - 1);
  if (isNameDot(near.charCodeAt(0))) return true;
  if (!transliteration.has(near) || !transliteration.has(text.charAt(start))) return false;
  if (beforePlace.lengthBefore(text, start) > 1 || near === '于' || isWordAt(text, start - 2)) return false;
  return transliteration.has(text.charAt(start - 2)) || !isHan(text.charCodeAt(start - 2));
}

/** Whether a number is cut in two: 日本 in 11日本报讯, 万县 in 50万县. */
export function isCutFromNumber(text: string, start: number): boolean {
  return /[年月日万千百]/.test(text.charAt(start)) && /[\d一二三四五六七八九十]/.test(text.charAt(start - 1));
}

/** Places after one another of which the second is in the first: 湖南 and 永州市 in 湖南永州市. */
export function levelsOf(text: string, span: Span, known: ReadonlyMap<number, readonly number[]>): readonly Span[] {
  const { start, end } = span;
  if (known.get(start)?.includes(end)) return [span];
  const ends = (known.get(start) ?? []).filter((one) => one < end);
  const cut = Math.max(0, ...ends);
  if (cut === 0) return [span];
  if (DIRECTION.test(text.slice(cut, end))) return [{ start, end: cut }];
  const isKnown = known.get(cut)?.includes(end) === true;
  if (!isKnown && !(end - cut > 2 && DIVISION.test(text.slice(cut, end)))) return [span];
  return [{ start, end: cut }, ...levelsOf(text, { start: cut, end }, known)];
}

const DIRECTION = /^(?:[东西南北中]{1,3}部?|城|市中心|市区|城区|郊区|境内|核心区)$/;
const DIVISION = /(?:[市县旗镇乡村]|自治[县州]|街道|社区)$/;
