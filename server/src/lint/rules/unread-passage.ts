import { t } from '@vscode/l10n';
import { isHan } from '../../core/characters';
import { blockRule, READ_TEXT } from '../rule';
import chatter from '../../../../dictionaries/lexicons/model-chatter.json';

/** Squares in place of characters, and [模糊] or [illegible] in any brackets. */
const UNREAD = new RegExp(`[□■]+|[\\[【〔（(](?:${chatter.unread.join('|')})[\\]】〕）)]`, 'gi');

export const unreadPassage = blockRule({
  id: 'unread-passage',
  title: 'Characters that OCR could not read',
  description: 'Placeholders such as □ or [illegible] for characters that OCR could not read.',
  severity: 'info',
  grouped: (count) => t('Places that OCR could not read: {0}', count),
  kinds: READ_TEXT,
  *check({ text }) {
    if (!/[□■[【〔（(]/.test(text)) return;
    for (const match of text.matchAll(UNREAD)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (/^[□■]/.test(match[0]) && !standsForCharacters(text, span.start, span.end)) continue;
      yield { span, message: t('Places that OCR could not read: {0}', 1), fixes: [] };
    }
  },
});

/**
 * Whether squares are in place of characters. Before a headline, between two columns and after the end of an article they are
 * ornaments; a single ■ always may be one.
 */
function standsForCharacters(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length >= LONGEST) return false;
  const isBesideHan = isHan(text.charCodeAt(start - 1)) || isHan(text.charCodeAt(end));
  const goesOn = isHan(text.charCodeAt(start - 1)) || '，、“《（'.includes(text.charAt(start - 1) || '。');
  return text.charAt(start) === '□' ? goesOn || (length > 1 && isBesideHan) : length > 1 && isBesideHan;
}

/** So many squares in a row are a rule between columns. */
const LONGEST = 20;
