import { t } from '@vscode/l10n';
import type { Span } from '../../../core/span';
import type { Article, IssueDocument } from '../../../issue/model';
import { linesTouching, referenceTo, type PrintedLines } from '../../../issue/structure/printedLines';
import { BLOCK_ROLES, type BlockRole, type StructureDecision } from '../../../source/sidecar/schema';
import { articleFinderOf } from './articleFinderOf';

/** What every decision has: who made it, and when. */
export interface Signature {
  newId(): string;
  readonly by: string | undefined;
  /** As ISO 8601. */
  readonly created: string;
}

/** Decides what the blocks of a selection are. Throws an error with a sentence for the user where there is none. */
export function decideRole(
  lines: PrintedLines,
  here: Span,
  role: BlockRole,
  signature: Signature,
): StructureDecision[] {
  if (!BLOCK_ROLES.includes(role)) throw new Error(t('It must be one of: {0}.', BLOCK_ROLES.join(', ')));
  return chosenLines(lines, here).map((line) => ({
    ...signed(signature),
    kind: 'role',
    line: referenceTo(lines, line),
    role,
  }));
}

/** Decides that the article at a place goes on with the one above. Throws where there is none. */
export function decideJoin(
  document: IssueDocument,
  lines: PrintedLines,
  here: Span,
  signature: Signature,
): StructureDecision[] {
  const article = articleAt(document, lines, here);
  if (document.articles[0] === article) throw new Error(t('There is no article above this one.'));
  const [line] = linesTouching(lines, { start: article.span.start, end: article.span.start });
  return [{ ...signed(signature), kind: 'join', line: referenceTo(lines, line ?? 0) }];
}

/** Decides that an article begins at a line. Throws where one begins there already. */
export function decideSplit(
  document: IssueDocument,
  lines: PrintedLines,
  here: Span,
  signature: Signature,
): StructureDecision[] {
  const [line = 0] = chosenLines(lines, here);
  const article = articleAt(document, lines, here);
  if (article.span.start === lines.spans[line]?.start) throw new Error(t('An article already begins here.'));
  return [{ ...signed(signature), kind: 'split', line: referenceTo(lines, line) }];
}

/** Decides that the article at one place goes on in the article at another. Throws where it is the same. */
export function decideContinuation(
  document: IssueDocument,
  lines: PrintedLines,
  [here, to]: readonly [Span, Span],
  signature: Signature,
): StructureDecision[] {
  const [article, other] = [articleAt(document, lines, here), articleAt(document, lines, to)];
  if (article === other) throw new Error(t('An article cannot be its own continuation.'));
  const headOf = ({ headlines, span }: Article): number => {
    const main = headlines.find(({ role }) => role === 'main')?.block.span.start ?? span.start;
    return linesTouching(lines, { start: main, end: main })[0] ?? 0;
  };
  const [line, next] = [referenceTo(lines, headOf(article)), referenceTo(lines, headOf(other))];
  return [{ ...signed(signature), kind: 'continuation', line, to: next }];
}

function articleAt(document: IssueDocument, lines: PrintedLines, here: Span): Article {
  const start = lines.spans[chosenLines(lines, here)[0] ?? 0]?.start ?? here.start;
  const article = articleFinderOf(document)(start);
  if (!article) throw new Error(t('There is no article here.'));
  return article;
}

function chosenLines(lines: PrintedLines, here: Span): readonly number[] {
  const chosen = linesTouching(lines, here);
  if (chosen.length === 0) throw new Error(t('There is no text on this line.'));
  return chosen;
}

function signed({ newId, by, created }: Signature): Pick<StructureDecision, 'id' | 'by' | 'created'> {
  return { id: newId(), ...(by === undefined ? {} : { by }), created };
}
