import { t } from '@vscode/l10n';
import contexts from '../../../../dictionaries/lexicons/name-contexts.json';
import pageWords from '../../../../dictionaries/lexicons/page-words.json';
import type { Finding } from '../../core/diagnostic';
import { memoize } from '../../core/cache';
import { isChineseName } from '../../entities/names';
import type { Article, Block, IssueDocument, Line } from '../../issue/model';
import { oneOf, VOCABULARY } from '../../issue/vocabulary';
import { issueRule } from '../rule';

/** 出席, 讲话, 强调: what a headline says of people right after their names. */
const DEEDS = new RegExp(oneOf([...pageWords.attendance, ...pageWords.reportingVerbs]), 'g');

/** Four to twelve Han characters at the end of a text, with only these since the last space or mark. */
const RUN_AT_END = /(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{4,12}$/;

const LONGEST_RUN = 12;

/** 记者 and then Han characters up to the next title, the next mark, or what they did (摄, 整理). */
const NAMED_BY_ROLE = new RegExp(
  `(?:${oneOf(VOCABULARY.bylineTitles)})[\\s　:：]*([\\u4e00-\\u9fff]{2,9}?)(?=$|[^\\u4e00-\\u9fff]|${oneOf([...VOCABULARY.bylineTitles, ...VOCABULARY.photographerEndings, ...contexts.bylineEndings])})`,
  'g',
);

const TITLE_BEFORE = new RegExp(`(?:${oneOf(contexts.titleEndings)})$`);
const NAME_ENDS = new RegExp(`^(?:$|[^\\u4e00-\\u9fff]|${oneOf(contexts.following)})`);

/** A byline is in a short line of its own or at the very start of the story. */
const LONGEST_BYLINE = 60;

/** Lines of a head that are read; each is compared with the whole story, and no story has so many. */
const MOST_HEADLINES = 20;

export const runTogetherNames = issueRule({
  id: 'run-together-names',
  title: 'Names run together',
  description: 'Two personal names without the space that separates them on the printed page.',
  severity: 'info',
  applicability: 'manual',
  *check({ document }) {
    const signed = new Set(document.articles.flatMap(({ byline }) => byline?.people.map(({ name }) => name) ?? []));
    for (const article of document.articles) {
      yield* inHeadlines(document, article, signed);
      yield* inBylines(article, signed);
    }
  },
});

/** Names in a headline are sure only where the story below names each of these people with a title. */
function* inHeadlines(document: IssueDocument, article: Article, signed: ReadonlySet<string>): Iterable<Finding> {
  for (const { block } of article.headlines.slice(0, MOST_HEADLINES)) {
    for (const { words, at } of runsBeforeDeeds(block.line)) {
      const story = document.simplified.slice(block.span.end, article.span.end);
      const names = splitIntoNames(words, (name) => signed.has(name) || isNamedWithTitle(story, name));
      if (names.length > 1) yield findingAt(block.content.start + at, names);
    }
  }
}

function* inBylines(article: Article, signed: ReadonlySet<string>): Iterable<Finding> {
  for (const block of signatureBlocks(article)) {
    for (const { words, at } of runsBehindTitles(block.line)) {
      // Four characters may be one name of another people of China, so both halves must have signed something.
      const names = splitIntoNames(words, (name) => words.length > 4 || signed.has(name));
      if (names.length > 1) yield findingAt(block.content.start + at, names);
    }
  }
}

/** Han characters in a row that may be names, and their offset in the line. */
interface Run {
  readonly words: string;
  readonly at: number;
}

const runsBeforeDeeds = memoize(({ text }: Line): readonly Run[] =>
  Array.from(text.matchAll(DEEDS)).flatMap((deed) => {
    const from = Math.max(0, deed.index - LONGEST_RUN - 1);
    const run = RUN_AT_END.exec(text.slice(from, deed.index));
    return run ? [{ words: run[0], at: from + run.index }] : [];
  }),
);

const runsBehindTitles = memoize(({ text }: Line): readonly Run[] =>
  Array.from(text.slice(0, LONGEST_BYLINE).matchAll(NAMED_BY_ROLE), ({ 0: whole, 1: words = '', index }) => ({
    words,
    at: index + whole.length - words.length,
  })),
);

/** Where a byline may be that is not recognised as one: taken for a subhead, or at either end of the story. */
function signatureBlocks({ headlines, paragraphs }: Article): Block[] {
  const ends = [paragraphs[0]?.parts[0], paragraphs.length > 1 ? paragraphs.at(-1)?.parts[0] : undefined];
  return [...headlines.map(({ block }) => block), ...ends.filter((block) => block !== undefined)];
}

/** The names that a run of characters consists of; empty where it cannot be read as names alone. */
function splitIntoNames(run: string, isKnown: (name: string) => boolean): string[] {
  if (run === '') return [];
  for (const length of [3, 2, 4]) {
    const name = run.slice(0, length);
    if (name.length < length || !isChineseName(name) || !isKnown(name)) continue;
    if (length === run.length) return [name];
    const others = splitIntoNames(run.slice(length), isKnown);
    if (others.length > 0) return [name, ...others];
  }
  return [];
}

/** Whether the text somewhere has the name between a title and what can follow a name: 组长某某主持会议. */
function isNamedWithTitle(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (TITLE_BEFORE.test(text.slice(Math.max(0, at - 4), at)) && NAME_ENDS.test(text.slice(end, end + 4))) return true;
  }
  return false;
}

function findingAt(start: number, names: readonly string[]): Finding {
  const seams = names.slice(0, -1).map((_, place) => start + names.slice(0, place + 1).join('').length);
  return {
    span: { start, end: start + names.join('').length },
    message: t('Names run together: {0}', names.join('、')),
    fixes: [
      {
        title: t('Put a space between the names'),
        applicability: 'manual',
        edits: seams.map((at) => ({ start: at, end: at, newText: ' ' })),
      },
    ],
  };
}
