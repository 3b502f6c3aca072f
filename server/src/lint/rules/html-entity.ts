import { t } from '@vscode/l10n';
import html from '../../../../dictionaries/lexicons/html.json';
import { Trait } from '../../core/characters';
import type { Span } from '../../core/span';
import { oneOf } from '../../issue/vocabulary';
import { blockRule, READ_TEXT, replacement } from '../rule';

const ENTITIES: Readonly<Record<string, string>> = html.entities;

/** Words beside an entity that a text about HTML names: 写作&lt;, &lt;表示…. */
const MENTIONED_BEHIND = new RegExp(`(?:${oneOf(html.mentionedBehind)})[“‘「]?$`);
const MENTIONED_BEFORE = new RegExp(`^[”’」]?(?:${oneOf(html.mentionedBefore)})`);

const ENTITY = /&(?:([A-Za-z]{2,8}[0-9]{0,2})|#([0-9]{2,6})|#[xX]([0-9A-Fa-f]{2,5}));/g;

export const htmlEntity = blockRule({
  id: 'html-entity',
  title: 'HTML entity',
  description: 'An HTML entity such as &nbsp; or &#8220; instead of the character it stands for.',
  severity: 'warning',
  applicability: 'safe',
  grouped: (count) => t('HTML entities: {0}', count),
  kinds: READ_TEXT,
  traits: Trait.asciiPunctuation,
  *check({ text }) {
    if (!text.includes('&')) return;
    for (const match of text.matchAll(ENTITY)) {
      const [entity, name, decimal, hexadecimal] = match;
      const character = name === undefined ? characterOf(decimal, hexadecimal) : entityNamed(name);
      if (character === undefined) continue;
      const span = { start: match.index, end: match.index + entity.length };
      yield {
        span,
        message: t('HTML entity {0}', entity),
        fixes: [
          replacement(
            span,
            character,
            isMentioned(text, span) ? 'suggested' : 'safe',
            t('Replace with the characters they stand for'),
          ),
        ],
      };
    }
  },
});

function isMentioned(text: string, { start, end }: Span): boolean {
  return (
    MENTIONED_BEHIND.test(text.slice(Math.max(0, start - 4), start)) || MENTIONED_BEFORE.test(text.slice(end, end + 4))
  );
}

function entityNamed(name: string): string | undefined {
  return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
}

/** A character by number, unless it is a control, a surrogate, or no character at all. */
function characterOf(decimal: string | undefined, hexadecimal: string | undefined): string | undefined {
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
  if (code === 0xa0) return ' ';
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff)
    return undefined;
  return String.fromCodePoint(code);
}
