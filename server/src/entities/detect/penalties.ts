import { isHan } from '../../core/characters';
import type { MentionCandidate } from './candidate';
import { isCutFromNumber, isCutFromTranscription } from './places/placeEvidence';
import type { OfficeEnds } from './offices/offices';
import { ENTITY_WORDS, isTranscribed } from './vocabulary';

const {
  placeEndings,
  streetEndings,
  buildingEndings,
  monumentEndings,
  landscapeEndings,
  afterLandscape,
  afterFirm,
  thingClassifiers,
  countryLetters,
  settlementEndings,
  beforePlace,
  notNames,
  kindsOfPeople,
  offices,
  afterName,
  doings,
} = ENTITY_WORDS;

/**
 * What looks like a place (青溪县, 柳渡老街), a building (望云楼) or another word (马拉松) is hardly a person, unless more than its
 * shape speaks for one.
 */
export function withPenalty(
  text: string,
  one: MentionCandidate,
  knownPlaces: ReadonlySet<string>,
  officeEnds: OfficeEnds,
): MentionCandidate {
  const penalty = penaltyOf(text, one, knownPlaces, officeEnds);
  return penalty === 0 ? one : { ...one, score: one.score - penalty };
}

function penaltyOf(
  text: string,
  one: MentionCandidate,
  knownPlaces: ReadonlySet<string>,
  officeEnds: OfficeEnds,
): number {
  if (one.type === 'place') return isCutOff(text, one) ? CUT_PENALTY : 0;
  if (one.type !== 'person') return 0;
  const { start, end } = one;
  const length = end - start;
  const isPlace = (from: number, to: number): boolean => knownPlaces.has(`${from}-${to}`);
  if (Math.max(kindsOfPeople.lengthAt(text, start), offices.lengthAt(text, start)) === length) return WORD_PENALTY;
  // 韩朝
  if (length === 2 && isPlace(start, start + 1) && isPlace(start + 1, end)) return WORD_PENALTY;
  // 梅 in 梅州长潭
  if (length === 1 && isPlace(start, end + 1)) return PLACE_PENALTY;
  if (isPlace(start, end)) return length > 2 ? WORD_PENALTY : PLACE_PENALTY;
  if (notNames.lengthAt(text, start) >= length && !isTitledTranscription(text, one, officeEnds)) return WORD_PENALTY;
  if (isRegion(text, one) || endsWithTitle(text, one)) return WORD_PENALTY;
  if (isDoubled(text, one) || isCounted(text, one) || isFirm(text, one)) return WORD_PENALTY;
  // 日菲
  if (length === 2 && countryLetters.has(text.charAt(start)) && countryLetters.has(text.charAt(start + 1)))
    return PLACE_PENALTY;
  if (isSight(text, one) || isStreetInList(text, one)) return WORD_PENALTY;
  return isPlaceShaped(text, one) ? PLACE_PENALTY : 0;
}

function isPlaceShaped(text: string, { start, end }: MentionCandidate): boolean {
  return (
    (end - start === 2 && /[庄屯堡寨]/.test(text.charAt(end - 1))) ||
    placeEndings.lengthBefore(text, end) > 0 ||
    placeEndings.lengthAt(text, end) > 0 ||
    streetEndings.lengthAt(text, end) > 0
  );
}

/** 雷诺 after 部长, and not the car. */
function isTitledTranscription(
  text: string,
  { start, end, evidence }: MentionCandidate,
  officeEnds: OfficeEnds,
): boolean {
  return officeEnds.has(start) && isTranscribed(text, start, end) && evidence.some(({ kind }) => kind === 'tagger');
}

/** 甘东 in 陕南、甘东: a part of a province, in a list with others. */
function isRegion(text: string, { start, end }: MentionCandidate): boolean {
  if (end - start !== 2 || !DIRECTION.test(text.charAt(start + 1))) return false;
  return REGION_BEFORE.test(text.slice(Math.max(0, start - 3), start)) || REGION_BEHIND.test(text.slice(end, end + 3));
}

