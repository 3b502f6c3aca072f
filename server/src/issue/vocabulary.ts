import words from '../../../dictionaries/lexicons/page-words.json';
import entityWords from '../../../dictionaries/lexicons/entity-words.json';
import type { PersonRole } from './model';

const roles = new Map(Object.entries(words.bylineRoles) as [string, PersonRole][]);

/** A sum of money: 二元, 120元, 五角. */
const AMOUNT = '[\\d〇零一二三四五六七八九十百千两]+[元角圆]';

/** A character within a clause. */
const IN_CLAUSE = '[^，。、；：！？“”《》]';

/** The words by which parts of a page are known (dictionaries/lexicons/page-words.json), made ready for matching once. */
export const VOCABULARY = {
  /** Titles that are before names in bylines, the longest first. */
  bylineTitles: longestFirst(Object.keys(words.bylineRoles)),
  roleOf: (title: string): PersonRole => roles.get(title) ?? 'reporter',
  photographerEndings: longestFirst(words.photographerEndings),
  /** What may be before the first title of a byline: the paper or agency, 解放日报记者. */
  employer: new RegExp(`^[\\s　□■◎○●（(]*(?:[\\u4e00-\\u9fff]{1,10}(?:${oneOf(words.employerEndings)})[\\s　]*)?$`),
  rubrics: new Set(words.rubrics),
  crossheads: new Set(words.crossheads),
  contentsHeadings: new Set(words.contentsHeadings),
  /** Bylines without a name: 本报评论员. */
  namelessBylines: new Set(words.namelessBylines),
  /** 编辑同志：, which opens a letter, and is no byline. */
  salutation: new RegExp(`^(?:${oneOf(words.salutations)})[：:，]?$`),
  /** Short words that look like names and are below headlines. */
  notNames: new RegExp(`^(?:${oneOf(words.notNames)})$`),
  /** Parts of Tibetan, Mongolian and Uyghur names as they are written without dots. */
  minorityNameParts: new RegExp(`^(?:${oneOf(words.minorityNameParts)})|(?:${oneOf(words.minorityNameParts)})$`),
  transliteration: new Set(entityWords.transliteration),
  /** Headlines of pictures that are stories by themselves. */
  photoHeadlines: new Set(words.photoHeadlines),
  noticeHeadlines: words.noticeHeadlines,
  /** Headlines that are only the name of a notice, which others may end with. */
  noticeTitles: new Set([...words.noticeHeadlines, ...words.noticeTitles]),
  /** Whole names of notices that say what they are about: 拍卖公告, 债权转让暨债务催收公告. */
  noticeName: new RegExp(`^(?:${oneOf(words.noticeSubjects)})+(?:${oneOf(words.noticeForms)})$`),
  /** Words by which a line belongs to a notice or an advertisement. */
  noticeSign: new RegExp(
    `${oneOf(words.noticeSigns)}|(?:电\\s*话|電\\s*話|热线|手机)[：:]?[\\s　]*[〇零一二三四五六七八九\\d]`,
  ),
  /** Words of advertisements: what is sold, for how much and by whom. Global, for `match`. */
  trade: new RegExp(oneOf(words.tradeWords), 'g'),
  telephone:
    /(?:电[\s　]*话|热线|手机|住宅|诊所)[^，。\d〇零○一二三四五六七八九]{0,4}[\d〇零○一二三四五六七八九][\d〇零○一二三四五六七八九\s　-]{3,}/,
  address: new RegExp(
    `(?:${oneOf(words.addressLabels)})[：:\\s　]*[\\u4e00-\\u9fff]{2}|[路街道巷弄里坊][\\u4e00-\\u9fff]{0,6}[\\d〇零一二三四五六七八九十百]+号(?![\\u4e00-\\u9fff])`,
  ),
  /** 每字二元, 大瓶二元小瓶一元. */
  price: new RegExp(`每[\\u4e00-\\u9fff]{1,8}${AMOUNT}|${AMOUNT}[^，。]{0,12}${AMOUNT}`),
  paperName: new RegExp(`^《?[\\u4e00-\\u9fff]{1,8}(?:${oneOf(words.paperEndings)})》?$`),
  captionOpening: new RegExp(`^[（(]?(?:${oneOf(words.captionOpenings)})`),
  creditOpening: new RegExp(`^(?:${oneOf(words.creditOpenings)})[\\s·]*[:：／/]`),
  furnitureOpening: new RegExp(
    `^(?:[■●◆□]\\s*)?(?:[第]?[一二三四五六七八九十\\d]{0,3}版)?(?:${oneOf(words.furnitureOpenings)})[\\s:：/／]`,
  ),
  /** Printer's words, or between blanks the number of the issue or of its pages: 第11208期 今日8版. */
  furnitureWithin: new RegExp(
    `${oneOf(words.furnitureWithin)}|(?:^|[\\s　])(?:总?第\\d{3,6}期|今日\\d{1,2}版)(?=[\\s　]|$)`,
  ),
  /** 本报公开欢迎投稿: what the paper says of itself between its articles. */
  ownNotice: new RegExp(`^本[报刊版栏营][^。，]{0,60}(?:${oneOf(words.ownNotices)})|^广告刊例`),
  kickerEnding: new RegExp(`(?:${oneOf(words.kickerEndings)})$`),
  /** 同比增长… — what needs the headline above it for its subject. */
  subOpening: new RegExp(`^(?:${oneOf(words.subOpenings)})`),
  pictureNote: new RegExp(`^(?:${oneOf(words.pictureNotes)})`),
  attendance: new RegExp(`(?:${oneOf(words.attendance)})$`),
  /** 会议指出， — how paragraphs of a report begin, and no heading does. */
  reportOpening: new RegExp(`^[^，。,“：:]{1,10}(?:${oneOf(words.reportingVerbs)})[，,：:]`),
  /** 切实把各项任务, 随着春天的到来: the words of a clause before its verb. */
  clauseWithoutVerb: new RegExp(
    `(?:(?<!一)把(?![${words.verbsWithBa}])${IN_CLAUSE}{1,5}|(?:${oneOf(words.adverbialOpenings)})${IN_CLAUSE}{1,10})$`,
  ),
  storyOpening: new RegExp(`^[（(【]?(?:${oneOf(words.storyOpenings)})`),
} as const;

function longestFirst(list: readonly string[]): string[] {
  return [...list].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** An alternation of literal words, the longest first so that none hides a longer one. */
export function oneOf(list: readonly string[]): string {
  return longestFirst(list)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');
}
