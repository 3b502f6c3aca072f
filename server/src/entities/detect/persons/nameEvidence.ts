import { isDottedName, isChineseName } from '../../../core/names/shape';
import { surnameLengthAt } from '../../../core/names/surnames';
import { isBlank } from '../../../core/characters';
import { HIGH_CONFIDENCE, type MentionCandidate } from '../candidate';
import type { OfficeEnds } from '../offices/offices';
import { isBesidePlaceWords, isListedAsPlace } from '../places/placeEvidence';
import type { TaggedSpan } from '../tagger/tagger';
import { ENTITY_WORDS, isCommonWord, isTranscribed } from '../vocabulary';
import { hasNameContext, namesThing } from './nameContext';

const { beforeName, transliteration, afterPlace, worldPlaces } = ENTITY_WORDS;

/** Margins from which on the tagger is believed without more evidence, by the shape of the name. */
const MARGIN = { chinese: 7, transcribed: 4, other: 10 } as const;

/** Whether more than the tagger's opinion speaks for the name of a person, or it is very sure. */
export function isSupportedPerson(text: string, { start, end, margin }: TaggedSpan, officeEnds: OfficeEnds): boolean {
  const name = text.slice(start, end);
  if (isDottedName(name)) return true;
  const hasContext = hasNameContext(text, start, end, officeEnds);
  if (end - start === 1 || hasContext) return true;
  if (namesThing(text, start, end) || isPhrase(text, start, end)) return false;
  if (isTranscribed(text, start, end)) {
    if (isListedAsPlace(text, start, end) || isWithinTranscription(text, start, end)) return false;
    return margin >= MARGIN.transcribed && !isBesidePlaceWords(text, start, end);
  }
  if (end - start > 2 + Math.max(1, surnameLengthAt(name, 0)) && holdsWord(text, start, end)) return false;
  if (isCommonWord(text.charCodeAt(start), text.charCodeAt(start + 1))) return false;
  return margin >= (isChineseName(name) ? MARGIN.chinese : MARGIN.other);
}

/** 德莱斯 in 艾德莱斯绸, 米哈洛夫 in 米哈洛夫采市. */
function isWithinTranscription(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const isBegun =
    transliteration.has(before) &&
    before !== '于' &&
    Math.max(beforeName.lengthBefore(text, start), worldPlaces.lengthBefore(text, start)) === 0 &&
    !isCommonWord(text.charCodeAt(start - 2), text.charCodeAt(start - 1));
  return isBegun || (transliteration.has(text.charAt(end)) && afterPlace.lengthAt(text, end + 1) > 0);
}

/** 于新春首个工作日: a preposition that is a surname, and a word. */
function isPhrase(text: string, start: number, end: number): boolean {
  return (
    end - start === 3 &&
    /[于和向应是]/.test(text.charAt(start)) &&
    isCommonWord(text.charCodeAt(start + 1), text.charCodeAt(start + 2))
  );
}

/** 金光灿灿, 封山育林: words rather than the name of somebody of another people. */
function holdsWord(text: string, start: number, end: number): boolean {
  for (let at = start; at + 1 < end; at++) {
    const [one, next] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
    if (one === next || isCommonWord(one, next)) return true;
  }
  return false;
}

/**
 * Keeps names that only their shape speaks for from high confidence, unless they are in a list with others. `isSupported`
 * answers whether anything else speaks for a name.
 */
export function withoutMereShapes(
  text: string,
  found: readonly MentionCandidate[],
  isSupported: (one: MentionCandidate) => boolean,
): MentionCandidate[] {
  const supported = found.map((one) => one.type !== 'person' || isSupported(one));
  const inList = (at: number, other: number): boolean => {
    const [one, next] = at < other ? [found[at], found[other]] : [found[other], found[at]];
    if (!one || !next || one.type !== 'person' || next.type !== 'person' || !supported[other]) return false;
    return (found[other]?.score ?? 0) >= HIGH_CONFIDENCE && isListMark(text, one.end, next.start);
  };
  for (let at = 0; at < found.length; at++) supported[at] ||= inList(at, at - 1);
  for (let at = found.length - 1; at >= 0; at--) supported[at] ||= inList(at, at + 1);
  return found.map((one, at) =>
    supported[at] || one.score < HIGH_CONFIDENCE ? one : { ...one, score: HIGH_CONFIDENCE - 1 },
  );
}

/** Whether there is but 、 or blanks between two names. */
function isListMark(text: string, from: number, to: number): boolean {
  if (to - from === 1 && text.charAt(from) === '、') return true;
  if (to === from || to - from > 3) return false;
  for (let at = from; at < to; at++) if (!isBlank(text.charCodeAt(at))) return false;
  return true;
}