const DIRECTION = /[东西南北中]/;
const REGION_BEFORE = /[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕甘青宁新][东西南北中]、$/;
const REGION_BEHIND = /^、[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕甘青宁新][东西南北中]/;

/** 刘老 before 总, 王太 before 夫人, 吴将 before 军: the last character begins what somebody is called. */
function endsWithTitle(text: string, { start, end }: MentionCandidate): boolean {
  if (end - start > 1 && (CALLED.test(text.slice(end - 1, end + 2)) || afterName.lengthAt(text, end - 1) > 1))
    return true;
  // 陶小姐 is 陶 with a title.
  return end - start > 2 && afterName.lengthBefore(text, end) === end - start - 1;
}

/** 周周见, 常常来: the surname twice is an adverb with a verb. */
function isDoubled(text: string, { start, end }: MentionCandidate): boolean {
  return end - start > 2 && text.charCodeAt(start) === text.charCodeAt(start + 1);
}

/** 葛藤叶 in 一篮子葛藤叶, but not 李白 in 一首李白的诗. */
function isCounted(text: string, { start, end, evidence }: MentionCandidate): boolean {
  const classifier = thingClassifiers.lengthBefore(text, start);
  if (classifier === 0 || evidence.some(({ kind }) => kind === 'dictionary')) return false;
  return COUNT.test(text.charAt(start - classifier - 1)) && !OF_PERSON.test(text.charAt(end));
}

/** 恩德 in 恩德轮, for whose being a person only its characters speak; the wheel in 轮流 is none. */
function isFirm(text: string, { end, evidence }: MentionCandidate): boolean {
  const length = afterFirm.lengthAt(text, end);
  if (length === 0 || evidence.some(({ kind }) => kind === 'dictionary' || kind === 'byline')) return false;
  return length > 1 || !isHan(text.charCodeAt(end + 1)) || /[码停已到抵驶由开]/.test(text.charAt(end + 1));
}

const COUNT = /[一二两三四五六七八九十几数每半整\d]/;
const OF_PERSON = /[的之画书诗文作写]/;

const CALLED = /^(?:老[总板爷师将先]|太夫人|太太|大[哥嫂娘妈爷叔伯]|小姐)/;

/** 青柳路 in 白石路、青柳路. */
function isStreetInList(text: string, { start, end }: MentionCandidate): boolean {
  const length = streetEndings.lengthBefore(text, end);
  if (length === 0) return false;
  if (text.charAt(start - 1) === '、' && streetEndings.lengthBefore(text, start - 1) > 0) return true;
  const next = NEXT_ITEM.exec(text.slice(end, end + LONGEST_STREET))?.[1];
  return next !== undefined && streetEndings.lengthBefore(next, next.length) > 0;
}

const LONGEST_STREET = 8;
const NEXT_ITEM = /^[、和]([^、，。；和]{2,})/;

/** 德州 in 别尔哥罗德州, 日本 in 11日本报讯. */
function isCutOff(text: string, { start, evidence }: MentionCandidate): boolean {
  return (
    evidence.some(({ kind }) => kind !== 'tagger') &&
    (isCutFromTranscription(text, start) || isCutFromNumber(text, start))
  );
}

/** 望云楼, 沈家沟, and 登上白石山. */
function isSight(text: string, { start, end }: MentionCandidate): boolean {
  if (end - start !== 3 || Math.max(afterName.lengthAt(text, end), doings.lengthAt(text, end)) > 0) return false;
  if (Math.max(buildingEndings.lengthBefore(text, end), monumentEndings.lengthBefore(text, end)) > 0) return true;
  if (text.charAt(start + 1) === '家' && settlementEndings.lengthBefore(text, end) > 0) return true;
  if (landscapeEndings.lengthBefore(text, end) === 0) return false;
  return beforePlace.lengthBefore(text, start) > 1 || afterLandscape.lengthAt(text, end) > 0;
}

/** In bits: a title or a byline outweighs it, a tagger alone does not. */
const PLACE_PENALTY = 5;
const CUT_PENALTY = 6;
/** A byline and a tagger outweigh it together. */
const WORD_PENALTY = 15;
