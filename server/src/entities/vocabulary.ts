import commonWords from '../../../dictionaries/common-words.json';
import words from '../../../dictionaries/entity-words.json';
import nameCharacters from '../../../dictionaries/name-characters.json';
import surnames from '../../../dictionaries/surnames.json';
import { VOCABULARY } from '../issue/vocabulary';
import { createWordFinder } from './wordFinder';

const COMMON: Readonly<Record<string, string>> = commonWords;

/** The words by which names are known (dictionaries/entity-words.json), made ready for matching once. */
export const ENTITY_WORDS = {
  offices: createWordFinder(words.offices),
  /** What may stand before the core of an office: 副, 常务, 财务部, 党委. */
  officeParts: createWordFinder([...words.officeModifiers, ...words.officeDepartments]),
  beforeName: createWordFinder([...words.wordsBeforeName, ...VOCABULARY.bylineTitles]),
  bylineTitles: createWordFinder(VOCABULARY.bylineTitles),
  afterName: createWordFinder(words.afterName),
  verbsAfterName: createWordFinder(words.verbsAfterName),
  boundaries: createWordFinder(words.boundaries),
  organisations: createWordFinder(words.organisations),
  organisationEndings: createWordFinder(words.organisationEndings),
  worldPlaces: createWordFinder(words.worldPlaces),
  placeEndings: createWordFinder(words.placeEndings),
  compoundSurnames: new Set(surnames.compound),
  transliteration: new Set(words.transliteration),
} as const;

/** How much oftener a character begins a Chinese person's name than it stands elsewhere, as log2; undefined where never. */
export function surnameOdds(character: string): number | undefined {
  return SURNAME_ODDS.get(character) ?? (SURNAMES.has(character) ? (isCommonCharacter(character) ? -3 : 4) : undefined);
}

/** The same of the second and third character of such names. What no known name has speaks against one. */
export function givenOdds(character: string): number {
  return GIVEN_ODDS.get(character) ?? (isCommonCharacter(character) ? UNHEARD_OF : 0);
}

/** Whether two characters are one of the commonest words of the language. */
export function isCommonWord(pair: string): boolean {
  const seconds = COMMON[pair.charAt(0)];
  return seconds !== undefined && pair.length === 2 && seconds.includes(pair.charAt(1));
}

const UNHEARD_OF = -4;
const GIVEN_ODDS = oddsOf(nameCharacters.given);
const SURNAMES = new Set(surnames.single);
const SURNAME_ODDS = oddsOf(nameCharacters.surname);

/** Whether common words begin with the character. A rare one that no known name has says nothing either way. */
function isCommonCharacter(character: string): boolean {
  return COMMON[character] !== undefined;
}

function oddsOf(tiers: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  const odds = new Map<string, number>();
  for (const [tier, characters] of Object.entries(tiers))
    for (const character of characters) odds.set(character, Number(tier));
  return odds;
}
