import { t } from '@vscode/l10n';
import lookalikes from '../../../../dictionaries/lexicons/script-lookalikes.json';
import { isChineseMark, isDigit, isHan, Trait } from '../../core/characters';
import type { Finding } from '../../core/diagnostic';
import { blockRule, PRINTED_TEXT, replacement } from '../rule';

const KANA: Readonly<Record<string, readonly string[]>> = lookalikes.kana;
const LATIN: Readonly<Record<string, string>> = { ...lookalikes.cyrillic, ...lookalikes.greek };

/** A run of kana and hangul, or one of Latin, Greek and Cyrillic letters. */
const LETTERS = /[\u3041-\u30fa\u30fc\uac00-\ud7a3]+|[A-Za-z\u0370-\u052f]+/g;
const GREEK_OR_CYRILLIC = /[\u0370-\u052f]/;

/** Code units within which a second kana or hangul shows that a foreign phrase stands there. */
const PHRASE = 2;

export const foreignScript = blockRule({
  id: 'foreign-script',
  title: 'Foreign script',
  description: 'A kana, hangul, Greek or Cyrillic character in place of a Chinese character or a Latin letter.',
  severity: 'warning',
  applicability: 'suggested',
  kinds: PRINTED_TEXT,
  traits: Trait.otherScript,
  *check({ text }) {
    for (const match of text.matchAll(LETTERS)) {
      const finding = isEastAsian(match[0].charCodeAt(0))
        ? strayCharacter(text, match.index, match[0])
        : mixedWord(text, match.index, match[0]);
      if (finding) yield finding;
    }
  },
});

/** A single kana or hangul between Han: whole foreign words are longer, and a title or a quoted sign is set apart. */
function strayCharacter(text: string, start: number, surface: string): Finding | undefined {
  if (surface.length > 1 || !isWithinSentence(text, start) || isWithinPhrase(text, start)) return undefined;
  const span = { start, end: start + 1 };
  const meant = Object.hasOwn(KANA, surface) ? (KANA[surface] ?? []) : [];
  const fixes = meant.map((han) => replacement(span, han, 'suggested', t('Replace “{0}” with {1}', surface, han)));
  const message = t('Foreign character “{0}” between Chinese characters', surface);
  return fixes.length > 0 ? { span, message, fixes } : { span, message, severity: 'info', fixes };
}

function isWithinSentence(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  return isHan(before) ? isHan(after) || isPause(after) : isPause(before) && isHan(after);
}

/** 、。，；： but no bracket or quote, which would set a foreign character apart. */
function isPause(code: number): boolean {
  return code === 0x3001 || code === 0x3002 || code === 0xff0c || code === 0xff1b || code === 0xff1a;
}

/** Code units that a title may have before the character in question. */
const LONGEST_TITLE = 40;

function isWithinPhrase(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_TITLE), at);
  if (before.lastIndexOf('《') > before.lastIndexOf('》')) return true;
  for (let near = Math.max(0, at - PHRASE); near <= at + PHRASE; near++)
    if (near !== at && isEastAsian(text.charCodeAt(near))) return true;
  return false;
}

/** Greek or Cyrillic letters that look Latin, within a Latin word or alone beside Chinese or a digit. */
function mixedWord(text: string, start: number, surface: string): Finding | undefined {
  if (!GREEK_OR_CYRILLIC.test(surface)) return undefined;
  const alone = surface.length === 1 && standsAmongChinese(text, start);
  if (!alone && !/[A-Za-z]/.test(surface)) return undefined;
  const latin = Array.from(surface, (letter) => (letter < '\u0080' ? letter : LATIN[letter]));
  if (latin.includes(undefined)) return undefined;
  const span = { start, end: start + surface.length };
  return {
    span,
    message: t('“{0}” has Greek or Cyrillic letters that look Latin', surface),
    fixes: [replacement(span, latin.join(''), 'suggested', t('Replace “{0}” with {1}', surface, latin.join('')))],
  };
}

function standsAmongChinese(text: string, at: number): boolean {
  return [text.charCodeAt(at - 1), text.charCodeAt(at + 1)].some(
    (code) => isHan(code) || isDigit(code) || isChineseMark(code),
  );
}

function isEastAsian(code: number): boolean {
  return (code >= 0x3041 && code <= 0x30fc && code !== 0x30fb) || (code >= 0xac00 && code <= 0xd7a3);
}
