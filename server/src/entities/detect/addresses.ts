import { overlaps, type Span } from '../../core/span';

/** Web and mail addresses, accounts, tags and links of Markdown: nothing in them is a name. */
const ADDRESS =
  /https?:\/\/[^\s\u3000-\u9fff\uff00-\uffef]+|www\.[\w./?=&#%-]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|<\/?[A-Za-z][^<>\n]{0,400}>|<!--[^\n]*?-->|!\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)|[A-Za-z0-9]+_[A-Za-z0-9_]+|@[A-Za-z]\w+/g;

/** Those of the list that are not within or across an address or a tag. */
export function withoutAddresses<One extends Span>(text: string, found: readonly One[]): readonly One[] {
  if (!/[<@_[]|www|http/.test(text)) return found;
  const addresses = Array.from(text.matchAll(ADDRESS), ({ 0: address, index }) => ({
    start: index,
    end: index + address.length,
  }));
  if (addresses.length === 0) return found;
  return found.filter((one) => !addresses.some((address) => overlaps(address, one)));
}
