import type { Span } from './span';

/**
 * Web and mail addresses in ASCII, and in Chinese characters where an address goes on after them. A host without `http://` or
 * `www.` counts if it ends as hosts usually do.
 */
const ADDRESS =
  /(?:https?|ftp):\/\/[!-~]+(?:[\u4e00-\u9fff]{1,20}[/?=&#%_][!-~]+){0,9}|www\.[!-~]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|(?<![\w.-])[a-z\d-]{1,64}(?:\.[a-z\d-]{1,64}){0,6}\.(?:com|cn|net|org|gov|edu|example)(?![\w-])(?:[/?][!-~]*)?/gi;

/** Paths of files of Windows and Unix. After Chinese characters, a path goes on only as far as to the ending of the file. */
const PATH =
  /(?:(?<![A-Za-z])[A-Za-z]:\\|\\\\[\w-]{1,64}\\|(?<![\w./:<>)-])\/[\w.-]{1,64}\/)(?:[^\s，。；、“”‘’"<>|]{0,100}?[^\s，。；、“”‘’"<>|.]\.[A-Za-z]{2,4}\d?(?![A-Za-z\d])|[!#-;=?-{}~]{0,200})/g;

/** Where web and mail addresses are in a text, in order. Spans in UTF-16 code units. */
export function addressesIn(text: string): Span[] {
  return /[@.]/.test(text) ? spansOf(text, ADDRESS) : [];
}

/** Where paths of files are in a text, in order. Spans in UTF-16 code units. */
export function pathsIn(text: string): Span[] {
  return /[\\/]/.test(text) ? spansOf(text, PATH) : [];
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: surface, index }) => ({
    start: index,
    end: index + lengthWithoutMarks(surface),
  }));
}

/** The length of an address without the marks at its end that belong to the sentence around it: bracket pairs stay. */
function lengthWithoutMarks(address: string): number {
  let unclosed = 0;
  for (const character of address) unclosed += character === '(' ? 1 : character === ')' ? -1 : 0;
  let length = address.length;
  while (length > 0) {
    const last = address.charAt(length - 1);
    if (last === ')' ? unclosed >= 0 : !'.,;:?!]}>\'"'.includes(last)) break;
    if (last === ')') unclosed++;
    length--;
  }
  return length;
}
