import { t } from '@vscode/l10n';
import { Trait } from '../../core/characters';
import { certain, marksToWiden } from '../marksToWiden';
import { blockRule, READ_TEXT, replacement } from '../rule';
import { SENTENCE_KINDS, sentenceStopsIn } from '../sentenceStops';

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '.': '。',
  '．': '。',
  '｡': '。',
  '､': '、',
  '｢': '「',
  '｣': '」',
};

export const halfWidthPunctuation = blockRule({
  id: 'half-width-punctuation',
  title: 'Half-width punctuation',
  description:
    'A half-width comma, full stop, semicolon, colon, question mark, exclamation mark, bracket or quotation mark in Chinese text.',
  severity: 'warning',
  applicability: 'safe',
  grouped: (count, applicability) =>
    applicability === 'safe'
      ? t('Half-width punctuation in Chinese text: {0}', count)
      : t('Half-width marks that may belong to a formula, a number or foreign words: {0}', count),
  kinds: READ_TEXT,
  traits: Trait.asciiPunctuation | Trait.chineseMark,
  *check({ text, kind }) {
    const marks = [
      ...marksToWiden(text),
      ...halfWidthForms(text).map(certain),
      ...(SENTENCE_KINDS.includes(kind) ? stopsIn(text).map(certain) : []),
    ];
    if (marks.length === 0) return;
    const message = t('Half-width mark in Chinese text');
    const title = t('Use full-width punctuation');
    for (const { at, isDoubtful } of marks.sort((a, b) => a.at - b.at)) {
      const span = { start: at, end: at + 1 };
      const applicability = isDoubtful ? 'suggested' : 'safe';
      const fixes = [replacement(span, FULL_WIDTH[text.charAt(at)] ?? '', applicability, title)];
      yield { span, message, ...(isDoubtful && { severity: 'info' }), fixes };
    }
  },
});

function stopsIn(text: string): number[] {
  return sentenceStopsIn(text).flatMap(({ at, isCertain }) => (isCertain ? [at] : []));
}

/** Offsets of the half-width forms of Chinese marks, ｡｢｣､, except for those beside half-width kana. */
function halfWidthForms(text: string): number[] {
  return Array.from(text.matchAll(/(?<![\uff66-\uff9f])[｡｢｣､](?![\uff66-\uff9f])/g), ({ index }) => index);
}
