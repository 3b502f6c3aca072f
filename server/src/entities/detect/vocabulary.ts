import commonWords from '../../../../dictionaries/lexicons/common-words.json';
import words from '../../../../dictionaries/lexicons/entity-words.json';
import notNames from '../../../../dictionaries/lexicons/not-names.json';
import notPlaces from '../../../../dictionaries/lexicons/not-places.json';
import nameCharacters from '../../../../dictionaries/models/name-characters.json';
import pageWords from '../../../../dictionaries/lexicons/page-words.json';
import sentenceWords from '../../../../dictionaries/lexicons/sentence-words.json';
import wordsLikeNames from '../../../../dictionaries/lexicons/words-like-names.json';
import { SINGLE_SURNAMES } from '../../core/names/surnames';
import { VOCABULARY } from '../../issue/vocabulary';
import { createWordFinder } from './wordFinder';

/** The unified Han characters of the basic plane. */
const HAN = { first: 0x4e00, count: 0x5200 } as const;

const COMMON: Readonly<Record<string, string>> = commonWords;

/** The words by which names are known (dictionaries/lexicons/entity-words.json), made ready for matching once. */
export const ENTITY_WORDS = {
  offices: createWordFinder(words.offices),
  /** What may be before the core of an office: 副, 常务, 财务部, 党委. */
  officeParts: createWordFinder([...words.officeModifiers, ...words.officeDepartments]),
  /** 卫星, 万公顷: words that have the shape of a name. */
  likeNames: createWordFinder([...wordsLikeNames.words.split(' '), ...words.nounsLikeNames]),
  /** 马拉松, 黄鹤楼: words that look like the name of a person, and name something else. */
  notNames: createWordFinder(notNames.words.split(' ')),
  /** 美食街, 产粮大县: nouns that look like the name of a place. */
  notPlaces: createWordFinder(notPlaces.words.split(' ')),
  /** 壮志凌云: idioms that hold what looks like a name. */
  idioms: createWordFinder(notNames.idioms.split(' ')),
  beforeName: createWordFinder([...words.wordsBeforeName, ...VOCABULARY.bylineTitles]),
  /** 选手, 妻子: what a person is, before the name. */
  kindsOfPeople: createWordFinder(words.kindsOfPeople),
  bylineTitles: createWordFinder(VOCABULARY.bylineTitles),
  afterName: createWordFinder(words.afterName),
  verbsAfterName: createWordFinder([...words.verbsAfterName, ...pageWords.attendance, ...pageWords.reportingVerbs]),
  /** What only people do: 说, 表示, 出席. */
  doings: createWordFinder([...pageWords.attendance, ...pageWords.reportingVerbs, ...words.doings]),
  boundaries: createWordFinder(words.boundaries),
  /** 牢记, 聘请: verbs and the like that no name of an organisation or an office holds. */
  sentenceWords: createWordFinder(sentenceWords.words.split(' ')),
  /** 由, 向: what is before an office, and is no part of it; also after a name, and hardly its last character. */
  coverbs: new Set(words.coverbs),
  /** Those that no name holds, whatever follows. */
  coverbsAnywhere: new Set(words.coverbsAnywhere),
  /** 蹲, 站: verbs of one character that are no last characters of names before 在 or 着. */
  postures: new Set(words.postures),
  /** 逆, 匪: what papers of the time called an enemy, after the surname. */
  epithets: new Set(words.epithets),
  /** 也, 都: adverbs of one character, which are no last characters of names before a Chinese word. */
  adverbs: new Set(words.adverbs),
  /** Verbs right after which an office stands: 聘请. */
  beforeOffice: createWordFinder(sentenceWords.beforeOffice.split(' ')),
  organisations: createWordFinder([...words.organisations, ...words.properOrganisations]),
  /** 新华社: names of one organisation, as opposed to 议会. */
  properOrganisations: createWordFinder(words.properOrganisations),
  organisationEndings: createWordFinder(words.organisationEndings),
  /** 公司, 大学: kinds of organisations that say nothing after the name of a country. */
  genericOrganisations: createWordFinder(words.genericOrganisations),
  /** 著名, 派队: with one of these, what ends as an organisation is any of a kind, or a sentence. */
  notInOrganisations: createWordFinder(words.notInOrganisations),
  worldPlaces: createWordFinder([...words.worldPlaces, ...words.worldCities]),
  /** 阿姆斯特丹: has one university by its name, as a country does not. */
  worldCities: createWordFinder(words.worldCities),
  placeEndings: createWordFinder(words.placeEndings),
  streetEndings: createWordFinder(words.streetEndings),
  /** 楼, 阁: hardly a last character of names. */
  buildingEndings: createWordFinder(words.buildingEndings),
  /** 宫, 陵: the same, though places are called so, too (铜陵). */
  monumentEndings: createWordFinder(words.monumentEndings),
  /** 沟, 坪: last characters of settlements that are called after a family: 杨家沟. */
  settlementEndings: createWordFinder(words.settlementEndings),
  /** 山, 亭: last characters of names, too. */
  landscapeEndings: createWordFinder(words.landscapeEndings),
  /** 南麓, 景区: after the name of a mountain or a river. */
  afterLandscape: createWordFinder(words.afterLandscape),
  /** 制药, 轮: after the name of a firm or a ship. */
  afterFirm: createWordFinder(words.afterFirm),
  /** 首, 篮子: what things are counted by, and people are not. */
  thingClassifiers: createWordFinder(words.thingClassifiers),
  beforePlace: createWordFinder(words.beforePlace),
  afterPlace: createWordFinder(words.afterPlace),
  /** 高速公路, 台风: what is called by a name that is not a person's. */
  afterThings: createWordFinder(words.afterThings),
  /** 水库, 企业: what a list ends with whose items are no people. */
  listedThings: createWordFinder(words.listedThings),
  setWords: createWordFinder(words.setWords),
  japaneseSurnames: createWordFinder(words.japaneseSurnames),
  countryLetters: new Set(words.countryLetters),
  /** 中美, 中非: two countries rather than a word or a region, unless one of these words follows. */
  letterPairs: new Map<string, readonly string[]>(Object.entries(words.letterPairs)),
  residenceLetters: new Set(words.residenceLetters),
  beforeCountry: createWordFinder(words.beforeCountry),
  afterCountry: createWordFinder(words.afterCountry),
  afterCountries: createWordFinder(words.afterCountries),
  /** After 以, which is a preposition more often than a country. */
  afterIsrael: createWordFinder(words.afterIsrael),
  /** 港人: words that begin with a place. */
  afterResidence: createWordFinder(words.afterResidence),
  transliteration: VOCABULARY.transliteration,
} as const;

