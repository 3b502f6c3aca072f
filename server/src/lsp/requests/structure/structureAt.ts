import { visible } from '../../../core/visible';
import type { Span } from '../../../core/span';
import { blockRole } from '../../../features/blockRole';
import { articleName } from '../../../features/documentSymbols';
import type { Article, IssueDocument } from '../../../issue/model';
import { linesTouching } from '../../../issue/structure/printedLines';
import { BLOCK_ROLES, type StructureDecision } from '../../../source/sidecar/schema';
import { rangeOf } from '../../ranges';
import type { OpenIssue } from '../../session/openIssues';
import type { ArticleItem, DecisionItem, StructureResult } from '../../structureProtocol';
import { articleFinderOf } from './articleFinderOf';
import { decisionsAt } from './decisionsAt';
import { linesOfDocument } from './linesOfDocument';
import { decisionTitle, roleTitle } from './words';

/** What is at a place, and what has been decided in the issue: the decisions in the order of the text, those without a line last. */
export function structureAt({ analysis }: OpenIssue, here: Span): StructureResult {
  const { document } = analysis;
  const lines = linesOfDocument(document);
  const [line] = linesTouching(lines, here);
  const start = lines.spans[line ?? -1]?.start;
  const role = start === undefined ? undefined : blockRole(analysis, start);
  const article = start === undefined ? undefined : articleFinderOf(document)(start);
  const isHere = new Set(decisionsAt(document, lines, here).map(({ decision }) => decision.id));
  return {
    roles: BLOCK_ROLES.map((one) => ({ role: one, title: roleTitle(one) })),
    ...(role === undefined ? {} : { role }),
    ...(article ? { article: article.id } : {}),
    articles: document.articles.map((one) => articleItem(document, one)),
    decisions: [
      ...document.handMade.placed.map(({ decision, span }) => ({
        ...decisionItem(decision, isHere.has(decision.id)),
        position: rangeOf(document.lines, span).start,
      })),
      ...document.handMade.unplaced.map((decision) => decisionItem(decision, false)),
    ],
  };
}

function articleItem({ text, lines, pages }: IssueDocument, article: Article): ArticleItem {
  const page = pages.find(({ span }) => article.span.start < span.end)?.label;
  return {
    id: article.id,
    title: visible(articleName(text, article)),
    ...(page === undefined ? {} : { page: visible(page) }),
    position: rangeOf(lines, article.span).start,
  };
}

function decisionItem(decision: StructureDecision, isHere: boolean): DecisionItem {
  return { id: decision.id, title: visible(decisionTitle(decision)), words: visible(decision.line.text), isHere };
}
