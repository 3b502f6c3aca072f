import words from './words.json';

/** Any of these; the longest first, so that 书记处书记 is not taken for 书记. */
const anyOf = (list: readonly string[]): string => [...list].sort((one, other) => other.length - one.length).join('|');

/** The office at the end of some words: 副局长, 党组书记, 代市长. */
export const OFFICE = new RegExp(
  `代?(?:(?:党组|党委)(?:第一)?)?(?:代|常务|第[一二]|执行|名誉)?副?(?:${anyOf(words.heads)})(?:助理)?$`,
);
/** 市长, 代县长, 省长助理: an office that names the level of its division. */
export const GOVERNMENT_HEAD = new RegExp(`^(?:代|常务|第[一二])?副?(?:${anyOf(words.governmentHeads)})(?:助理)?$`);
export const PARTY_ORGAN = new RegExp(`^(?:${anyOf(words.partyOrgans)})`);
export const CENTRAL = new RegExp(`^(?:${anyOf(words.centralOpenings)})`);
/** What an organ of a division ends in: 局, 管委会. */
export const LOCAL = new RegExp(`(?:${anyOf(words.localEndings)})$`);
/** What people belonged to before their life was public: a class, a workshop, a brigade. */
export const PRIVATE = new RegExp(`(?<!办公|研究|办事|[集兵])(?:${anyOf(words.privateParts)})$`);
/** Words that begin with a level and do not mean it: 市场. */
export const NOT_LEVEL = new RegExp(`^(?:${anyOf(words.notOrgans)})`);
export const MINISTRIES: ReadonlySet<string> = new Set(words.ministries);
