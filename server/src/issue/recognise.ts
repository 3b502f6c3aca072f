import { isHan } from '../core/characters';
import type { IssueDocument } from './model';
import { parseIssue } from './parse';

/** How the plain text that an export writes for reading begins: it is a copy, not an issue to be worked on. */
export const READING_COPY = '══════════\n';

/** The share of Han characters among all that are not blank; Chinese newspapers have 0.8, a README with Chinese notes less. */
const LEAST_HAN = 0.5;

/**
 * Whether a text, or its first few thousand characters, looks like pages of a Chinese newspaper: mostly Han, and with
 * signs that only newspapers have. One such sign is enough below a headline, else there must be two.
 */
export function looksLikeIssue(text: string): boolean {
  if (text.startsWith(READING_COPY) || hanShare(text) < LEAST_HAN) return false;
  const document = parseIssue(text);
  const signs = newspaperSigns(document);
  return signs >= 2 || (signs === 1 && document.blocks.some(({ level }) => level !== undefined));
}

/** Bylines with a title (记者, 通讯员), datelines (新华社…电), printed page marks, jump lines and photographers' credits. */
function newspaperSigns({ articles, pages, blocks }: IssueDocument): number {
  const bylines = articles.filter(({ byline }) => byline?.source !== undefined).length;
  const datelines = articles.filter(({ dateline }) => dateline).length;
  const jumps = articles.reduce((sum, article) => sum + article.jumps.length, 0);
  const marks = pages.filter(({ mark }) => mark).length;
  const credits = blocks.filter(({ kind }) => kind === 'credit').length;
  return bylines + datelines + jumps + marks + credits;
}

function hanShare(text: string): number {
  let han = 0;
  let all = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0x3000) continue;
    all++;
    if (isHan(code)) han++;
  }
  return all === 0 ? 0 : han / all;
}
