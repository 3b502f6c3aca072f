import { t } from '@vscode/l10n';
import html from '../../../../dictionaries/lexicons/html.json';
import { Trait } from '../../core/characters';
import type { Finding } from '../../core/diagnostic';
import { trimSpan } from '../../core/span';
import { blockRule, READ_TEXT, replacement } from '../rule';

const TAG_SOURCE = String.raw`<\/?(?:${html.tags.join('|')})(?:\s[^<>]{0,300})?\/?>`;
const TAG = new RegExp(TAG_SOURCE, 'gi');

/** Where one paragraph ends within a line and the next begins. */
const PARAGRAPH_BREAK = String.raw`<\/(?:p|div|li)\s{0,9}>\s{0,9}(?:<(?:p|div|li)(?:\s[^<>]{0,300})?>)?`;
const BREAK_OR_TAG = new RegExp(`(${PARAGRAPH_BREAK})|${TAG_SOURCE}`, 'gi');
const CELL_END = /<\/t[dh]\s*>\s*(?=<t[dh][\s>])/gi;
const ROW_END = /<\/tr\s*>\s*(?=<tr[\s>])/gi;

export const htmlTag = blockRule({
  id: 'html-tag',
  title: 'HTML tag',
  description: 'An HTML tag that an OCR model left in the text, or a table written in HTML.',
  severity: 'warning',
  applicability: 'suggested',
  grouped: (count) => t('HTML tags left in the text: {0}', count),
  kinds: READ_TEXT,
  traits: Trait.paired,
  *check({ text }) {
    if (!text.includes('<')) return;
    if (/<table[\s>]/i.test(text)) yield tableIn(text);
    else yield* tagsIn(text);
  },
});

/** The tags of a line, each by itself; two that end one paragraph and begin the next are one finding. */
function* tagsIn(text: string): Iterable<Finding> {
  const words = trimSpan(
    text.replace(TAG, (tag) => ' '.repeat(tag.length)),
    { start: 0, end: text.length },
  );
  for (const { 0: tags, 1: paragraphBreak, index } of text.matchAll(BREAK_OR_TAG)) {
    const isWithin = index > words.start && index < words.end;
    yield findingOf(tags, index, isWithin ? breakFor(tags, paragraphBreak) : '');
  }
}

function breakFor(tags: string, paragraphBreak: string | undefined): string {
  if (paragraphBreak !== undefined) return '\n\n';
  return /^<br/i.test(tags) ? '\n' : '';
}

function findingOf(tags: string, start: number, newText: string): Finding {
  const span = { start, end: start + tags.length };
  const shown = tags.trim();
  const title = t('Remove the HTML tags, and convert breaks and tables to lines of text');
  return { span, message: t('HTML tag {0}', shown), fixes: [replacement(span, newText, 'suggested', title)] };
}

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
    fixes: [
      replacement(span, plain, 'suggested', t('Remove the HTML tags, and convert breaks and tables to lines of text')),
    ],
  };
}
