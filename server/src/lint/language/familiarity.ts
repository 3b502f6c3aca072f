import words from '../../../../dictionaries/lexicons/classical-words.json';
import { isHan } from '../../core/characters';
import type { Span } from '../../core/span';
import type { Block, IssueDocument } from '../../issue/model';

/** What is known of how well the language model knows the language of an issue. */
export interface Familiarity {
  /** Whether the language model knows the language of the issue as a whole. */
  readonly isFamiliar: boolean;
  /** Stretches of the text whose language it does not know, in order: verse and articles in classical Chinese. */
  readonly unfamiliar: readonly Span[];
}

/** How many Han characters a text must have, and of these how many function words, for its language to be recognised. */
interface Bar {
  readonly han: number;
  /** How many different classical function words there must be: a title or a name may repeat one. */
  readonly different: number;
  /** The share of classical function words among all Han characters. */
  readonly classical: number;
  /** Their share among the function words of both languages. */
  readonly ofBoth: number;
}

/** Modern pages have at most half of that, in traditional characters too. */
const ISSUE: Bar = { han: 100, different: 4, classical: 0.012, ofBoth: 0.3 };

/** Before 1950, newspapers mixed both languages and used traditional characters. */
const TRADITIONAL_ISSUE: Bar = { han: 400, different: 4, classical: 0.006, ofBoth: 0.1 };

/** A modern article may quote a classical line or two. */
const ARTICLE: Bar = { han: 60, different: 3, classical: 0.03, ofBoth: 0.6 };

const CLASSICAL = codesOf(words.classical);
const MODERN = codesOf(words.modern);
const known = new WeakMap<IssueDocument, Familiarity>();

/**
 * Whether the language model, which has read modern official prose, knows the language of an issue. The function words show it,
 * because damage to a text does not produce them: 之乎者也 in texts before 1950, 的了们 after.
 */
export function* familiarityInSteps(document: IssueDocument): Generator<undefined, Familiarity> {
  let familiarity = known.get(document);
  if (!familiarity) known.set(document, (familiarity = yield* judge(document)));
  return familiarity;
}

/** The blocks of an issue whose language the language model knows. */
export function* familiarBlocksInSteps(document: IssueDocument): Generator<undefined, readonly Block[]> {
  const { unfamiliar } = yield* familiarityInSteps(document);
  if (unfamiliar.length === 0) return document.blocks;
  let next = 0;
  return document.blocks.filter(({ span }) => {
    while ((unfamiliar[next]?.end ?? Infinity) <= span.start) next++;
    return span.start < (unfamiliar[next]?.start ?? Infinity);
  });
}

function* judge({ simplified, script, articles }: IssueDocument): Generator<undefined, Familiarity> {
  const whole = { start: 0, end: simplified.length };
  const isTraditional = script === 'Hant' || script === 'mixed';
  const counts = yield* countsIn(simplified, whole);
  if (reaches(counts, ISSUE) || (isTraditional && reaches(counts, TRADITIONAL_ISSUE)))
    return { isFamiliar: false, unfamiliar: [whole] };
  const unfamiliar: Span[] = [];
  for (const { kind, span } of articles)
    if (kind === 'verse' || reaches(yield* countsIn(simplified, span), ARTICLE)) unfamiliar.push(span);
  return { isFamiliar: true, unfamiliar };
}

/** How many Han characters a text has, and how many of them are function words. */
interface Counts {
  readonly han: number;
  readonly classical: number;
  readonly different: number;
  readonly modern: number;
}

function* countsIn(text: string, { start, end }: Span): Generator<undefined, Counts> {
  let han = 0;
  let classical = 0;
  let modern = 0;
  const seen = new Set<number>();
  for (let at = start; at < end; at++) {
    if ((at + 1) % CODES_IN_STEP === 0) yield;
    const code = text.charCodeAt(at);
    if (!isHan(code)) continue;
    han++;
    if (CLASSICAL[code] === 1) {
      classical++;
      seen.add(code);
    }
    modern += MODERN[code] ?? 0;
  }
  return { han, classical, different: seen.size, modern };
}

/** Code units that are looked at in one step, in some milliseconds. */
const CODES_IN_STEP = 200_000;

function reaches({ han, classical, different, modern }: Counts, bar: Bar): boolean {
  return (
    han >= bar.han &&
    different >= bar.different &&
    classical >= bar.classical * han &&
    classical >= bar.ofBoth * (classical + modern)
  );
}

function codesOf(characters: string): Uint8Array {
  const codes = new Uint8Array(0x10000);
  for (const character of characters) codes[character.charCodeAt(0)] = 1;
  return codes;
}
