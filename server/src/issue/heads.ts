import { isChineseName } from '../core/names/shape';
import { isOfDepartment, readAnyOpening } from './byline';
import type { HeadlineRole } from './model';
import { VOCABULARY } from './vocabulary';

/** A line of a head block as its role is judged. */
export interface HeadLine {
  readonly words: string;
  /** Whether it is in the text as a heading. An unmarked line among marked ones is not the headline. */
  readonly isMarked?: boolean;
  /** Depth of its Markdown mark; absent where it has none. */
  readonly level?: number;
  /** A role that its place already settles, such as that of an unmarked line above the marked ones. */
  readonly settled?: HeadlineRole;
}

/**
 * Assigns each line of a head block its role. Exactly one is the main headline; kickers are above it, subs below. Every
 * line is tried as the main one and the arrangement with the most evidence wins. Recognition often sets heading levels at
 * random, so a level weighs less than the words unless `levelsTellRoles` in this issue.
 */
export function rolesOf(lines: readonly HeadLine[], habits: RoleHabits): HeadlineRole[] {
  let best = 0;
  let bestScore = -Infinity;
  for (let main = 0; main < Math.min(lines.length, DEEPEST_MAIN); main++) {
    const score = scoreOf(lines, main, habits);
    if (score > bestScore) [best, bestScore] = [main, score];
  }
  return lines.map((_, index) => (index < best ? 'kicker' : index === best ? 'main' : 'sub'));
}

/** How an issue sets the lines of its heads; see `HeadingHabits`. */
export interface RoleHabits {
  readonly levelsTellRoles: boolean;
  readonly areInColumns: boolean;
}

/** Lines from the top among which the headline is looked for; what is above it are kickers, and papers print no more. */
const DEEPEST_MAIN = 12;

/** Whether an unmarked line reads as a kicker: short, and no end mark closes it. */
export function canBeKicker(words: string): boolean {
  const leadsOn = VOCABULARY.kickerEnding.test(words);
  return (
    words.length <= (leadsOn ? 60 : 45) &&
    (leadsOn || isUnended(words)) &&
    !OPENS_AS_NOTE.test(words) &&
    !ANNOUNCES_LIST.test(words) &&
    !SIGNED.test(words) &&
    !ENDS_HEARSAY.test(words) &&
    !isCaptionOfStill(words) &&
    !isOfDepartment(words) &&
    !VOCABULARY.crossheads.has(words) &&
    !opensReport(words)
  );
}

/** Whether an unmarked line reads as a subhead or deck rather than as the first paragraph. */
export function canBeSub(words: string): boolean {
  if (isConclusiveSub(words)) return words.length <= LONGEST_BRACKETED_SUB;
  if (words.endsWith('—') || SERVICE_LINE.test(words) || opensReport(words)) return false;
  return words.length <= 45 && isUnended(words) && !VOCABULARY.crossheads.has(words) && !OPENS_AS_NOTE.test(words);
}

/** Whether a line can be only a subhead: ——写在开学之际, or a note in brackets. */
export function isConclusiveSub(words: string): boolean {
  return words.startsWith('——') || BRACKETED.test(words);
}

/** Whether a line begins as the text of a report does: 本报讯, 会议指出，. However short, it is no headline. */
export function opensReport(words: string): boolean {
  return VOCABULARY.reportOpening.test(words) || readAnyOpening(words) !== undefined;
}

/** Whether no mark ends the line, as none ends a headline. */
export function isUnended(words: string): boolean {
  return (
    !/[。；，、;,…⋯：:]["”’』」）)]*$/.test(words) && !/[。！？!?]["”’』」）)]?$/.test(words) && !/[。；]/.test(words)
  );
}

/** The revision history below the title of a law may run long. */
const LONGEST_BRACKETED_SUB = 240;

/** 现将有关事项公告如下：, 拍卖下列标的：: what leads on to the entries of a list. */
const ANNOUNCES_LIST = /(?:下列|如下|以下)[^，。：:]{0,12}[：:]$/;

/** Lines that open a box beside the story: 人物小传, 核心看点. */
const SERVICE_LINE = /^[\u4e00-\u9fff]{0,4}(?:小传|看点|提示|摘要|链接|手记)$/;

