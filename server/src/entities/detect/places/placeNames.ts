import { isHan } from '../../../core/characters';
import type { Span } from '../../../core/span';
import { countryLettersIn } from './countryLetters';
import { HIGH_CONFIDENCE, type MentionCandidate } from '../candidate';
import { bitsOfSeams } from '../gazetteerNames';
import { ENTITY_WORDS, isWordAt } from '../vocabulary';

const { worldPlaces, placeEndings, boundaries, notPlaces, sentenceWords, letterPairs } = ENTITY_WORDS;

/** Countries, regions, rivers and the like, and unknown places after a known one: 常山县辉埠镇. */
export function placeNamesIn(text: string, known: readonly MentionCandidate[]): MentionCandidate[] {
  const found = [...known.filter((one) => !isLetterPair(text, one)), ...countryLettersIn(text)];
  for (let at = 0; at < text.length; at++) {
    const length = worldPlaces.lengthAt(text, at);
    if (length === 0) continue;
    const place = foundAt(text, at, at + length, 9 + 2 * length + bitsOfSeams(text, at, at + length));
    if (!isLetterPair(text, place)) found.push(place);
    at += length - 1;
  }
  const knownEnds = new Set(known.map(({ end }) => end));
  for (const [at, one] of found.entries())
    if (knownEnds.has(one.start) && TOWN.test(one.name)) found[at] = { ...one, score: one.score + BELOW_KNOWN };
  const ends = new Set(found.filter(({ score }) => score >= HIGH_CONFIDENCE).map(({ end }) => end));
  for (const end of ends) {
    // 金堂县 in 成都市金堂县 is below 成都市, not below 成都.
    if (ends.has(end + 1) && DIVISION.test(text.charAt(end))) continue;
    const below = divisionBelow(text, end);
    if (below === undefined) continue;
    found.push(foundAt(text, end, below, 13));
    ends.add(below);
  }
  return found;
}

/** 中非 in 中非合作, which is China and Africa. */
function isLetterPair(text: string, { start, end }: Span): boolean {
  const words = letterPairs.get(text.slice(start, end));
  return words !== undefined && !words.some((word) => text.startsWith(word, end));
}

/** Where the name of a division ends that begins right after its superior: one to four characters and 镇, 乡, 村. */
function divisionBelow(text: string, start: number): number | undefined {
  for (let at = start + 1; at <= start + 4; at++) {
    if (!isHan(text.charCodeAt(at - 1)) || boundaries.lengthAt(text, at - 1) > 0) return undefined;
    const ending = placeEndings.lengthAt(text, at);
    if (ending > 0 && !isWordAt(text, at - 1) && !isWordAt(text, at + ending - 1)) {
      const longer = TOWN_ENDING.exec(text.slice(at + ending, at + ending + 2))?.[0].length ?? 0;
      const end = at + ending + longer;
      return notPlaces.lengthAt(text, start) === end - start || holdsVerb(text, start, end) ? undefined : end;
    }
    if (at > start + 1 && isWordAt(text, at - 2)) return undefined;
  }
  return undefined;
}

/** 北京街道 after 越秀区 is a street there, and not 北京. */
const TOWN = /.(?:[镇乡]|街道)$/;
const BELOW_KNOWN = 8;
/** 锁金村街道: a village that has become a street. */
const TOWN_ENDING = /^(?:街道|社区|[镇乡])/;
const DIVISION = /[省市县区州旗镇乡]/;

/** 淮安推进镇街一级… */
function holdsVerb(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (sentenceWords.lengthAt(text, at) > 1) return true;
  return false;
}

function foundAt(text: string, start: number, end: number, score: number): MentionCandidate {
  return {
    type: 'place',
    start,
    end,
    score,
    name: text.slice(start, end),
    evidence: [{ kind: 'shape' }],
    candidates: [],
  };
}
