import { t } from '@vscode/l10n';
import words from '../../../../dictionaries/lexicons/page-words.json';
import type { Fix } from '../../core/diagnostic';
import { memoize } from '../../core/cache';
import { quote } from '../../core/quote';
import { shiftSpan, type Span } from '../../core/span';
import type { Article, Block, IssueDocument, Line } from '../../issue/model';
import { oneOf } from '../../issue/vocabulary';
import { articleRule } from '../rule';
import { lineEndOf } from '../wholeLines';

/** Code units below which a paragraph is not long enough to hold two. */
const LONG = 160;

/** Code units that must be before and after the place: a paragraph has some body. */
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
  description:
    'A long paragraph in which a second one seems to begin, in the same way as other paragraphs of the article.',
  severity: 'info',
  applicability: 'manual',
  *check({ document, article }) {
    if (!opensParagraphsSo(article)) return;
    for (const { content, line } of article.paragraphs.flatMap(({ parts }) => parts))
      for (const opening of openingsWithin(line)) {
        const span = shiftSpan(opening, content.start);
        yield {
          span,
          message: t(
            'A paragraph seems to begin here, in the same way as others in this article: {0}',
            quote(document.text, span),
          ),
          fixes: [split(document, span.start)],
        };
      }
  },
});

/** Whether the article has paragraphs that open with 会议强调， and the like. */
function opensParagraphsSo({ paragraphs }: Article): boolean {
  return paragraphs.some(({ parts: [first] }) => first && isUnmarked(first) && opensSo(first.line));
}

function isUnmarked({ span, content }: Block): boolean {
  return span.start === content.start;
}

const opensSo = memoize(({ text }: Line) => AT_START.test(text.slice(0, 14)));

/** Where such openings are within a long line, far enough from its ends. */
const openingsWithin = memoize(({ text }: Line): readonly Span[] => {
  if (text.length < LONG) return [];
  return Array.from(text.matchAll(AFTER_SENTENCE), ({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  })).filter(({ start }) => start >= SHORTEST_PART && start <= text.length - SHORTEST_PART);
});

function split(document: IssueDocument, at: number): Fix {
  const newText = lineEndOf(document).repeat(2);
  return { title: t('Begin a new paragraph here'), applicability: 'manual', edits: [{ start: at, end: at, newText }] };
}
