import { t } from '@vscode/l10n';
import { isChineseMark, isHan, Trait } from '../../core/characters';
import type { Span } from '../../core/span';
import { blockRule, READ_TEXT, replacement } from '../rule';

/** A run of controls, soft hyphen, zero-width and direction marks, byte order marks, and blanks other than the plain ones. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u00a0\u00ad\u034f\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\ufeff]+/g;

const BLANK = /[\u00a0\u2000-\u200a\u202f\u205f]/;

/** Vertical tab, form feed and separators of lines: without them, two lines would run together. */
const LINE_BREAK = /[\u000b\u000c\u0085\u2028\u2029]/;

/** Joins letters of other scripts and the parts of an emoji. */
const JOINER = /[\u200c\u200d]/;

export const invisibleCharacter = blockRule({
  id: 'invisible-character',
  title: 'Invisible character',
  description: 'A control character, zero-width character, soft hyphen, byte order mark or no-break space in the text.',
  severity: 'warning',
  applicability: 'safe',
  grouped: (count) => t('Invisible characters: {0}', count),
  kinds: READ_TEXT,
  traits: Trait.exotic,
  *check({ text }) {
    for (const { 0: run, index } of text.matchAll(INVISIBLE)) {
      const keepsJoiners = !isBesideChinese(text, { start: index, end: index + run.length });
      for (let at = index; at < index + run.length; at++) {
        const character = text.charAt(at);
        if (keepsJoiners && JOINER.test(character)) continue;
        const span = { start: at, end: at + 1 };
        const fix = LINE_BREAK.test(character)
          ? replacement(span, '\n', 'suggested', t('Replace them with line breaks'))
          : replacement(
              span,
              BLANK.test(character) ? ' ' : '',
              'safe',
              t('Remove them or replace them with plain spaces'),
            );
        yield { span, message: t('Invisible character U+{0}', codeOf(character)), fixes: [fix] };
      }
    }
  },
});

function isBesideChinese(text: string, { start, end }: Span): boolean {
  return [text.charCodeAt(start - 1), text.charCodeAt(end)].some(
    (code) => code < 0x80 || isHan(code) || isChineseMark(code),
  );
}

function codeOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
