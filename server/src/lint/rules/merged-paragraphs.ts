import { t } from '@vscode/l10n';
import words from '../../../../dictionaries/page-words.json';
import type { Fix } from '../../core/diagnostic';
import type { Article, Block, IssueDocument } from '../../issue/model';
import { oneOf } from '../../issue/vocabulary';
import { articleRule } from '../rule';
import { lineEndOf } from '../wholeLines';

/** Code units below which a paragraph is not long enough to hold two. */
const LONG = 160;

/** Code units that must stand before and after the place: a paragraph has some body. */
const SHORTEST_PART = 60;

/**
 * 会议强调， — who says something, and how; 对群众来说 begins with no speaker. What is quoted at once supports the sentence
 * before and opens nothing.
 */
const OPENING = `(?![从以于对按据应])[\\u4e00-\\u9fff]{2,8}?(?:${oneOf(words.reportingVerbs)})[，,](?!“)`;
const AT_START = new RegExp(`^${OPENING}`);
const AFTER_SENTENCE = new RegExp(`(?<=。)${OPENING}`, 'g');

export const mergedParagraphs = articleRule({
  id: 'merged-paragraphs',
  title: 'Merged paragraphs',
  description: 'A long paragraph in the middle of which another begins, as the article’s other paragraphs begin.',
  severity: 'info',
  applicability: 'manual',
  *check({ document, article }) {
    if (!opensParagraphsSo(document, article)) return;
    for (const { content } of article.paragraphs.flatMap(({ parts }) => parts).filter(isLong)) {
      const text = document.text.slice(content.start, content.end);
      for (const { 0: opening, index } of text.matchAll(AFTER_SENTENCE)) {
        if (index < SHORTEST_PART || index > text.length - SHORTEST_PART) continue;
        const start = content.start + index;
        yield {
          span: { start, end: start + opening.length },
          message: t('A paragraph seems to begin here, as others of this article do'),
          fixes: [split(document, start)],
        };
      }
    }
  },
});

/** Whether the article has paragraphs that open with 会议强调， and the like. */
function opensParagraphsSo({ text }: IssueDocument, { paragraphs }: Article): boolean {
  return paragraphs.some(({ span }) => AT_START.test(text.slice(span.start, span.start + 14)));
}

function isLong({ content }: Block): boolean {
  return content.end - content.start >= LONG;
}

function split(document: IssueDocument, at: number): Fix {
  const newText = lineEndOf(document).repeat(2);
  return { title: t('Begin a new paragraph here'), applicability: 'manual', edits: [{ start: at, end: at, newText }] };
}
