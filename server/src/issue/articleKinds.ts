import { advertisementsFrom } from './advertisements';
import { bylineOf, storyOpeningOf } from './byline';
import type { ArticleKind, Block } from './model';
import { VOCABULARY } from './vocabulary';

/** The kinds that the text of an article shows. */
export type TextKind = Extract<ArticleKind, 'article' | 'notice' | 'listing' | 'verse'>;

/** The kinds that are no prose: their lines stand by themselves, and no mark needs to end them. */
const NO_PROSE: ReadonlySet<ArticleKind> = new Set(['notice', 'listing', 'verse']);

/** Headlines that name the kind of a notice are at most this long, in code units. */
const LONGEST_NOTICE_HEADLINE = 14;

/** Longer ones, such as 关于…的公告, need a sign of a notice below. */
const LONGEST_NOTICE_SUBJECT = 60;

/** A notice without a headline that says so is at most this long, in code units. */
const LONGEST_ADVERTISEMENT = 400;

/** Lines of verse are at most this long, in code units; fewer lines than this might be anything. */
const LONGEST_VERSE = 22;
const LEAST_VERSE = 4;

/** Fewer entries than this are no listing. */
const LEAST_ENTRIES = 4;
const MOST = 0.6;

/** An entry, such as a roll of names, and a line that says whether it is of a notice are at most this long, in code units. */
const LONGEST_ENTRY = 10_000;

export function isProse(kind: ArticleKind): boolean {
  return !NO_PROSE.has(kind);
}

/**
 * What the blocks below a headline are. The headline may be empty. Other parts of the article than its text show
 * teasers and photo stories; where nothing shows another kind, it is an `article`.
 */
export function kindOfText(headline: string, rest: readonly Block[]): TextKind {
  const running = rest.filter(({ kind }) => kind === 'body' || kind === 'crosshead');
  if (isReport(rest, running)) return 'article';
  const lines = running.map(({ line }) => line.text);
  if (isNotice(headline.replace(/[\s　]/g, ''), lines) || isAdvertisement(running)) return 'notice';
  if (running.some(({ wraps }) => wraps)) return 'article';
  if (isListing(lines, rest)) return 'listing';
  if (isVerse(lines)) return 'verse';
  return 'article';
}

/** Whether a reporter signs it or it opens as a report does. */
function isReport(rest: readonly Block[], running: readonly Block[]): boolean {
  const [first] = running;
  if (first && storyOpeningOf(first.line)) return true;
  return rest.some(
    (block) => block.kind === 'byline' && bylineOf(block.line)?.people.some(({ role }) => role !== 'author'),
  );
}

function isNotice(headline: string, lines: readonly string[]): boolean {
  if (VOCABULARY.noticeTitles.has(headline) || VOCABULARY.noticeName.test(headline)) return true;
  const ending = VOCABULARY.noticeHeadlines.some((word) => headline.endsWith(word)) && !REPORTED.test(headline);
  if (ending && headline.length <= LONGEST_NOTICE_HEADLINE) return true;
  const signs = lines.filter((line) => line.length <= LONGEST_ENTRY && VOCABULARY.noticeSign.test(line)).length;
  if (ending && headline.length <= LONGEST_NOTICE_SUBJECT) return signs > 0;
  const length = lines.reduce((sum, line) => sum + line.length, headline.length);
  return length <= LONGEST_ADVERTISEMENT && signs >= 2;
}

function isAdvertisement(running: readonly Block[]): boolean {
  return running.length > 0 && advertisementsFrom(running) === 0;
}

/** 发布公告, 联合声明: headlines of reports about a notice. */
const REPORTED = /(?:联合|聯合|共同|发表|發表|发布|發布|发出|印发)[\u4e00-\u9fff]{2}$/;

/** Programmes, weather, results and rolls of names: most lines are entries, and hardly one is a sentence. */
function isListing(lines: readonly string[], rest: readonly Block[]): boolean {
  if (lines.length === 0) return rest.some(({ kind }) => kind === 'table');
  const entries = lines.filter(isEntry).length;
  return entries >= LEAST_ENTRIES && entries >= MOST * lines.length;
}

/** Whether a line is an entry of a listing: 19:00 新闻联播, 云川 多云 12℃~21℃, 一等奖：…. */
export function isEntry(line: string): boolean {
  return line.length <= LONGEST_ENTRY && (ENTRY.test(line) || isRoll(line));
}

const TIME = '\\d{1,2}[:：]\\d{2}';
const ENTRY = new RegExp(
  `^[\\u4e00-\\u9fff　\\s]{0,8}${TIME}|${TIME}[^。]{1,30}${TIME}|(?:晴|阴|陰|多云|多雲|雨|雪|雾|霾)[^。]{0,20}\\d+\\s*(?:℃|°C|度|～|~|至|到|—|-)|^[^。，：]{2,12}[：:]\\s*\\d+(?:[-—:：]\\d+)?$`,
);

/** Names with blanks or 、 between them, and nothing else. */
function isRoll(line: string): boolean {
  const names = line.replace(/^[^：:]{2,12}[：:]/, '').split(/[\s　、]+/);
  return names.length >= 5 && names.every((name) => /^[\u4e00-\u9fff·]{1,8}$/.test(name));
}

/** Short lines without figures or labels; those of old forms are as long as each other. */
function isVerse(lines: readonly string[]): boolean {
  const verses = lines.filter((line) => !/^[（(]|^\d+$/.test(line));
  if (verses.length < LEAST_VERSE) return false;
  if (verses.some((line) => line.length > LONGEST_VERSE || /[\d：:a-zA-Z“”]/.test(line))) return false;
  const lengths = verses.map((line) => line.replace(/[，。！？；、\s　]/g, '').length);
  const isEven = lengths.every((length) => length === lengths[0]);
  const unended = verses.filter((line) => !/[。！？；：”…]$/.test(line)).length;
  return isEven ? (lengths[0] ?? 0) >= 4 : verses.length >= 6 && unended >= MOST * verses.length;
}
