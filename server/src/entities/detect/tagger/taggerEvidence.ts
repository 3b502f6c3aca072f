import { isChineseName, withNameDots } from '../../../core/names/shape';
import { isHan } from '../../../core/characters';
import { groupBy } from '../../../core/groups';
import { covers, overlaps } from '../../../core/span';
import { HIGH_CONFIDENCE, type MentionCandidate } from '../candidate';
import type { MentionType } from '../../model';
import type { TaggedSpan } from './tagger';
import type { OfficeEnds } from '../offices/offices';
import { isDescribed, isSupportedOrganisation } from '../organisations/organisationEvidence';
import { endOfWords } from '../persons/nameContext';
import { nameMayEndAt } from '../persons/nameEnd';
import { isSupportedPerson } from '../persons/nameEvidence';
import { isSupportedPlace } from '../places/placeEvidence';
import { tidySpans } from './tidySpans';
import { TAGGED_TYPES, type TaggedType } from './tags';
import { ENTITY_WORDS, isCommonWord, isPlaceLetter, isWordAt, surnameOdds } from '../vocabulary';

/** What a tagger says for or against a mention, in bits. */
const BITS = {
  /** Of a span that the tagger alone has found. */
  alone: { person: 8.5, place: 9, organisation: 9.5, office: 8.5 },
  /** For each unit of its margin, up to `MOST`. */
  margin: 0.35,
  /** Where it sees nothing. Of people's names it has seen too few for that to tell. */
  unseen: { person: 0, place: -2, organisation: -3, office: -2 },
  /** Shares of its strength that speak against a mention within an organisation, and against another reading. */
  part: 1,
  otherwise: 1.2,
  longer: 0.3,
} as const;
const MOST = 25;

/** Weighs mentions against what the tagger has found, and adds what only the tagger has. Both lists are in text order. */
export function weighedByTagger(
  text: string,
  found: readonly MentionCandidate[],
  spans: readonly TaggedSpan[],
  officeEnds: OfficeEnds,
): MentionCandidate[] {
  const tagged = tidySpans(text, spans, found);
  const confirmed = new Set<TaggedSpan>();
  let next = 0;
  const weighed = [...found]
    .sort((a, b) => a.start - b.start)
    .map((one) => {
      while ((tagged[next]?.end ?? Infinity) <= one.start) next++;
      let bits = 0;
      let isSeen = false;
      let margin: number | undefined;
      for (let at = next; at < tagged.length; at++) {
        const other = tagged[at];
        if (!other || other.start >= one.end) break;
        if (!overlaps(one, other)) continue;
        if (other.type === one.type && other.start === one.start && other.end === one.end) {
          confirmed.add(other);
          isSeen = true;
          margin = other.margin;
          bits = strength(other);
          break;
        }
        if (isFirstPart(one, other)) {
          isSeen = true;
          continue;
        }
        bits = Math.min(bits, bitsAgainst(one, other));
      }
      const score = one.score + (isSeen ? bits : Math.min(bits, unseen(one.type)));
      if (margin === undefined) return { ...one, score };
      const isCertain = isTitled(text, one, officeEnds);
      return {
        ...one,
        score: isCertain ? Math.max(score, HIGH_CONFIDENCE) : score,
        evidence: [...one.evidence, { kind: 'tagger', margin } as const],
      };
    });
  const alone = tagged
    .filter((one) => !confirmed.has(one) && !isDoubtful(text, one))
    .map((one) => taggedMention(text, one, isSupported(text, one, officeEnds)))
    .map((one) =>
      isFamiliar(text, one) || isCountryLetter(text, one) || isTitled(text, one, officeEnds)
        ? { ...one, score: Math.max(one.score, HIGH_CONFIDENCE) }
        : one,
    );
  return withWholeOrganisations(text, [...weighed, ...alone]);
}

/**
 * An office that does not end as offices do (补短板) or begins with a name (李明局长), or an organisation that begins with no part
 * of a name (广大政协) or is Latin text that belongs to no Chinese sentence.
 */
