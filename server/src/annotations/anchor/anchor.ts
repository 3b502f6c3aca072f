import search from 'approx-string-match';
import type { Span } from '../../core/span';
import { wholePairs } from '../../core/wholeCharacters';
import type { Target } from '../../source/sidecar/schema';
import type { Anchor } from '../model';
import { correspondenceOf, type Correspondence, type Opposite } from './correspondence';
import { foldMarks } from './foldMarks';
import type { Layout } from './layout';
import { KEY, onlyPlaceFinder } from './onlyPlace';
import { once } from '../../core/cache';

/**
 * Finds annotations again in a text that was changed elsewhere, from the layout of the text that their targets describe.
 * A span in an unchanged line is exact however far the line moved. In changed lines a span is looked for only in the
 * lines that have taken their place, first by its words with their surroundings, then by its surroundings with some
 * errors. It is never placed onto the same words elsewhere, unless they have the same surroundings and are unique there.
 * Surroundings may differ in the width of their marks. The anchors are in the order of the targets and cut no surrogate pair;
 * those that have no place are at their nearest possible one.
 */
export function* anchorInSteps(
  layout: Layout,
  text: string,
  targets: readonly Target[],
  lines: Correspondence = correspondenceOf(layout, text),
): Generator<undefined, Anchor[]> {
  const placeIn = placeFinder(text, lines);
  const reach = Math.max(LEAST_REACH, Math.floor(MOST_WORK / targets.length));
  const anchors: Anchor[] = [];
  let work = 0;
  for (const target of targets) {
    const opposite = within(reach, lines.oppositeOf(target), target);
    const { isUnchanged, least: start } = opposite;
    const end = start + target.exact.length;
    const isThere = isUnchanged && text.startsWith(target.exact, start);
    const anchor: Anchor = isThere ? { start, end, state: 'anchored' } : placeIn(target, opposite);
    anchors.push(wholePairs(text, anchor));
    work += isThere ? 1 : LEAST_REACH + opposite.to - opposite.from;
    if (work < WORK_IN_STEP) continue;
    work = 0;
    yield;
  }
  return anchors;
}

/** The part of what is opposite a span that is so near to where the span is expected. */
function within(reach: number, opposite: Opposite, { exact }: Target): Opposite {
  const { from, to } = opposite;
  const place = Math.min(Math.max(from, opposite.least), to);
  return { ...opposite, from: Math.max(from, place - reach), to: Math.min(to, place + exact.length + reach) };
}

/** Makes what looks for a target in lines that have changed. The text is read when something is first looked for. */
function placeFinder(text: string, lines: Correspondence): (target: Target, opposite: Opposite) => Anchor {
  // What is in a line that has not changed belongs to another annotation of the same words.
  const isFree = (anchor: Anchor | undefined): anchor is Anchor => anchor !== undefined && !lines.isUnchanged(anchor);
  const folded = once(() => foldMarks(text));
  const uniqueAnchor = uniqueAnchorFinder(text, folded);
  return (target, opposite) => {
    const wanted = foldedTarget(target);
    for (const way of [inContext, bySurroundings, besideHalf]) {
      const anchor = way(folded(), wanted, opposite);
      if (isFree(anchor)) return asWritten(anchor, text, target);
    }
    const anchor = uniqueAnchor(target);
    return isFree(anchor) ? anchor : lost(text, target, opposite);
  };
}

/**
 * Makes what finds the words of a target with their near surroundings in their line, where the whole text has them once. The
 * text is read when something is first looked for. `folded` gives it with folded marks.
 */
export function uniqueAnchorFinder(
  text: string,
  folded: () => string = () => foldMarks(text),
): (target: Target) => Anchor | undefined {
  const finder = once(() => onlyPlaceFinder(folded()));
  return (target) => {
    const { exact, prefix, suffix } = foldedTarget(target);
    const before = inLine(prefix.slice(-NEAR), 'end');
    const after = inLine(suffix.slice(0, NEAR), 'start');
    if (before.length + after.length < KEY) return undefined;
    const at = finder()(before + exact + after);
    if (at === undefined) return undefined;
    const start = at + before.length;
    return asWritten({ start, end: start + exact.length, state: 'moved' }, text, target);
  };
}

