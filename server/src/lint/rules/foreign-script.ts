import { t } from '@vscode/l10n';
import lookalikes from '../../../../dictionaries/lexicons/script-lookalikes.json';
import { isChineseMark, isDigit, isHan, Trait } from '../../core/characters';
import type { Finding } from '../../core/diagnostic';
import type { Span } from '../../core/span';
import { oneOf } from '../../issue/vocabulary';
import { issueRule, PRINTED_TEXT, replacement } from '../rule';

const KANA: Readonly<Record<string, readonly string[]>> = lookalikes.kana;
const LATIN: Readonly<Record<string, string>> = { ...lookalikes.cyrillic, ...lookalikes.greek };

/** A run of kana and hangul, or one of Latin, Greek and Cyrillic letters. */
const LETTERS = /[\u3041-\u30fa\u30fc\uac00-\ud7a3]+|[A-Za-z\u0370-\u052f]+/g;
const GREEK_OR_CYRILLIC = /[\u0370-\u052f]/;

/** Code units within which a second kana or hangul shows that a foreign phrase is there. */
const PHRASE = 2;

export const foreignScript = issueRule({
  id: 'foreign-script',
  title: 'Foreign script',
  description: 'A kana, hangul, Greek or Cyrillic character in place of a Chinese character or a Latin letter.',
  severity: 'warning',
  applicability: 'suggested',
  *check({ document: { blocks, text } }) {
    const strays: Span[] = [];
    for (const { kind, content, line } of blocks) {
      if ((line.traits & Trait.otherScript) === 0 || !PRINTED_TEXT.includes(kind)) continue;
      for (const { 0: letters, index } of line.printed.matchAll(LETTERS)) {
        const span = { start: content.start + index, end: content.start + index + letters.length };
        if (!isEastAsian(letters.charCodeAt(0))) yield mixedWord(line.printed, index, span);
        else if (letters.length === 1 && isStray(line.printed, index)) strays.push(span);
      }
    }
    const once = new Set<string>();
    const recurring = new Set<string>();
    for (const { start } of strays) (once.has(textAround(text, start)) ? recurring : once).add(textAround(text, start));
    for (const span of strays)
      yield strayCharacter(text, span, mayDecorate(text, span.start, recurring.has(textAround(text, span.start))));
  },
});

/** A character with those beside it. */
function textAround(text: string, at: number): string {
  return text.slice(Math.max(0, at - 1), at + 2);
}

/** The end of the name of a shop or a dish, and code units that it takes. */
const NAME_ENDING = new RegExp(`^[\\u4e00-\\u9fff]{0,2}(?:${oneOf(lookalikes.nameEndings)})`);
const LONGEST_NAME_ENDING = 5;

/**
 * Whether a kana may decorate a Chinese name, as in 云川の味: the name of a shop ends after it, or what is beside it recurs,
 * which names do and accidents do not.
 */
function mayDecorate(text: string, at: number, recurs: boolean): boolean {
  if (!lookalikes.decorations.includes(text.charAt(at))) return false;
  return recurs || NAME_ENDING.test(text.slice(at + 1, at + 1 + LONGEST_NAME_ENDING));
}

/** A single kana or hangul between Han: whole foreign words are longer, and a title or a quoted sign is set apart. */
function isStray(text: string, at: number): boolean {
  return isWithinSentence(text, at) && !isWithinPhrase(text, at) && !isWithinName(text, at);
}

function strayCharacter(text: string, span: Span, isDoubtful: boolean): Finding {
  const surface = text.slice(span.start, span.end);
  const meant = Object.hasOwn(KANA, surface) ? (KANA[surface] ?? []) : [];
  const applicability = isDoubtful ? 'manual' : 'suggested';
  const fixes = meant.map((han) => replacement(span, han, applicability, t('Replace “{0}” with {1}', surface, han)));
  const message = t('Foreign character “{0}” between Chinese characters', surface);
  return fixes.length > 0 && !isDoubtful ? { span, message, fixes } : { span, message, severity: 'info', fixes };
}

/** Code units of a name between quotation marks. */
const LONGEST_NAME = 12;

/** Whether quotation marks or brackets close around a few characters: “和の屋”. */
function isWithinName(text: string, at: number): boolean {
  const before = /[“‘「『【]([^“”‘’「」『』【】，。]*)$/.exec(text.slice(Math.max(0, at - LONGEST_NAME), at));
  return before !== null && /^[^“”‘’「」『』【】，。]*[”’」』】]/.test(text.slice(at + 1, at + LONGEST_NAME));
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
function mixedWord(line: string, at: number, span: Span): Finding | undefined {
  const surface = line.slice(at, at + span.end - span.start);
  if (!GREEK_OR_CYRILLIC.test(surface)) return undefined;
  const alone = surface.length === 1 && standsAmongChinese(line, at);
  if (!alone && !/[A-Za-z]/.test(surface)) return undefined;
  const latin = Array.from(surface, (letter) => (letter < '\u0080' ? letter : LATIN[letter]));
  if (latin.includes(undefined)) return undefined;
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