/**
 * How much oftener a character, given by its code unit, begins a Chinese person's name than it occurs elsewhere, as
 * log2; `IMPOSSIBLE_ODDS` where no name begins with it.
 */
export function surnameOdds(code: number): number {
  return SURNAME_ODDS[code] ?? IMPOSSIBLE_ODDS;
}

/** The same of the second and third character of such names. What no known name has speaks against one. */
export function givenOdds(code: number): number {
  return GIVEN_ODDS[code] ?? IMPOSSIBLE_ODDS;
}

/** Whether two characters, given by their code units, are one of the most common words of the language. */
export function isCommonWord(first: number, second: number): boolean {
  return COMMON_WORDS.has(pairOf(first, second));
}

const IMPOSSIBLE_ODDS = -100;

/** Odds of common characters that no known name has; of rare ones nothing is known either way. */
const UNHEARD_OF = { common: -4, rare: 0 };
/** Odds of surnames that no known name has. */
const RARE_SURNAME = { common: -3, rare: 4 };

const COMMON_WORDS = new Set(
  Object.entries(COMMON).flatMap(([first, seconds]) =>
    Array.from(seconds, (second) => pairOf(first.charCodeAt(0), second.charCodeAt(0))),
  ),
);
const SURNAME_ODDS = surnameTable();
const GIVEN_ODDS = givenTable();

/** Within the range of small integers, which are compared fastest. */
function pairOf(first: number, second: number): number {
  return (first - HAN.first) * HAN.count + second - HAN.first;
}

function surnameTable(): Int8Array {
  const table = new Int8Array(0x10000).fill(IMPOSSIBLE_ODDS);
  for (const surname of SINGLE_SURNAMES)
    table[surname.charCodeAt(0)] = RARE_SURNAME[isCommonCharacter(surname) ? 'common' : 'rare'];
  setOdds(table, nameCharacters.surname);
  return table;
}

function givenTable(): Int8Array {
  const table = new Int8Array(0x10000).fill(UNHEARD_OF.rare);
  for (const character of Object.keys(COMMON)) table[character.charCodeAt(0)] = UNHEARD_OF.common;
  setOdds(table, nameCharacters.given);
  return table;
}

/** A character is common where common words begin with it. */
export function isCommonCharacter(character: string): boolean {
  return COMMON[character] !== undefined;
}

function setOdds(table: Int8Array, tiers: Readonly<Record<string, string>>): void {
  for (const [tier, characters] of Object.entries(tiers))
    for (const character of characters) table[character.charCodeAt(0)] = Number(tier);
}

/** Whether every character from `start` up to `end` is one that foreign names are transcribed with. */
export function isTranscribed(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!ENTITY_WORDS.transliteration.has(text.charAt(at))) return false;
  return true;
}

/** Whether a character alone can name a country or a city: 中, 沪. */
export function isPlaceLetter(character: string): boolean {
  return ENTITY_WORDS.countryLetters.has(character) || ENTITY_WORDS.residenceLetters.has(character);
}

/** Whether the two characters at a place are a common word: 中国, 美丽. */
export function isWordAt(text: string, at: number): boolean {
  return isCommonWord(text.charCodeAt(at), text.charCodeAt(at + 1));
}
