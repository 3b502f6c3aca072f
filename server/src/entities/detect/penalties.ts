import type { MentionCandidate } from './candidate';
import { isCutFromNumber, isCutFromTranscription } from './places/placeEvidence';
import { ENTITY_WORDS } from './vocabulary';

/**
 * What looks like a place (青溪县, 柳渡老街), a building (望云楼) or another word (马拉松) is hardly a person, unless more than its
 * shape speaks for one.
 */
export function withPenalty(text: string, one: MentionCandidate, knownPlaces: ReadonlySet<string>): MentionCandidate {
  if (one.type === 'place') return isCutOff(text, one) ? { ...one, score: one.score - CUT_PENALTY } : one;
  if (one.type !== 'person') return one;
  const { placeEndings, streetEndings, notNames, kindsOfPeople, offices } = ENTITY_WORDS;
  const length = one.end - one.start;
  if (Math.max(kindsOfPeople.lengthAt(text, one.start), offices.lengthAt(text, one.start)) === length)
    return { ...one, score: one.score - WORD_PENALTY };
  if (knownPlaces.has(`${one.start}-${one.end}`))
    return { ...one, score: one.score - (length > 2 ? WORD_PENALTY : PLACE_PENALTY) };
  if (notNames.lengthAt(text, one.start) >= length) return { ...one, score: one.score - WORD_PENALTY };
  if (isRegion(text, one) || endsWithTitle(text, one)) return { ...one, score: one.score - WORD_PENALTY };
  if (isSight(text, one)) return { ...one, score: one.score - WORD_PENALTY };
  const isPlaceShaped =
    placeEndings.lengthBefore(text, one.end) > 0 ||
    placeEndings.lengthAt(text, one.end) > 0 ||
    streetEndings.lengthAt(text, one.end) > 0;
  return isPlaceShaped ? { ...one, score: one.score - PLACE_PENALTY } : one;
}

/** 甘东 in 陕南、甘东: a part of a province, in a list with others. */
function isRegion(text: string, { start, end }: MentionCandidate): boolean {
  if (end - start !== 2 || !DIRECTION.test(text.charAt(start + 1))) return false;
  return REGION_BEFORE.test(text.slice(Math.max(0, start - 3), start)) || REGION_BEHIND.test(text.slice(end, end + 3));
}

const DIRECTION = /[东西南北中]/;
const REGION_BEFORE = /[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕甘青宁新][东西南北中]、$/;
const REGION_BEHIND = /^、[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕甘青宁新][东西南北中]/;

/** 刘老 before 总, 王太 before 夫人: the last character begins what somebody is called. */
function endsWithTitle(text: string, { start, end }: MentionCandidate): boolean {
  return end - start === 2 && CALLED.test(text.slice(end - 1, end + 2));
}

const CALLED = /^(?:老[总板爷师]|太夫人|太太|大[哥嫂娘妈爷叔伯]|小姐)/;

/** 德州 in 别尔哥罗德州, 日本 in 11日本报讯. */
function isCutOff(text: string, { start, evidence }: MentionCandidate): boolean {
  return (
    evidence.some(({ kind }) => kind !== 'tagger') &&
    (isCutFromTranscription(text, start) || isCutFromNumber(text, start))
  );
}

/** 望云楼, and 登上白石山. */
function isSight(text: string, { start, end }: MentionCandidate): boolean {
  const { buildingEndings, landscapeEndings, beforePlace, afterName, doings } = ENTITY_WORDS;
  if (end - start !== 3 || Math.max(afterName.lengthAt(text, end), doings.lengthAt(text, end)) > 0) return false;
  if (buildingEndings.lengthBefore(text, end) > 0) return true;
  return landscapeEndings.lengthBefore(text, end) > 0 && beforePlace.lengthBefore(text, start) > 1;
}

/** In bits: a title or a byline outweighs it, a tagger alone does not. */
const PLACE_PENALTY = 5;
const CUT_PENALTY = 6;
/** A byline and a tagger outweigh it together. */
const WORD_PENALTY = 15;
