import { HIGH_CONFIDENCE, type MentionCandidate } from '../candidate';
import type { OfficeEnds } from '../offices/offices';
import { ENTITY_WORDS, isWordAt } from '../vocabulary';
import { isListedAsPlace } from '../places/placeEvidence';
import { endOfWords, hasNameContext, namesThing } from './nameContext';
import { nameMayEndAt } from './nameEnd';

/** 唐锦鲤 in 高唐锦鲤. */
export function cutsPlace({ start }: MentionCandidate, known: readonly MentionCandidate[]): boolean {
  return known.some(
    (place) => place.type === 'place' && place.start < start && place.end > start && place.score >= HIGH_CONFIDENCE,
  );
}

/**
 * Whether anything but its shape speaks for the name of a person. The tagger speaks for one, too, but not where what is after
 * the name is called by it.
 */
export function hasMoreThanShape(
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
  const isTorn = !nameMayEndAt(text, end) && isWordAt(text, end - 1);
  const hasTagger = evidence.some(({ kind }) => kind === 'tagger');
  if (hasNameContext(text, start, end, officeEnds))
    return !isTorn || hasTagger || officeEnds.has(endOfWords(text, start));
  if (namesThing(text, start, end)) return false;
  const margin = evidence.reduce((most, one) => (one.kind === 'tagger' ? Math.max(most, one.margin) : most), 0);
  if (ENTITY_WORDS.likeNames.lengthAt(text, start) === end - start && margin < LEAST_OF_WORD) return false;
  if (isListedAsPlace(text, start, end)) return false;
  return !isTagged || (!isTorn && score >= (isShort ? MERE_SHORT_SHAPE : MERE_SHAPE)) || hasTagger;
}

/** Margin from which on the tagger is believed that a word such as 鲍鱼 is a name. */
const LEAST_OF_WORD = 12;
/** From this score on, a shape is that of a name and of nothing else. */
const MERE_SHAPE = 11;
const MERE_SHORT_SHAPE = 11.5;
