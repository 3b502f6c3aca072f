import { memoize } from '../../core/cache';
import { shiftSpan, type Span } from '../../core/span';
import type { Article, Block, BlockKind, IssueDocument, Line } from '../../issue/model';
import type { PartialDate } from '../../gazetteer/model';
import { dateExpressionsIn, type DateExpression } from '../dates/dateExpressions';
import { resolveDates } from '../dates/resolveDates';
import { LONGEST_READ_LINE } from '../../languageModel/pieces';
import type { Mention } from '../model';
import { quantitiesIn } from '../quantities/quantities';
import { withoutOverlapping } from '../detect/candidate';
import { worksIn } from '../detect/works';

/**
 * The dates, quantities and works that an issue names, in no order. Dates are counted from the issue's date, and within
 * an article that has a dateline from that; one that cannot be made out has no value and only medium confidence. Works in steps.
 */
export function* datesQuantitiesAndWorksIn(
  document: IssueDocument,
  articleAt: (offset: number) => Article | undefined,
  issueDate?: PartialDate,
): Generator<undefined, Mention[]> {
  const mentions: Mention[] = [];
  let looked = 0;
  const dates = new Map<Article | undefined, Placed[]>();
  for (const { kind, content, line } of document.blocks) {
    if (!READ.includes(kind) || line.text.length > LONGEST_READ_LINE) continue;
    looked += line.text.length + 1;
    if (looked > STEP) {
      looked = 0;
      yield;
    }
    const { expressions, others } = inLine(line);
    for (const mention of others) mentions.push({ ...mention, span: shiftSpan(mention.span, content.start) });
    if (expressions.length === 0) continue;
    const article = articleAt(content.start);
    const placed = dates.get(article) ?? [];
    for (const expression of expressions) placed.push({ expression, content, line });
    dates.set(article, placed);
  }
  for (const [article, placed] of dates) mentions.push(...datesOf(article, placed, issueDate));
  return mentions;
}

/** Code units of lines that are looked at in one step. */
const STEP = 20_000;

/** Kinds of blocks in which something is stated. */
const READ: readonly BlockKind[] = ['heading', 'rubric', 'body', 'crosshead', 'caption', 'jump', 'table'];

interface Placed extends Pick<Block, 'content' | 'line'> {
  readonly expression: DateExpression;
}

interface InLine {
  readonly expressions: readonly DateExpression[];
  readonly others: readonly Mention[];
}

/** What a line shows by itself, with spans into it. */
const inLine = memoize(({ text }: Line): InLine => {
  const expressions = dateExpressionsIn(text);
  const quantities = withoutOverlapping(quantitiesIn(text), expressions);
  const works = worksIn(text);
  return {
    expressions,
    others: [
      ...quantities.map((one) => ({ ...mention('quantity', one, text.slice(one.start, one.end)), value: one.value })),
      ...works.map((one) => mention('work', one, one.name)),
    ],
  };
});

function datesOf(
  article: Article | undefined,
  placed: readonly Placed[],
  issueDate: PartialDate | undefined,
): Mention[] {
  const dateline = article?.dateline;
  const values = resolveDates(
    placed.map(({ expression }) => expression),
    { ...(issueDate === undefined ? {} : { issueDate }), ...(dateline ? { dateline } : {}) },
  );
  return placed.map(({ expression, content, line }, at) => {
    const value = values[at];
    const found = mention(
      'date',
      shiftSpan(expression, content.start),
      line.text.slice(expression.start, expression.end),
    );
    return value ? { ...found, value } : { ...found, confidence: 'medium' };
  });
}

function mention(type: 'date' | 'quantity' | 'work', { start, end }: Span, name: string): Mention {
  return { type, span: { start, end }, confidence: 'high', candidates: [], evidence: [{ kind: 'shape' }], name };
}