function foldedTarget(target: Target): Target {
  const { exact, prefix, suffix } = target;
  return { ...target, exact: foldMarks(exact), prefix: foldMarks(prefix), suffix: foldMarks(suffix) };
}

/** An anchor that was found among folded marks: if the words have other marks than the target, a person has to look. */
function asWritten(anchor: Anchor, text: string, { exact }: Target): Anchor {
  return anchor.state === 'ambiguous' || text.slice(anchor.start, anchor.end) === exact
    ? anchor
    : { ...anchor, state: 'changed' };
}

/** The words between the nearest eight characters before and after them, where the region has that once. */
function inContext(text: string, target: Target, region: Opposite): Anchor | undefined {
  const before = target.prefix.slice(-NEAR);
  const after = target.suffix.slice(0, NEAR);
  const span = onlySpan(text, [before, target.exact, after], region);
  return span && { ...span, state: 'anchored' };
}

/** What is between the surroundings, each found with a few errors. */
function bySurroundings(text: string, target: Target, region: Opposite): Anchor | undefined {
  const { exact, prefix, suffix } = target;
  const from = Math.max(0, region.from - MARGIN, region.least - FARTHEST - prefix.length);
  const to = Math.min(text.length, region.to + MARGIN, region.most + FARTHEST + exact.length + suffix.length);
  const window = text.slice(from, to);
  const places: { readonly start: number; readonly end: number; readonly errors: number }[] = [];
  for (const before of found(window, prefix, 'end'))
    for (const after of found(window, suffix, 'start')) {
      if (after.at < before.at || after.at - before.at > exact.length * 3 + 2) continue;
      places.push({ start: from + before.at, end: from + after.at, errors: before.errors + after.errors });
    }
  const distance = ({ start }: { readonly start: number }): number =>
    Math.max(0, region.least - start, start - region.most);
  const cost = (place: (typeof places)[number]): number =>
    place.errors + distance(place) / 20 + (text.slice(place.start, place.end) === exact ? 0 : 1);
  const [best, second] = places.sort((one, other) => cost(one) - cost(other));
  if (!best) return undefined;
  const isSure = best.errors <= FEW_ERRORS && isSurelyAt(text, best, { exact, prefix, suffix });
  const { start, end } = best;
  if (second && cost(second) - cost(best) < 1 && second.start !== start) return { start, end, state: 'ambiguous' };
  return { start, end, state: isSure ? 'anchored' : 'changed' };
}

/**
 * Whether the words at a place that was found with errors are surely the same: sentences of a list differ in little else
 * than a name. What is nearest must be equal on both sides; where all of one side is equal, the other may have one error.
 */
function isSurelyAt(text: string, { start, end }: Span, { exact, prefix, suffix }: TargetWords): boolean {
  if (text.slice(start, end) !== exact) return false;
  const before = errorsIn(prefix.slice(-NEAREST), text.slice(Math.max(0, start - NEAREST), start), 'end');
  const after = errorsIn(suffix.slice(0, NEAREST), text.slice(end, end + NEAREST), 'start');
  if (before + after === 0) return true;
  const isEqualBefore = prefix !== '' && text.startsWith(prefix, start - prefix.length);
  return before + after === 1 && (isEqualBefore || (suffix !== '' && text.startsWith(suffix, end)));
}

/** How many characters of some words differ from what is written, counted from the edge that touches the span. */
function errorsIn(words: string, written: string, edge: 'start' | 'end'): number {
  let errors = 0;
  for (let at = 0; at < words.length; at++)
    if (edge === 'start' ? words[at] !== written[at] : words.at(-1 - at) !== written.at(-1 - at)) errors++;
  return errors;
}

type TargetWords = Pick<Target, 'exact' | 'prefix' | 'suffix'>;

