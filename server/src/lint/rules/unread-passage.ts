import { t } from '@vscode/l10n';
import { isHan } from '../../core/characters';
import { blockRule, RUNNING_TEXT } from '../rule';
import chatter from '../../../../dictionaries/lexicons/model-chatter.json';

/** Squares in place of characters, and [模糊] or [illegible] in any brackets. */
const UNREAD = new RegExp(`[□■]+|[\\[【〔（(](?:${chatter.unread.join('|')})[\\]】〕）)]`, 'gi');

export const unreadPassage = blockRule({
  id: 'unread-passage',
  title: 'Characters that were not read',
  description: 'Squares such as □, or words such as [illegible], in place of characters that were not read.',
  severity: 'info',
  grouped: (count) => t('Places that were not read: {0}', count),
  kinds: RUNNING_TEXT,
  *check({ text }) {
    if (!/[□■[【〔（(]/.test(text)) return;
    for (const match of text.matchAll(UNREAD)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (/^[□■]/.test(match[0]) && !standsForCharacters(text, span.start, span.end)) continue;
      yield { span, message: t('Places that were not read: {0}', 1), fixes: [] };
    }
  },
});

/** Whether squares stand within words: before a headline or between two columns they are ornaments. */
function standsForCharacters(text: string, start: number, end: number): boolean {
  const before = isHan(text.charCodeAt(start - 1));
  const after = isHan(text.charCodeAt(end));
  return end - start === 1 ? before && after : end - start < 20 && (before || after);
}