function isDoubtful(text: string, { type, start, end }: TaggedSpan): boolean {
  if (type === 'office') return !OFFICE_ENDING.test(text.slice(start, end)) || beginsWithName(text, start, end);
  if (type !== 'organisation') return false;
  if (isLatinText(text, start, end)) return true;
  return ENTITY_WORDS.boundaries.lengthAt(text, start) > 1 || NOT_WITHIN_ORGANISATION.test(text.slice(start, end));
}

function beginsWithName(text: string, start: number, end: number): boolean {
  const office = ENTITY_WORDS.offices.lengthBefore(text, end);
  const before = text.slice(start, end - office);
  if (office === 0 || !isChineseName(before) || ENTITY_WORDS.officeParts.lengthAt(before, 0) > 0) return false;
  return !isCommonWord(before.charCodeAt(0), before.charCodeAt(1)) && surnameOdds(before.charCodeAt(0)) >= LEAST_ODDS;
}

/** Of a surname that is hardly anything else. */
const LEAST_ODDS = 3;

/** Letters without a Chinese character: a name such as WTO, where Chinese text is beside them, and no word of a sentence. */
function isLatinText(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  if (HAN.test(name)) return false;
  return !LATIN_NAME.test(name) || !(HAN_BEFORE.test(text.slice(0, start)) || HAN_BEHIND.test(text.slice(end)));
}

