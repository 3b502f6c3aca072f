import { t } from '@vscode/l10n';
import words from '../../../../dictionaries/page-words.json';
import type { Fix } from '../../core/diagnostic';
import type { Article, IssueDocument } from '../../issue/model';
import { articleRule, contentOf } from '../rule';
import { lineEndOf } from '../wholeLines';

/** Code units below which a paragraph is not long enough to hold two. */
const LONG = 160;

/** Code units that must stand before and after the place: a paragraph has some body. */
const SHORTEST_PART = 60;

/** 会议强调， — who says something, and how, at the start of a paragraph. */
const OPENING = new RegExp(`^([\\u4e00-\\u9fff]{2,8}?)(?:${words.reportingVerbs.join('|')})[，,]`);

/** The same after the speaker's name. What is quoted at once supports the sentence before and opens nothing. */
const SAYING = new RegExp(`(?:${words.reportingVerbs.join('|')})[，,](?!“)`, 'y');

export const mergedParagraphs = articleRule({
  id: 'merged-paragraphs',
  title: 'Merged paragraphs',
  description: 'A long paragraph in the middle of which another begins, as the article’s other paragraphs begin.',
  severity: 'info',
  applicability: 'manual',
  *check({ document, article }) {
    const speakers = speakersOf(document, article);
    if (speakers.size === 0) return;
    for (const block of article.paragraphs.flatMap(({ parts }) => parts)) {
      if (block.content.end - block.content.start < LONG) continue;
      const text = contentOf(document, block);
      for (const speaker of speakers)
        for (const { start, end } of openings(text, speaker))
          yield {
            span: { start: block.content.start + start, end: block.content.start + end },
            message: t('A paragraph seems to begin here: others of this article begin with “{0}”', speaker),
            fixes: [split(document, block.content.start + start)],
          };
    }
  },
});

/** Who the article's paragraphs begin with: 会议, 督查组, the name of a speaker. */
function speakersOf(document: IssueDocument, { paragraphs }: Article): Set<string> {
  const speakers = new Set<string>();
  for (const { parts } of paragraphs) {
    const start = parts[0]?.content.start ?? 0;
    const speaker = OPENING.exec(document.text.slice(start, start + 14))?.[1];
    if (speaker) speakers.add(speaker);
  }
  return speakers;
}

/** Where a sentence within the text opens with the speaker, far enough from both ends. */
function* openings(text: string, speaker: string): Iterable<{ start: number; end: number }> {
  const sought = `。${speaker}`;
  for (
    let at = text.indexOf(sought, SHORTEST_PART);
    at >= 0 && at < text.length - SHORTEST_PART;
    at = text.indexOf(sought, at + 1)
  ) {
    SAYING.lastIndex = at + sought.length;
    if (SAYING.test(text)) yield { start: at + 1, end: SAYING.lastIndex };
  }
}

function split(document: IssueDocument, at: number): Fix {
  const lineEnd = lineEndOf(document);
  return {
    title: t('Begin a new paragraph here'),
    applicability: 'manual',
    edits: [{ start: at, end: at, newText: lineEnd + lineEnd }],
  };
}