/** Signatures, notes and sources: 数据来源：…, ——编者, 2026年4月28日, 投稿邮箱. */
const OPENS_AS_NOTE =
  /^(?:——|[\u4e00-\u9fff]{2,8}[：:](?!$)|\d{4}年\d{1,2}月\d{1,2}日$|【[^】]*】$|[（(].*[）)]$|[■●◆▲①-⑳])|@|邮箱|客户端$|^[\u4e00-\u9fff]{0,10}[省市县区州乡镇村]\s+[\u4e00-\u9fff]{1,2}\s*[\u4e00-\u9fff]{1,2}$|^.{1,14}(?:绘|作)(?:[（(][^（）()]{1,12}[）)])?$/;
/** 实在不胜唏嘘！（沈廉）: the end of a signed text. */
const SIGNED = /[。！？!?][\s　]*[（(][^（）()]{1,8}[）)]$/;
/** 又据该公司称、货已运到云: what a report of the 1930s says that others say, without a stop. */
const ENDS_HEARSAY = /[、，][^、，]{3,}云$/;
/** 沈知远在青河渡中, 沈知远之「渔夫」: an actor and the film or the part. */
const CAPTION_OF_STILL =
  /^([\u4e00-\u9fff]{2,3})(?:在[^，、。]{2,10}中|之[「『“《][^」』”》]{2,8}[」』”》])(?:之?一?镜头)?$/;
const BRACKETED = /^[（(][^（）()]+[）)]$/;
/** A column label after a headline: 让种子喝饱水（春耕里的新质生产力）. */
const LABELLED = /[^（(][（(][^（）()]{2,24}[）)]$/;

function isCaptionOfStill(words: string): boolean {
  const name = CAPTION_OF_STILL.exec(words)?.[1];
  return name !== undefined && isChineseName(name);
}

function scoreOf(lines: readonly HeadLine[], main: number, { levelsTellRoles, areInColumns }: RoleHabits): number {
  const levelWeight = levelsTellRoles ? 5 : 0.5;
  const usual = areInColumns ? 'sub' : 'kicker';
  const mainLevel = lines[main]?.level;
  return lines.reduce((score, line, index) => {
    if (index === main) return score + mainScore(line);
    const role = index < main ? 'kicker' : 'sub';
    const depth = line.level === undefined || mainLevel === undefined ? 0 : Math.sign(line.level - mainLevel);
    const kickersAbove = role === 'kicker' ? index : 0;
    const own = (role === 'kicker' ? kickerScore(line) : subScore(line)) + (role === usual ? USUAL : -USUAL);
    return score + own + levelWeight * depth - 1.5 * kickersAbove;
  }, 0);
}

/** What speaks for the role that lines have more often than the other, where their words do not decide. */
const USUAL = 0.6;

function mainScore({ words, settled, isMarked }: HeadLine): number {
  if (settled) return settled === 'main' ? 20 : -20;
  if (isMarked === false) return -10;
  let score = 0;
  if (LABELLED.test(words)) score += 2;
  if (isConclusiveSub(words)) score -= 4;
  if (VOCABULARY.kickerEnding.test(words)) score -= 2;
  if (isAttendance(words)) score -= 1.5;
  if (words.length > 45) score -= 1.5;
  return score;
}

function kickerScore({ words, settled }: HeadLine): number {
  if (settled) return settled === 'kicker' ? 20 : -20;
  let score = 0;
  if (VOCABULARY.kickerEnding.test(words)) score += 2.5;
  if (words.startsWith('——')) score -= 4;
  if (LABELLED.test(words)) score -= 1;
  if (isAttendance(words)) score -= 1;
  return score;
}

function subScore({ words, settled }: HeadLine): number {
  if (settled) return settled === 'sub' ? 20 : -20;
  let score = 0;
  if (isConclusiveSub(words)) score += 4;
  if (isAttendance(words)) score += 2;
  if (VOCABULARY.kickerEnding.test(words)) score -= 2;
  if (VOCABULARY.subOpening.test(words)) score += 2;
  return score;
}

/** 某某主持, 甲讲话 乙主持: who took part, which subheads of meeting reports say. */
function isAttendance(words: string): boolean {
  return words.length <= 30 && VOCABULARY.attendance.test(words);
}