const HAN = /\p{Script=Han}/u;
const LATIN_NAME = /^[A-Z][A-Za-z&-]*(?: [A-Z][A-Za-z&-]*){0,3}$/;
const HAN_BEFORE = /[\p{Script=Han}，。、；：！？“”‘’（）《》]$/u;
const HAN_BEHIND = /^[\p{Script=Han}，。、；：！？“”‘’（）《》]/u;
const NOT_WITHIN_ORGANISATION = /[、，。]|[（(][^（()）]*$/;
const OFFICE_ENDING =
  /(?:[长任记员师席理事裁监官委授工士表助管总书问]|负责人|发言人|代表人|召集人|主持人|合伙人|秘书人|专家)$(?<!党员)/;

/** Organisations that are certain outdo what their names begin with: 山西省 in 山西省残联. */
function withWholeOrganisations(text: string, weighed: readonly MentionCandidate[]): MentionCandidate[] {
  const parts = groupBy(weighed.filter(isPart), ({ start }) => start);
  return weighed.map((one) => {
    if (one.type !== 'organisation' || one.score < HIGH_CONFIDENCE) return one;
    const within = (parts.get(one.start) ?? []).filter(({ end }) => endsAsOrganisation(one, end));
    if (within.length === 0 || isDescribed(text, one.start, one.end)) return one;
    return { ...one, score: Math.max(one.score, ...within.map(({ score }) => score + 1)) };
  });
}

function isPart({ type, evidence }: MentionCandidate): boolean {
  if (type === 'place') return true;
  return type === 'organisation' && evidence.every((one) => one.kind === 'tagger' && one.margin < SURE);
}

function unseen(type: MentionType): number {
  return isTagged(type) ? BITS.unseen[type] : 0;
}

function isTagged(type: MentionType): type is TaggedType {
  return (TAGGED_TYPES as readonly MentionType[]).includes(type);
}

/**
 * What a different reading says against a mention: nothing, where it is but a letter of a known place (青藏高原); most, where
 * a place is only the beginning of an organisation's name;
 * little, where a person's name has but one character more than the tagger sees.
 */
function bitsAgainst(one: MentionCandidate, other: TaggedSpan): number {
  if (one.type === 'place' && other.type === 'place' && covers(one, other) && isWholePlace(one, other)) return 0;
  if (one.type === 'place' && other.type === 'organisation' && covers(other, one)) return -strength(other) * BITS.part;
  const isLonger = one.type === 'person' && other.type === 'person' && covers(one, other);
  return -strength(other) * (isLonger ? BITS.longer : BITS.otherwise);
}

/** 青藏高原 where the tagger sees but 青, and 北京街道 of the dictionaries where it sees 北京. */
function isWholePlace(one: MentionCandidate, other: TaggedSpan): boolean {
  if (other.end - other.start === 1) return one.end - one.start > 2;
  return one.evidence.some(({ kind }) => kind === 'dictionary') && /(?:[镇乡]|街道)$/.test(one.name);
}

/**
 * 山西省 in 山西省残联: a place with which the name of an organisation begins says nothing against it, nor does a part of it that
 * the tagger is not sure of (青岛电冰箱 in 青岛电冰箱总厂).
 */
function isFirstPart(one: MentionCandidate, other: TaggedSpan): boolean {
  if (one.type !== 'organisation' || one.start !== other.start) return false;
  if (other.type !== 'place' && (other.type !== 'organisation' || other.margin >= SURE)) return false;
  return endsAsOrganisation(one, other.end);
}

/** From this margin on, the tagger is right about where a name ends. */
const SURE = 16;

/** Whether a name ends as those of organisations do, after the part with which it begins, and not 北京公司, any of that city. */
function endsAsOrganisation({ start, name }: MentionCandidate, partEnd: number): boolean {
  const ending = ENTITY_WORDS.organisationEndings.lengthBefore(name, name.length);
  if (ending === 0 || partEnd > start + name.length - ending) return false;
  return !OF_ANY_PLACE.test(name.slice(partEnd - start));
}

/** What every place has. */
const OF_ANY_PLACE = /^(?:公司|集团|工厂|企业|银行|剧院|.?政府)$/;

function strength({ margin }: TaggedSpan): number {
  return BITS.margin * Math.min(margin, MOST);
}

/** Whether more than the tagger's opinion speaks for a mention. */
function isSupported(text: string, tagged: TaggedSpan, officeEnds: OfficeEnds): boolean {
  switch (tagged.type) {
    case 'person':
      return isSupportedPerson(text, tagged, officeEnds);
    case 'place':
      return isSupportedPlace(text, tagged);
    case 'organisation':
      return isSupportedOrganisation(text, tagged);
    case 'office':
      return (
        tagged.margin >= LEAST_OFFICE_MARGIN || ENTITY_WORDS.organisationEndings.lengthBefore(text, tagged.start) > 0
      );
  }
}

const LEAST_OFFICE_MARGIN = 8;

/** 港 in 港澳同胞: one character for a country or a city, which is not part of a word. */
function isCountryLetter(text: string, { type, start, end }: MentionCandidate): boolean {
  if (type !== 'place' || end - start > 1 || !isPlaceLetter(text.charAt(start))) return false;
  return !isWordAt(text, start) && !isWordAt(text, start - 1);
}

/** 科勒 in 总统科勒, and not 周二 in 总理周二晚: the tagger sees a name where one has to be. */
function isTitled(text: string, { type, start, end }: MentionCandidate, officeEnds: OfficeEnds): boolean {
  if (type !== 'person' || !officeEnds.has(endOfWords(text, start))) return false;
  return (
    /^\p{Script=Han}{2,}$/u.test(text.slice(start, end)) && !isWordAt(text, start) && !DAY.test(text.slice(start, end))
  );
}

const DAY = /^周[一二三四五六日末]/;

/** 老史, 侯老, 杜氏: a surname alone with a word by which somebody is called. */
function isFamiliar(text: string, { type, start, end }: MentionCandidate): boolean {
  if (type !== 'person' || end - start > 1 || surnameOdds(text.charCodeAt(start)) < 0) return false;
  if (/[老小]/.test(text.charAt(start - 1)) || /[老某]/.test(text.charAt(end))) return true;
  return text.charAt(end) === '氏' && (!isHan(text.charCodeAt(end + 1)) || nameMayEndAt(text, end + 1));
}

function taggedMention(text: string, tagged: TaggedSpan, isCertain: boolean): MentionCandidate {
  const { type, start, end, margin } = tagged;
  const score = BITS.alone[type] + strength(tagged);
  return {
    type,
    start,
    end,
    score: isCertain ? score : Math.min(score, HIGH_CONFIDENCE - 1),
    name: nameOf(text.slice(start, end), type),
    evidence: [{ kind: 'tagger', margin }],
    candidates: [],
  };
}

function nameOf(words: string, type: MentionType): string {
  const name = words.replace(/[ \u3000]/g, '');
  return type === 'person' ? withNameDots(name) : name;
}
