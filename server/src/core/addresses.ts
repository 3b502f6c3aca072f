import type { Span } from './span';

/** Web and mail addresses in ASCII. A host without `http://` or `www.` counts if it ends as hosts usually do. */
const ADDRESS =
  /(?:https?|ftp):\/\/[!-~]+|www\.[!-~]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|(?<![\w.-])[a-z\d-]{1,64}(?:\.[a-z\d-]{1,64}){0,6}\.(?:com|cn|net|org|gov|edu|example)(?![\w-])(?:[/?][!-~]*)?/gi;

/** Where web and mail addresses are in a text, in order. Spans in UTF-16 code units. */
function addressesIn(text: string): Span[] {
  if (!/[@.]/.test(text)) return [];
  return Array.from(text.matchAll(ADDRESS), ({ 0: address, index }) => {
    return { start: index, end: index + lengthWithoutMarks(address) };
  });
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

/** Tells the address that a position is in, for positions that only go up. */
export function createAddressLookup(text: string): (at: number) => Span | undefined {
  const addresses = addressesIn(text);
  let next = 0;
  return (at) => {
    while ((addresses[next]?.end ?? Infinity) <= at) next++;
    const address = addresses[next];
    return address && address.start <= at ? address : undefined;
  };
}
