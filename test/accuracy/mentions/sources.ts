import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ReadingMode } from '../../../server/src/source/issueSource';
import { readSourceIssues } from '../habits/source';

/** Real texts in which names are looked for. */
export interface MentionSource {
  readonly name: string;
  /** How many of the names drawn are from it, in proportion to the others. */
  readonly share: number;
  readonly mode?: ReadingMode;
  texts(): string[];
}

const DATA = '../shared/data';

export const MENTION_SOURCES: readonly MentionSource[] = [
  { name: 'pages of June 2026', share: 5, texts: pagesOfJune },
  { name: 'news transcripts', share: 1, texts: transcripts },
  { name: 'newspaper of 1939', share: 1, texts: pagesOf1939 },
  { name: 'news of 1998', share: 1, mode: 'lines', texts: newsOf1998 },
  { name: 'government reports', share: 1, texts: reports },
  { name: 'web news', share: 1, mode: 'lines', texts: webNews },
];

/** Pages with heading marks, each page a text. */
function pagesOfJune(): string[] {
  const folder = join(DATA, 'text/rmrb_pages');
  if (!existsSync(folder)) return [];
  return readSourceIssues(folder, Infinity)
    .issues.filter(({ date }) => date.startsWith('2026-06'))
    .flatMap(({ date, paper, pages }) =>
      pages.map(({ articles, page, section }) => {
        const stories = articles.map(({ kicker, title, subtitle, paragraphs, captions }) =>
          [
            ...(kicker === '' ? [] : [`## ${kicker}`]),
            `# ${title}`,
            ...(subtitle === '' ? [] : [`## ${subtitle}`]),
            ...paragraphs,
            ...captions,
          ].join('\n\n'),
        );
        return [`${paper} ${date} 第${String(page)}版 ${section}`, ...stories].join('\n\n');
      }),
    );
}

/** The transcripts of a day, each day a text. */
function transcripts(): string[] {
  const folder = join(DATA, 'text/xwlb');
  return filesOf(folder, '.txt.gz').flatMap((file) =>
    gunzipSync(readFileSync(join(folder, file)))
      .toString('utf8')
      .split(/^@@ .*$/m)
      .filter((day) => day.trim() !== ''),
  );
}

function pagesOf1939(): string[] {
  const folder = join(DATA, 'text/jingbao');
  return filesOf(folder, '.paragraphs.txt').map((file) => readFileSync(join(folder, file), 'utf8'));
}

function newsOf1998(): string[] {
  return linesOf(join(DATA, 'csc/clean_rmrb1998.txt'));
}

function reports(): string[] {
  const folder = join(DATA, 'text/gov_reports/provinces_2025');
  return filesOf(folder, '.txt').map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** Marks of names are taken out of the text of BosonNLP. */
function webNews(): string[] {
  return linesOf(join(DATA, 'ner/boson/origindata.txt')).map((line) =>
    line.replace(/\{\{\w+:([^{}]*)\}\}/g, (_, name: string) => name.trim()).replaceAll('\\n', ''),
  );
}

function filesOf(folder: string, ending: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : [];
}

function linesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
}