/** The words beside what surrounds them on one side of their line, so that a person has to look at the other. */
function besideHalf(text: string, { exact, prefix, suffix }: Target, region: Opposite): Anchor | undefined {
  for (const [before, after] of [
    [inLine(prefix, 'end'), ''],
    ['', inLine(suffix, 'start')],
  ] as const) {
    if (before.length + after.length < NEAR) continue;
    const span = onlySpan(text, [before, exact, after], region);
    if (span) return { ...span, state: 'changed' };
  }
  return undefined;
}

/**
 * Where surroundings are, with their errors, as offsets of the edge that touches the span. If they are not there as a whole,
 * their nearer half is looked for, then what of them is in the line of the span.
 */
function found(
  window: string,
  surroundings: string,
  edge: 'start' | 'end',
): readonly { readonly at: number; readonly errors: number }[] {
  if (surroundings === '') return [{ at: edge === 'end' ? 0 : window.length, errors: 0 }];
  const near = edge === 'end' ? surroundings.slice(-NEAR) : surroundings.slice(0, NEAR);
  const parts = [surroundings, near, inLine(near, edge)].filter((part, at) => at === 0 || part.length >= LEAST);
  for (const part of parts) {
    const matches = search(window, part, part.length >> 2);
    // So many say nothing of the place.
    if (matches.length > MOST_PLACES) return [];
    if (matches.length > 0)
      return matches.map((match) => ({
        at: match[edge],
        errors: match.errors + (surroundings.length - part.length) / 8,
      }));
  }
  return [];
}

/** What of the surroundings is in the line of the span. */
function inLine(surroundings: string, edge: 'start' | 'end'): string {
  return edge === 'end' ? surroundings.replace(/^.*[\r\n]/s, '') : surroundings.replace(/[\r\n].*$/s, '');
}

/** Where nothing was found: at the beginning of the region, ambiguous if the words are there more than once. */
function lost(text: string, { exact }: Target, { from, to, least }: Opposite): Anchor {
  const start = Math.min(Math.max(0, least), text.length);
  const region = text.slice(from, to);
  const first = exact === '' ? -1 : region.indexOf(exact);
  const isAmbiguous = first >= 0 && region.indexOf(exact, first + 1) >= 0;
  return { start, end: start, state: isAmbiguous ? 'ambiguous' : 'orphaned' };
}

/** Where a region has the words between these surroundings near the place expected, if it has them once. */
function onlySpan(
  text: string,
  [before, exact, after]: readonly [before: string, exact: string, after: string],
  region: Opposite,
): Span | undefined {
  const from = Math.max(0, region.from - MARGIN);
  const part = text.slice(from, region.to + MARGIN);
  const words = before + exact + after;
  const at = part.indexOf(words);
  if (at < 0 || part.indexOf(words, at + 1) >= 0) return undefined;
  const start = from + at + before.length;
  if (start < region.least - FARTHEST || start > region.most + FARTHEST) return undefined;
  return { start, end: start + exact.length };
}

/** Code units of the text that are read for all targets together, so that many in a text of long changes do not take hours. */
const MOST_WORK = 50_000_000;
/** Code units before and after the place expected that are read for each target in any case. */
const LEAST_REACH = 2000;
/** Code units that are read in one step, in about ten milliseconds. */
const WORK_IN_STEP = 400_000;
/** As many places of surroundings are compared with one another. */
const MOST_PLACES = 64;
/** The surroundings that must be equal, in code units to each side. */
const NEAR = 8;
/** Of the surroundings that are found with errors, these must be equal: sentences of a list differ in little else. */
const NEAREST = 3;
/** As many errors in both surroundings leave no doubt that the words are the same. */
const FEW_ERRORS = 4;
/** What of the surroundings is in the line of the span says something from two characters on. */
const LEAST = 2;
/** How far beyond the lines a span is looked for. */
const MARGIN = 17;
/** How far from where it is expected a span is still the same. */
const FARTHEST = 60;
