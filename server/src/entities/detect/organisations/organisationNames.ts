import type { Span } from '../../../core/span';
import { readStoryOpening } from '../../../issue/byline';
import type { MentionCandidate } from '../candidate';
import { itemStart } from '../offices/offices';
import { isDescribed, isGeneric } from './organisationEvidence';
import { ENTITY_WORDS, isCommonWord } from '../vocabulary';

const { organisations, properOrganisations, organisationEndings, boundaries } = ENTITY_WORDS;

/** A name that says itself, even where the tagger has not seen it. */
const PROPER_NAME = 13;

/** What the name of an organisation begins with where it does not begin with a place: 市发改委, 中国作协, 全国妇联. */
const BEGINNING = /(?:中共|中国|全国|国家|中央|国际|世界|[省市县区州乡镇村]|省级)/y;

/** 北京公司 is any one of that city. */
const GENERIC = /^(?:公司|集团|工厂|企业|银行|剧院)$/;

/** Longer runs of characters are no names. */
const LONGEST = 30;

/** Organisations by their whole names, or by an ending (局, 公司) after a place or another beginning. May overlap. */
export function organisationNamesIn(text: string, places: readonly Span[]): MentionCandidate[] {
  const from = readStoryOpening(text)?.dateline.span.end ?? 0;
  const placeStarts = startsOfNames(text, places);
  const placeEnds = new Set(places.map(({ end }) => end));
  const found: MentionCandidate[] = [];
  for (let at = 0; at < text.length; at++) {
    const known = organisations.lengthAt(text, at);
    if (known > 0)
      found.push(foundAt(text, { start: at, end: at + known }, isProper(text, at, known) ? PROPER_NAME : 11));
    const ending = organisationEndings.lengthAt(text, at);
    if (ending === 0 || (placeEnds.has(at) && GENERIC.test(text.slice(at, at + ending)))) continue;
    const end = at + ending;
    const start = beginning(text, Math.max(itemStart(text, end, at), end - LONGEST, from), at, placeStarts);
    if (
      start !== undefined &&
      !isSentence(text, start, at) &&
      !isDescribed(text, start, end) &&
      !isGeneric(text, start, end) &&
      !isCommonWord(text.charCodeAt(end - 1), text.charCodeAt(end))
    )
      found.push(foundAt(text, { start, end }, (placeStarts.has(start) ? 13 : 11) + Math.min(3, (end - start) / 4)));
  }
  return found;
}

function isProper(text: string, at: number, length: number): boolean {
  return properOrganisations.lengthAt(text, at) === length;
}

/** Where the places are with which a name may begin: not 河南省 in 河南省郑州市公安局, above another place. */
function startsOfNames(text: string, places: readonly Span[]): ReadonlySet<number> {
  const named = places.filter(({ start, end }) => end - start > 1);
  const starts = new Set(named.map(({ start }) => start));
  const above = named.filter(({ end }) => starts.has(end) && DIVISION.test(text.charAt(end - 1)));
  for (const { start } of above) starts.delete(start);
  return starts;
}

const DIVISION = /[省市县区州盟旗]/;

/** The first place within the run at which a name may begin. */
function beginning(text: string, from: number, to: number, placeStarts: ReadonlySet<number>): number | undefined {
  const quoted = from + text.slice(from, to).lastIndexOf('”');
  for (let at = quoted + 1; at < to; at++) {
    BEGINNING.lastIndex = at;
    if (placeStarts.has(at) || organisations.lengthAt(text, at) > 0) return at;
    if (BEGINNING.test(text) && BEGINNING.lastIndex <= to + 1) return at;
  }
  return undefined;
}

/** Whether it contains a word of two characters or more that no name has: 举行, 提出. */
function isSentence(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) if (boundaries.lengthAt(text, at) > 1) return true;
  return false;
}

function foundAt(text: string, span: Span, score: number): MentionCandidate {
  return {
    ...span,
    type: 'organisation',
    score,
    name: text.slice(span.start, span.end),
    evidence: [{ kind: 'shape' }],
    candidates: [],
  };
}
