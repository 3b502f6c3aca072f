import { isHan } from '../../../core/characters';
import { countryLettersIn } from './countryLetters';
import { HIGH_CONFIDENCE, type MentionCandidate } from '../candidate';
import { bitsOfSeams } from '../gazetteerNames';
import { ENTITY_WORDS, isCommonWord } from '../vocabulary';

const { worldPlaces, placeEndings, boundaries, notPlaces, sentenceWords } = ENTITY_WORDS;

/** Countries, regions, rivers and the like, and unknown places behind a known one: 常山县辉埠镇. */
export function placeNamesIn(text: string, known: readonly MentionCandidate[]): MentionCandidate[] {
  const found = [...known, ...countryLettersIn(text)];
  for (let at = 0; at < text.length; at++) {
    const length = worldPlaces.lengthAt(text, at);
    if (length === 0) continue;
    found.push(foundAt(text, at, at + length, 9 + 2 * length + bitsOfSeams(text, at, at + length)));
    at += length - 1;
  }
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

/** Where the name of a division ends that begins right behind its superior: one to four characters and 镇, 乡, 村. */
function divisionBelow(text: string, start: number): number | undefined {
  for (let at = start + 1; at <= start + 4; at++) {
    if (!isHan(text.charCodeAt(at - 1)) || boundaries.lengthAt(text, at - 1) > 0) return undefined;
    const ending = placeEndings.lengthAt(text, at);
    if (ending > 0 && !isWord(text, at - 1) && !isWord(text, at + ending - 1)) {
      const end = at + ending;
      return notPlaces.lengthAt(text, start) === end - start || holdsVerb(text, start, end) ? undefined : end;
    }
    if (at > start + 1 && isWord(text, at - 2)) return undefined;
  }
  return undefined;
}

const DIVISION = /[省市县区州旗镇乡]/;

/** 淮安推进镇街一级… */
function holdsVerb(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (sentenceWords.lengthAt(text, at) > 1) return true;
  return false;
}

function isWord(text: string, at: number): boolean {
  return isCommonWord(text.charCodeAt(at), text.charCodeAt(at + 1));
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
