import words from '../../../dictionaries/lexicons/page-words.json';
import { oneOf } from './vocabulary';

/** Code units at the end of a line that are looked at. */
const TAIL = 80;

/** 特此公告, 谨启. */
const CLOSING_WORDS = new RegExp(`(?:${oneOf(words.closingWords)})$`);

/** 电话：…, 地址：… to the end of the line. */
const CONTACT = new RegExp(`(?:${oneOf(words.contactLabels)})[\\s　]*[：:][^。；，]{1,40}$`);

const OPENING_CONTACT = new RegExp(`^(?:${oneOf(words.contactLabels)})[\\s　]*[：:]`);

/** A telephone or account number. */
const LONG_NUMBER = /(?:^|[^\d.,])[（(]?\d[\d\-—－－（）()\s转]{5,}\d$/;

const ADDRESS_OF_NET = /(?:@[\w.-]+|(?:https?:\/\/|www\.)\S+|\.(?:com|cn|net|org)[\w/.-]*)$/i;

const NUMERAL = '[\\d〇○零一二三四五六七八九十元]';
/** The date under a signature, after a blank, a mark, or nothing else. */
const DATE = new RegExp(
  `(?:^|[\\s　。）)])(?:[\\u4e00-\\u9fff]{0,4})${NUMERAL}{1,4}年${NUMERAL}{1,3}月(?:${NUMERAL}{1,3}[日号])?$`,
);

/** 一等奖：…, 参加人员：… — an entry of a roll, or a field of a form. */
const LABEL = /^[\u4e00-\u9fffA-Za-z\d（）()]{1,12}[：:](?!“)/;
const REPORTS = new RegExp(`^[^：:]*(?:${oneOf(words.reportingVerbs)})[：:]`);

/** 固不指某人也, 不可得矣: a sentence of literary Chinese, which needs no mark. */
const FINAL_PARTICLE = /[矣焉哉]$|[固乃皆盖非岂][^。！？]{0,12}也$/;

/** Whether a line is complete without an end mark: a telephone number, an address, a date, 特此公告, an entry of a roll. */
export function needsNoStop(line: string): boolean {
  const tail = line.slice(-TAIL);
  if (CLOSING_WORDS.test(tail) || LONG_NUMBER.test(tail) || ADDRESS_OF_NET.test(tail) || DATE.test(tail)) return true;
  return CONTACT.test(tail) || FINAL_PARTICLE.test(tail) || (opensWithLabel(line) && !/[。！？]/.test(line));
}

/** Whether a line ends as the text of a notice does: 特此公告, 声明作废. */
export function closesNotice(line: string): boolean {
  return CLOSING_WORDS.test(line.slice(-TAIL));
}

/** Whether a line opens with the label of a way to be reached: 电话：…, 地址：…. */
export function opensWithContact(line: string): boolean {
  return OPENING_CONTACT.test(line.slice(0, TAIL));
}

/** Whether a line opens with the label of a field, of an entry in a roll or of a speaker: 联系人：, 二等奖：, 记者：. */
export function opensWithLabel(line: string): boolean {
  const opening = line.slice(0, 14);
  return LABEL.test(opening) && !REPORTS.test(opening);
}

/** Whether a line is short and without any mark, as headings are: 拍卖公告. */
export function isHeadingLike(line: string): boolean {
  return line.length < SHORTEST_SENTENCE && !/[，。、；：！？,;:!?…”）)]/.test(line);
}

/** Code units from which on a line without any mark may be part of a sentence. */
const SHORTEST_SENTENCE = 20;
