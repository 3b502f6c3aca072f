import { codePointsOf } from '../../core/codePoints';
import type { Span } from '../../core/span';
import type { Target } from '../../source/sidecar/schema';
import { anchorInSteps } from '../anchor/anchor';
import { correspondenceOf } from '../anchor/correspondence';
import { layoutOf, printLayout, readLayout } from '../anchor/layout';
import { NOWHERE, type Anchor } from '../model';
import { withoutLookAlikes } from './lookAlikes';
import { portableText } from '../interchange/portableText';
import type { ImportedAnnotation, ImportedPlace } from './model';

/** Where the words of an annotation are in an issue, and the words with what surrounds them in the file. */
export interface AnchoredWords {
  readonly anchor: Anchor;
  readonly words: Pick<Target, 'exact' | 'prefix' | 'suffix'>;
}

/**
 * Places annotations whose file has their words, but not the text. With the layout of the text they are anchored like those of
 * a sidecar. Without it, a position is believed as long as all words up to it are where they should be; after that only
 * words count that are in the issue once with all of what surrounds them.
 */
export function* placeQuotes(
  lines: string | undefined,
  annotations: readonly ImportedAnnotation[],
  issue: string,
): Generator<undefined, readonly AnchoredWords[]> {
  const quoteOf = ({ place }: ImportedAnnotation): AnchoredWords['words'] => place.quote ?? NO_WORDS;
  const old = lines === undefined ? undefined : readLayout(lines);
  const isDescribed = old !== undefined && lines === printLayout(layoutOf(issue));
  if (old && !isDescribed && annotations.every(({ place }) => place.span && place.quote)) {
    const targets = annotations.map((one) => ({ ...(one.place.span ?? NO_SPAN), ...quoteOf(one) }));
    const corresponding = correspondenceOf(old, issue);
    const found = yield* anchorInSteps(old, issue, targets, corresponding);
    const anchors = withoutLookAlikes({ lines: corresponding, now: issue, targets, anchors: found });
    return annotations.map((one, at) => ({ words: quoteOf(one), anchor: anchors[at] ?? NOWHERE }));
  }
  const anchors = new Map<ImportedAnnotation, Anchor>();
  const find = quoteFinder(issue);
  const units = unitsOf(issue);
  let isTrusted = true;
  for (const one of annotations.toSorted((first, second) => startOf(first.place) - startOf(second.place))) {
    const here = isTrusted ? placeAt(one.place, issue, units) : undefined;
    if (!here && startOf(one.place) < Infinity) isTrusted = isDescribed;
    anchors.set(one, here ? { ...here, state: 'anchored' } : find(quoteOf(one)));
  }
  return annotations.map((one) => ({ words: quoteOf(one), anchor: anchors.get(one) ?? NOWHERE }));
}

/** The words of an annotation whose file does not have them. */
export const NO_WORDS = { exact: '', prefix: '', suffix: '' };
const NO_SPAN = { start: 0, end: 0 };

function startOf({ span, points }: ImportedPlace): number {
  return span?.start ?? points?.start ?? Infinity;
}

/** Turns a position into the spans that it may be: in code points, and in code units, as the recommendation leaves open. */
function unitsOf(issue: string): (place: ImportedPlace) => readonly Span[] {
  const { unitAt } = codePointsOf(issue);
  return ({ span, points }) => [
    ...(span ? [span] : []),
    ...(points ? [{ start: unitAt(points.start), end: unitAt(points.end) }, points] : []),
  ];
}

/** The span at the position that a file gives, if the issue has the words there with what surrounds them. */
function placeAt(
  place: ImportedPlace,
  issue: string,
  unitsOf: (place: ImportedPlace) => readonly Span[],
): Span | undefined {
  const { quote } = place;
  if (!quote) return undefined;
  return unitsOf(place).find(
    ({ start, end }) =>
      issue.slice(start, end) === quote.exact &&
      issue.slice(0, start).endsWith(quote.prefix) &&
      issue.startsWith(quote.suffix, end),
  );
}

/** Makes what finds words with what surrounds them where the issue has them once, whatever ends its lines. */
function quoteFinder(issue: string): (quote: AnchoredWords['words']) => Anchor {
  const { text, rawSpanOf } = portableText(issue);
  return (quote) => {
    const [prefix, exact, suffix] = [quote.prefix, quote.exact, quote.suffix].map((part) =>
      part.replace(/^\uFEFF+/, '').replace(/\r\n?/g, '\n'),
    ) as [string, string, string];
    const words = prefix + exact + suffix;
    const at = exact === '' ? -1 : text.indexOf(words);
    if (at < 0) return NOWHERE;
    const isClear = prefix.length + suffix.length >= LEAST_CONTEXT || exact.length >= LEAST_WORDS;
    const start = at + prefix.length;
    const isOnly = text.indexOf(words, at + 1) < 0;
    const span = rawSpanOf({ start, end: start + exact.length });
    return { ...span, state: isClear && isOnly ? 'anchored' : 'ambiguous' };
  };
}

/** So many code units around some words, or in them, tell them from others. */
const LEAST_CONTEXT = 8;
const LEAST_WORDS = 16;
