import { t } from '@vscode/l10n';
import html from '../../../../dictionaries/lexicons/html.json';
import { Trait } from '../../core/characters';
import type { Finding } from '../../core/diagnostic';
import { blockRule, READ_TEXT, replacement } from '../rule';

const TAG = new RegExp(String.raw`<\/?(?:${html.tags.join('|')})(?:\s[^<>]{0,300})?\/?>`, 'gi');
const CELL_END = /<\/t[dh]\s*>\s*(?=<t[dh][\s>])/gi;
const ROW_END = /<\/tr\s*>\s*(?=<tr[\s>])/gi;

export const htmlTag = blockRule({
  id: 'html-tag',
  title: 'HTML tag',
  description: 'An HTML tag that a recognition model left in the text, or a table written in HTML.',
  severity: 'warning',
  applicability: 'suggested',
  kinds: READ_TEXT,
  traits: Trait.paired,
  *check({ text }) {
    if (!text.includes('<')) return;
    if (/<table[\s>]/i.test(text)) yield tableIn(text);
    else
      for (const match of text.matchAll(TAG)) {
        const span = { start: match.index, end: match.index + match[0].length };
        yield {
          span,
          message: t('HTML tag {0}', match[0]),
          fixes: [replacement(span, '', 'suggested', t('Remove “{0}”', match[0]))],
        };
      }
  },
});

/** One finding for the whole table, whose rows become lines and whose cells are set apart by tabs. */
function tableIn(text: string): Finding {
  const start = text.search(/<table[\s>]/i);
  const closing = [...text.matchAll(/<\/table\s*>/gi)].at(-1);
  const end = closing && closing.index > start ? closing.index + closing[0].length : text.length;
  const span = { start, end };
  const plain = text.slice(start, end).replace(CELL_END, '\t').replace(ROW_END, '\n').replace(TAG, '');
  return {
    span,
    message: t('A table in HTML'),
    fixes: [replacement(span, plain, 'suggested', t('Write the table as lines of plain text'))],
  };
}
