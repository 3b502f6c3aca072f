import { textOf } from '../../core/span';
import { wholeCharacters } from '../../core/wholeCharacters';
import type { Gazetteer } from '../../gazetteer/model';
import { withoutAddresses } from './addresses';
import { dictionaryNames, namesakesIn, withoutBuildings } from './gazetteerNames';
import { foreignNamesIn } from './persons/foreignNames';
import { MEDIUM_CONFIDENCE, HIGH_CONFIDENCE, withoutOverlaps, type MentionCandidate } from './candidate';
import { ownNamesIn } from './ownNames';
import { officesIn, officeTitleBefore, type OfficeEnds, type OfficeSurroundings } from './offices/offices';
import { organisationNamesIn } from './organisations/organisationNames';
import { personNamesIn } from './persons/chineseNames';
import { hasNameContext, namesThing } from './persons/nameContext';
import { nameMayEndAt } from './persons/nameEnd';
import { withoutMereShapes } from './persons/nameEvidence';
import { isCutFromNumber, isCutFromTranscription } from './places/placeEvidence';
import { placeNamesIn } from './places/placeNames';
import { excludeSetPhrases } from './setWords';
import type { Tagger } from './tagger/tagger';
import { weighedByTagger } from './tagger/taggerEvidence';
import { ENTITY_WORDS, isCommonWord } from './vocabulary';

/** What mentions are found with; without dictionaries and tagger the words and shapes of the page itself remain. */
export interface MentionResources {
  readonly gazetteer?: Gazetteer | undefined;
  readonly tagger?: Tagger | undefined;
}

/** The mentions that a text shows by itself, in text order and without overlaps. Spans are into the text. */
export function mentionsInText(text: string, { gazetteer, tagger }: MentionResources): readonly MentionCandidate[] {
  const matches = gazetteer ? withoutBuildings(gazetteer.namesIn(text), text, gazetteer) : [];
  const offices = officesIn(text);
  const officeEnds = new Map(offices.map(({ start, end }) => [end, start]));
  const known = gazetteer ? dictionaryNames(text, matches, gazetteer) : [];
  const places = placeNamesIn(
    text,
    known.filter(({ type }) => type === 'place'),
  );
  const namesakes = namesakesIn(matches);
  const found: MentionCandidate[] = [
    ...personNamesIn(text, { officeEnds, support: namesakes.support }),
    ...foreignNamesIn(text, officeEnds),
    ...places,
    ...known.filter(({ type }) => type === 'organisation'),
    ...organisationNamesIn(text, places),
    ...offices.map((span): MentionCandidate => ({
      ...span,
      type: 'office',
      score: HIGH_CONFIDENCE,
      name: text.slice(span.start, span.end),
      evidence: [{ kind: 'shape' }],
      candidates: [],
    })),
  ];
  const weighed = tagger ? weighedByTagger(text, found, tagger.tag(text), officeEnds) : found;
  const knownPlaces = new Set(
    [...places].filter(({ score }) => score >= HIGH_CONFIDENCE).map(({ start, end }) => `${start}-${end}`),
  );
  const plausible = weighed
    .map((one) => withPlacePenalty(text, withWholeCharacters(text, one), knownPlaces))
    .filter(({ score }) => score >= MEDIUM_CONFIDENCE);
  const own = gazetteer ? ownNamesIn(text, matches, gazetteer) : [];
  const named = excludeSetPhrases(text, withoutAddresses(text, plausible), matches, gazetteer);
  const chosen = withoutMereShapes(
    text,
    withoutOverlaps([...own, ...named]),
    (one) => !cutsPlace(one, known) && hasMoreThanShape(text, one, officeEnds, tagger !== undefined),
  );
  const isInName = nameCharacters(text, places);
  let from = 0;
  return chosen.map((one) => {
    const known = namesakes.named(one);
    if (one.type !== 'person') return known;
    const person = titled(text, known, officeEnds, { from, isInName });
    if (one.score >= HIGH_CONFIDENCE) from = one.end;
    return person;
  });
}

/** 唐锦鲤 in 高唐锦鲤. */
function cutsPlace({ start }: MentionCandidate, known: readonly MentionCandidate[]): boolean {
  return known.some(
    (place) => place.type === 'place' && place.start < start && place.end > start && place.score >= HIGH_CONFIDENCE,
  );
}

/**
 * Whether anything but its shape speaks for the name of a person. The tagger speaks for one, too, but not where what is behind
 * the name is called by it.
 */
function hasMoreThanShape(
  text: string,
  { start, end, score, evidence }: MentionCandidate,
  officeEnds: OfficeEnds,
  isTagged: boolean,
): boolean {
  const isShort = end - start === 2;
  // Officials are named 张力 and 高峰, too.
  const isKnown = evidence.some(
    ({ kind }) => kind === 'byline' || (kind === 'dictionary' && (!isShort || score >= MERE_SHORT_SHAPE)),
  );
  if (end - start === 1 || isKnown) return true;
  if (hasNameContext(text, start, end, officeEnds)) return true;
  if (namesThing(text, start, end)) return false;
  const margin = evidence.reduce((most, one) => (one.kind === 'tagger' ? Math.max(most, one.margin) : most), 0);
  if (ENTITY_WORDS.likeNames.lengthAt(text, start) === end - start && margin < LEAST_OF_WORD) return false;
  const isTorn = !nameMayEndAt(text, end) && isCommonWord(text.charCodeAt(end - 1), text.charCodeAt(end));
  return (
    !isTagged ||
    (!isTorn && score >= (isShort ? MERE_SHORT_SHAPE : MERE_SHAPE)) ||
    evidence.some(({ kind }) => kind === 'tagger')
  );
}

/** Names are read by code units of the basic plane; one that ends within a rarer character (陈小𠮷) has all of it. */
function withWholeCharacters(text: string, one: MentionCandidate): MentionCandidate {
  const whole = wholeCharacters(text, one);
  return whole === one ? one : { ...whole, name: textOf(text, whole).replace(/[ \u3000]/g, '') };
}

/**
 * What looks like a place (青溪县, 柳渡老街), a building (望云楼) or another word (马拉松) is hardly a person, unless more than its
 * shape speaks for one.
 */
function withPlacePenalty(text: string, one: MentionCandidate, knownPlaces: ReadonlySet<string>): MentionCandidate {
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
/** Margin from which on the tagger is believed that a word such as 鲍鱼 is a name. */
const LEAST_OF_WORD = 12;
/** From this score on, a shape is that of a name and of nothing else. */
const MERE_SHAPE = 11;
const MERE_SHORT_SHAPE = 11.5;
/** A byline and a tagger outweigh it together. */
const WORD_PENALTY = 15;

/** A person with the words of office before the name, which begin behind the person before. */
function titled(
  text: string,
  person: MentionCandidate,
  officeEnds: OfficeEnds,
  surroundings: OfficeSurroundings,
): MentionCandidate {
  let end = person.start;
  while (end > 0 && /[\s　]/.test(text.charAt(end - 1))) end--;
  const before = officeTitleBefore(text, end, officeEnds, surroundings);
  if (!before) return person;
  const words = text.slice(before.start, end);
  return { ...person, officeTitle: words, evidence: [{ kind: 'title', text: words }, ...person.evidence] };
}

/** Which characters of a text belong to the names of places of two characters or more. */
function nameCharacters(text: string, places: readonly MentionCandidate[]): (at: number) => boolean {
  const taken = new Uint8Array(text.length);
  for (const { start, end, score } of places)
    if (end - start > 1 && score >= HIGH_CONFIDENCE) taken.fill(1, start, end);
  return (at) => taken[at] === 1;
}
