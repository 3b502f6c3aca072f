import { t } from '@vscode/l10n';
import { isChineseMark, isDigit, isHan, isLatin, Trait } from '../../core/characters';
import { blockRule, READ_TEXT, replacement } from '../rule';

const CHINESE_QUOTES: Readonly<Record<string, readonly [string, string]>> = { '"': ['“', '”'], "'": ['‘', '’'] };

export const asciiQuotes = blockRule({
  id: 'ascii-quotes',
  title: 'ASCII quotation marks',
  description: 'Straight quotation marks around Chinese words.',
  severity: 'warning',
  applicability: 'suggested',
  grouped: (count) => t('Straight quotation marks around Chinese words: {0}', count),
  kinds: READ_TEXT.filter((kind) => kind !== 'table'),
  traits: Trait.paired,
  *check({ text }) {
    for (const [quote, marks] of Object.entries(CHINESE_QUOTES))
      for (const pair of pairsOf(text, quote))
        for (const [which, at] of pair.entries()) {
          const span = { start: at, end: at + 1 };
          const fix = replacement(span, marks[which] ?? quote, 'suggested', t('Use Chinese quotation marks'));
          yield { span, message: t('Straight quotation mark around Chinese words'), fixes: [fix] };
        }
  },
});

/** Pairs of a quote with Chinese between them, from left to right; none where an odd number leaves the places in doubt. */
function pairsOf(text: string, quote: string): (readonly [number, number])[] {
  const places: number[] = [];
  const firstQuote = text.indexOf('"');
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    if (!isApostropheOrInch(text, at, firstQuote)) places.push(at);
  if (places.length % 2 === 1) return [];
  const pairs: (readonly [number, number])[] = [];
  for (let index = 0; index < places.length; index += 2) {
    const [opening, closing] = places.slice(index, index + 2);
    if (opening !== undefined && closing !== undefined && standsInChinese(text, opening, closing))
      pairs.push([opening, closing]);
  }
  return pairs;
}

/** don't, '98, 24": marks that are no quotes. */
function isApostropheOrInch(text: string, at: number, firstQuote: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (text.charAt(at) === "'") return isLatin(before) || isDigit(after);
  return text.charAt(at - 1) === '=' || (isDigit(before) && isHan(after) && at <= firstQuote);
}

function standsInChinese(text: string, opening: number, closing: number): boolean {
  for (let at = opening + 1; at < closing; at++) if (isHan(text.charCodeAt(at))) return true;
  return [text.charCodeAt(opening - 1), text.charCodeAt(closing + 1)].every(
    (code) => isHan(code) || isChineseMark(code),
  );
}
