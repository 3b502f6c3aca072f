import { t } from '@vscode/l10n';
import { quote } from '../../core/quote';
import { wholeCharacters } from '../../core/wholeCharacters';
import type { Article, Block, IssueDocument } from '../../issue/model';
import { articleRule } from '../rule';

/** A paragraph of fewer code units is a signature, a date or an item of a list, which no mark ends. */
const SHORTEST = 30;

/** What an unfinished sentence ends with: a word, or a mark after which more must come. */
const UNFINISHED = /[\u4e00-\u9fff0-9A-Za-z，、；,;“‘《（(]$/;

/** A credit or a note after the last sentence: ……清晨的云川河堤。 林望舒摄 */
const NOTE_BEHIND = /[。！？”）][\s　]*[（\s　][^。！？]*$/;

export const truncatedArticle = articleRule({
  id: 'truncated-article',
  title: 'Truncated article',
  description: 'An article whose last paragraph stops in mid-sentence and that is not continued elsewhere.',
  severity: 'info',
  *check({ document, article }) {
    const last = lastSentenceBlock(article);
    if (!last) return;
    const words = last.line.text;
    if (words.length < SHORTEST || !UNFINISHED.test(words.slice(-1))) return;
    if (!isProse(words) || NOTE_BEHIND.test(words.slice(-80))) return;
    const span = tailOf(document, last);
    yield {
      span,
      message: t('The article stops in mid-sentence here: {0}', quote(document.text, span)),
      fixes: [],
    };
  },
});

/** The last block of running text of a story that is complete in this issue. */
function lastSentenceBlock({ kind, jumps, paragraphs }: Article): Block | undefined {
  if (kind !== 'article' || jumps.some(({ direction }) => direction === 'to')) return undefined;
  const last = paragraphs.at(-1);
  const block = last?.parts.at(-1);
  return last?.role === 'body' && block?.kind === 'body' ? block : undefined;
}

/** Sentences have a full stop or a comma within; lists of names and lines of verse have not. */
function isProse(words: string): boolean {
  return /[，。,]./.test(words);
}

/** The words after the last mark: what the sentence was about to say. */
function tailOf(document: IssueDocument, { content }: Block): { start: number; end: number } {
  const words = document.text.slice(Math.max(content.start, content.end - SHORTEST), content.end);
  const mark = Math.max(...['，', '。', '、', '；', ',', ';'].map((each) => words.lastIndexOf(each, words.length - 2)));
  return wholeCharacters(document.text, { start: content.end - (words.length - 1 - mark), end: content.end });
}
