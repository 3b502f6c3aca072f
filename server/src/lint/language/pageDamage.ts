import { firstIndex } from '../../core/search';
import { shiftSpan, type Span } from '../../core/span';
import type { IssueDocument, Page } from '../../issue/model';
import type { Detection } from '../../languageModel/detect';
import type { DetectionBlock } from './detectionBlock';
import { errorRateOf, errorRateOfParagraph, loweringAt, type Sample } from './errorRate';
import type { ExemptionCheck } from './exemptions';

/** An estimate of how much of a page is wrong. */
export interface PageDamage {
  /** Wrong characters per character. */
  readonly rate: number;
  /** The page's mark, or its first block that has detections; relative to that block. */
  readonly span: Span;
}

/** What the errors of its pages mean for an issue. */
export interface Damage {
  /** By how many nats the thresholds are lowered in a block, by the errors of its page and its own. */
  loweringOf(one: DetectionBlock): number;
  /** The estimate for a damaged page, at its first block that has detections. */
  damageAt(one: DetectionBlock): PageDamage | undefined;
}

/** What is no error although the language speaks against it. */
interface Exceptions {
  readonly isKnown: ExemptionCheck;
  readonly isRight: ExemptionCheck;
}

/**
 * Estimates how much of each page is wrong. A page without so many errors that thresholds are lowered is not damaged, nor is
 * any of its blocks.
 */
export function pageDamageIn(
  { pages, text }: IssueDocument,
  detected: readonly DetectionBlock[],
  { isKnown, isRight }: Exceptions,
): Damage {
  const lowerings = new Map<DetectionBlock, number>();
  const damages = new Map<DetectionBlock, PageDamage>();
  const parts: readonly Pick<Page, 'span' | 'mark'>[] =
    pages.length > 0 ? pages : [{ span: { start: 0, end: text.length } }];
  for (const { span, mark } of parts) {
    const onPage = blocksWithin(detected, span);
    const rateOf = (samples: readonly Sample[]): number =>
      errorRateOf({ length: span.end - span.start, detections: samples.flatMap(({ detections }) => detections) });
    const doubtful = onPage.map(({ block: { line }, detections }) => ({
      length: line.text.length,
      detections: detections.filter((detection) => isLikelyMisread(detection) || !isKnown(detection, line.text)),
    }));
    if (loweringAt(rateOf(doubtful)) === 0) continue;
    // Names are looked for only on pages that look damaged: that takes long.
    const remaining = onPage.map(({ block: { line } }, index) => ({
      length: line.text.length,
      detections: (doubtful[index]?.detections ?? []).filter((detection) => !isRight(detection, line.text)),
    }));
    const rate = rateOf(remaining);
    const [first] = onPage;
    if (loweringAt(rate) === 0 || !first) continue;
    damages.set(first, { rate, span: shiftSpan((mark ?? first.block).content, -first.block.content.start) });
    for (const [index, one] of onPage.entries()) {
      const paragraph = remaining[index];
      if (paragraph) lowerings.set(one, loweringAt(errorRateOfParagraph(paragraph, rate)));
    }
  }
  return { loweringOf: (one) => lowerings.get(one) ?? 0, damageAt: (one) => damages.get(one) };
}

/** Those of some blocks, sorted by position, that are within a span. */
function blocksWithin(sorted: readonly DetectionBlock[], { start, end }: Span): readonly DetectionBlock[] {
  const from = firstIndex(sorted.length, (index) => (sorted[index]?.block.content.start ?? 0) >= start);
  const to = firstIndex(sorted.length, (index) => (sorted[index]?.block.content.end ?? 0) > end);
  return sorted.slice(from, to);
}

/** From so many nats above medium confidence on, a form that recurs is more likely to be misread again and again. */
const RECURRING_ERROR = 1;

/** Recognition misreads the same character in the same way wherever it is printed so: 收人 for 收入. */
export function isLikelyMisread({ mayBeHigh, mediumMargin }: Detection): boolean {
  return mayBeHigh && mediumMargin >= RECURRING_ERROR;
}
