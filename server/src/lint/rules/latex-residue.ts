import { t } from '@vscode/l10n';
import latex from '../../../../dictionaries/lexicons/latex.json';
import { pathsIn } from '../../core/addresses';
import { Trait } from '../../core/characters';
import { createSpanLookup } from '../../core/span';
import { blockRule, READ_TEXT, replacement } from '../rule';

const SYMBOLS: Readonly<Record<string, string>> = latex.symbols;
const RAISED: Readonly<Record<string, string>> = latex.raised;
const LOWERED: Readonly<Record<string, string>> = latex.lowered;
const CIRCLED: Readonly<Record<string, string>> = latex.circled;
const CIRCLERS = latex.circlers.join('|');
const WRAPPERS = latex.wrappers.join('|');

/**
 * $…$ on the shortest way, without another $, and not followed by a digit, as a second price would be. Chinese is in
 * it only within the braces of a command: $4.7\mathrm{亿元}$.
 */
const DOLLARS = String.raw`\$(?:[^$\\\u2e80-\uffff]|\\(?:${WRAPPERS})\s*\{[^{}$]{0,40}\}|\\(?!(?:${WRAPPERS})\s*\{)){1,200}\$(?!\d)`;

/** \(…\) and \[…\], which some models write for dollars. */
const BRACKETS = String.raw`\\\((?:[^\\\u2e80-\uffff]|\\(?!\))[^]){1,200}\\\)|\\\[(?:[^\\\u2e80-\uffff]|\\(?!\])[^]){1,200}\\\]`;

/** A command outside dollars: \mathrm{km}, ^{\circ}, \%, \cdot; with the digits and blanks that it is set against. */
const COMMAND = String.raw`(?:(?<=\d)[ ~]*)?(?:\\(?:${WRAPPERS}|${CIRCLERS})\s*\{[^{}]{0,80}\}|[\^_]\{[^{}]{0,20}\}|\^?\\(?:${namedSymbols()})(?![A-Za-z])|\\[%&#_$,;!])`;

const CIRCLED_NUMBER = new RegExp(String.raw`\\(?:${CIRCLERS})\s*\{\s*(\d{1,2})\s*\}`, 'g');
const WRAPPED = new RegExp(String.raw`\\(?:${WRAPPERS})\s*\{([^{}]*)\}`, 'g');

/** One of numbers or words. With a number before it (1½) or a sum in it, a slash would change what it says. */
const FRACTION = /(?<!\d\s*)\\d?frac\s*\{\s*([\p{L}\p{N}.]+)\s*\}\s*\{\s*([\p{L}\p{N}.]+)\s*\}/gu;

const RESIDUE = new RegExp(`${DOLLARS}|${BRACKETS}|(?:${COMMAND})+`, 'g');

export const latexResidue = blockRule({
  id: 'latex-residue',
  title: 'LaTeX residue',
  description: 'LaTeX code from an OCR model, such as $31\\%$ or 3.5 \\mathrm{km}, instead of plain text.',
  severity: 'warning',
  applicability: 'safe',
  kinds: READ_TEXT,
  traits: Trait.asciiPunctuation,
  *check({ text }) {
    if (!/[\\$^_]/.test(text)) return;
    const pathAt = createSpanLookup(pathsIn(text));
    for (const match of text.matchAll(RESIDUE)) {
      const residue = match[0];
      if (pathAt(match.index)) continue;
      if (residue.startsWith('$') && !isFormula(residue)) continue;
      const plain = plainText(residue);
      const span = { start: match.index, end: match.index + residue.length };
      const message = t('LaTeX code: {0}', residue);
      const applicability = mayBeEscape(residue) ? 'suggested' : 'safe';
      yield {
        span,
        message,
        fixes:
          plain === undefined
            ? []
            : [replacement(span, plain, applicability, t('Replace “{0}” with {1}', residue, plain))],
      };
    }
  },
});

/** A number in a circle, or one with its unit. */
const NUMBER = new RegExp(
  String.raw`^(?:[\u2460-\u2473\u24ea]|[-+±]?\d[\d.,]*(?:\s*(?:${[...latex.units].sort((a, b) => b.length - a.length).join('|')}))?)$`,
);

/** Not what is between two prices: code, or a number that fills the dollars, with blanks on both sides or on neither. */
function isFormula(residue: string): boolean {
  const inner = residue.slice(1, -1);
  return /[\\^_{}]/.test(inner) || NUMBER.test(/^ .* $/.test(inner) ? inner.trim() : inner);
}

/** Whether \(1\) may be (1) with the marks that Markdown puts before brackets. */
function mayBeEscape(residue: string): boolean {
  return /^\\[([]/.test(residue) && !/[\\^_{}]/.test(residue.slice(2, -2));
}

/** The text that the code stands for; undefined where a part of it is not known. Blanks mean nothing in a formula. */
function plainText(code: string): string | undefined {
  const plain = code
    .replace(/^(?:\$([^]*)\$|\\[([]([^]*)\\[)\]])$/, '$1$2')
    .replace(CIRCLED_NUMBER, (circle, number: string) => CIRCLED[number] ?? circle)
    .replace(WRAPPED, '$1')
    .replace(FRACTION, '$1/$2')
    .replace(/\^\s*(?:\{\s*)?(\\(?:circ|degree|prime))(?![A-Za-z])\s*\}?/g, '$1 ')
    .replace(/\\([A-Za-z]+|.)/g, (command, name: string) =>
      Object.hasOwn(SYMBOLS, name) ? (SYMBOLS[name] ?? '') : command,
    )
    .replace(/([\^_])\s*(?:\{([^{}]*)\}|([0-9]))/g, inCharacters)
    .replace(/(?<![A-Za-z])[ ~]+|[ ~]+(?![A-Za-z])/g, '')
    .replaceAll('°C', '℃');
  return /\\[A-Za-z]|[\^{}]/.test(plain) ? undefined : plain;
}

/**
 * A raised or lowered number in the characters that Unicode has for it; as it was where there are none. A lowered one with a
 * decimal point is written on the line: PM2.5.
 */
function inCharacters(script: string, place: string, braced?: string, bare?: string): string {
  const characters = place === '^' ? RAISED : LOWERED;
  const number = (braced ?? bare ?? '').trim();
  if (place === '_' && /^\d+\.\d+$/.test(number)) return number;
  const written = Array.from(number, (character) => characters[character]);
  return written.includes(undefined) ? script : written.join('');
}

function namedSymbols(): string {
  return Object.keys(latex.symbols)
    .filter((name) => /^[a-zA-Z]+$/.test(name))
    .join('|');
}
