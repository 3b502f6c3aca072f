import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isHan } from '../../../server/src/core/characters';
import { lookOf, soundOf, type Confusables } from '../../../server/src/languageModel/model/confusables';
import { heldBackLaws, linesOfArticle } from '../ngrams/corpus';

/** A text with its known errors: what is at a span, and what should. */
export interface TrainingText {
  readonly text: string;
  readonly errors: readonly { readonly start: number; readonly end: number; readonly gold: string }[];
  /** How much a change counts, and how much where it replaces a wrong character by the right one. */
  readonly weight: number;
  readonly errorWeight: number;
  /** The whole of what should stand, where it has the same length. */
  readonly gold?: string;
}

/** What planted errors are made with. */
export interface Known {
  readonly confusables: Confusables;
  /** How often a character, and a pair of characters, is in ordinary text, by code unit. */
  readonly commonness: { of(code: number): number; ofPair(first: number, second: number): number };
}

/** One paragraph in so many of the clean newspaper text is left as it is. */
const CLEAN_SHARE = 0.6;

/** How much a real error counts, with all that is right around it, and how much a planted one. */
const REAL = 3;
const PLANTED = 0.4;

const CLEAN_WEIGHTS = { weight: 1, errorWeight: 1 };
const CLEAN = { errors: [], ...CLEAN_WEIGHTS };

/** How often people take one sound for another: not at all, nearly the same, the same except for the tone, the same. */
const SOUNDS = [0, 2, 5, 6];

/** The share of doubled characters of which one is dropped. */
const HALVED = 0.4;

/** Characters between planted errors, on average. */
const ERROR_EVERY = 45;

/**
 * The texts that weights are learned from: pairs of sentences with typing errors and, every other one of them, of
 * video captions with errors of recognition (the development sets), newspaper pages of May with errors planted in them,
 * and clean sentences of the web and of newspapers of another decade.
 */
export function* trainingTexts(data: string, known: Known): Generator<TrainingText> {
  for (const [file, first, every] of [
    ['law.train.noleak', 1, 1],
    ['med.train.noleak', 1, 1],
    ['cctc_rw_findoc/cctc_train.tsv', 0, 1],
    ['faspell/ocr_train_3575.txt', 1, 2],
  ] as const)
    for (const [index, line] of readFileSync(join(data, 'csc', file), 'utf8')
      .split('\n')
      .entries()) {
      const [text, gold] = line.split('\t').slice(first);
      if (index % every === 0 && text && gold && text.length === gold.length)
        yield { text, gold, errors: differences(text, gold), weight: REAL, errorWeight: REAL };
    }
  for (const line of readFileSync(join(data, 'ner/cluener/train.json'), 'utf8').split('\n'))
    if (line) yield { text: (JSON.parse(line) as { text: string }).text, ...CLEAN };
  for (const text of sentencesOfMsra(data, 0)) yield { text, ...CLEAN };
  const random = randomFrom(7);
  const folder = join(data, 'text/rmrb_pages');
  for (const file of readdirSync(folder)
    .filter((name) => /^2026-05-\d[13579]\.json$/.test(name))
    .sort())
    for (const line of newspaperLines(join(folder, file)))
      yield random() < CLEAN_SHARE ? { text: line, ...CLEAN } : damaged(line, random, known);
}

/** Characters between dropped ones, on average, of newspapers and of shorter sentences. */
const DROPPED_EVERY = { newspaper: 50, sentence: 25 };

/** Least distance of two dropped characters. */
const DROPPED_APART = 12;

/**
 * Texts in which only single characters are missing, so that there are enough of them to learn from: newspaper
 * pages of May, and sentences of the web and of newspapers of another decade.
 */
export function* droppedTexts(data: string): Generator<TrainingText> {
  const random = randomFrom(11);
  const folder = join(data, 'text/rmrb_pages');
  const days = readdirSync(folder).filter((name) => /^2026-05-\d[134579]\.json$/.test(name));
  for (const file of days.sort())
    for (const line of newspaperLines(join(folder, file))) yield withDropped(line, DROPPED_EVERY.newspaper, random);
  for (const line of sentencesOfMsra(data, 0)) yield withDropped(line, DROPPED_EVERY.sentence, random);
  for (const line of readFileSync(join(data, 'ner/cluener/train.json'), 'utf8').split('\n'))
    if (line) yield withDropped((JSON.parse(line) as { text: string }).text, DROPPED_EVERY.sentence, random);
}

function withDropped(gold: string, every: number, random: () => number): TrainingText {
  let text = '';
  const errors: TrainingText['errors'][number][] = [];
  let clear = 0;
  for (let at = 0; at < gold.length; at++) {
    const inside = [at - 1, at, at + 1].every((near) => isHan(gold.charCodeAt(near)));
    if (inside && at >= clear && random() < 1 / every) {
      errors.push({ start: text.length, end: text.length, gold: gold[at] ?? '' });
      clear = at + DROPPED_APART;
    } else text += gold[at] ?? '';
  }
  return { text, errors, ...CLEAN_WEIGHTS };
}

/**
 * Clean text that nothing was learned from, by which it is decided how sure is sure enough: newspaper pages of other
 * days of May, sentences of newspapers about 1998, and laws that the model has not counted. None of it is measured on.
 */
export function cleanTexts(data: string): readonly (readonly string[])[] {
  const folder = join(data, 'text/rmrb_pages');
  const days = readdirSync(folder).filter((name) => /^2026-05-\d0\.json$/.test(name));
  return [
    days.sort().flatMap((file) => newspaperLines(join(folder, file))),
    sentencesOfMsra(data, 1),
    heldBackLaws(join(data, 'text'), 'thresholds'),
  ];
}

/** Every other one of the sentences, from the first or the second on. */
function sentencesOfMsra(data: string, first: number): string[] {
  return readFileSync(join(data, 'ner/msra/val_sentences.txt'), 'utf8')
    .split('\n')
    .filter((line, index) => line !== '' && index % 2 === first)
    .map((line) => line.replace(/ /g, ''));
}

function newspaperLines(file: string): string[] {
  const day = JSON.parse(readFileSync(file, 'utf8')) as {
    pages: { articles: Parameters<typeof linesOfArticle>[0][] }[];
  };
  return day.pages.flatMap(({ articles }) => articles.flatMap(linesOfArticle)).filter((line) => line.length > 8);
}

function differences(text: string, gold: string): TrainingText['errors'][number][] {
  const errors = [];
  for (let at = 0; at < text.length; at++)
    if (text[at] !== gold[at]) errors.push({ start: at, end: at + 1, gold: gold[at] ?? '' });
  return errors;
}

/** Below this, of the draws of a planted error, it is what recognition reads; above, what looks or sounds alike. */
const MISREAD = 0.65;

/** Plants what recognition misreads, look-alikes and sound-alikes of characters and words, blots, doubled and dropped characters in running text. */
function damaged(gold: string, random: () => number, known: Known): TrainingText {
  let text = '';
  const errors: TrainingText['errors'][number][] = [];
  let clear = 0;
  for (let at = 0; at < gold.length; at++) {
    const character = gold[at] ?? '';
    const inside = [at - 1, at, at + 1, at + 2].every((near) => isHan(gold.charCodeAt(near)));
    if (inside && at >= clear && character === gold[at + 1] && random() < HALVED) {
      clear = at + 6;
      errors.push({ start: text.length, end: text.length, gold: character });
      continue;
    }
    if (!inside || at < clear || random() > 1 / ERROR_EVERY) {
      text += character;
      continue;
    }
    clear = at + 6;
    const draw = random();
    const start = text.length;
    if (draw < 0.1) {
      const wrong = wordConfusedWith(gold.slice(at, at + 2), random, known);
      text += wrong;
      if (wrong !== gold.slice(at, at + 2)) errors.push({ start, end: start + 2, gold: gold.slice(at, at + 2) });
      at++;
    } else if (draw < 0.25) {
      text += character + character;
      errors.push({ start, end: start + 2, gold: character });
    } else if (draw < 0.45) errors.push({ start, end: start, gold: character });
    else {
      const wrong =
        draw < 0.53
          ? unlike(random, known)
          : draw < MISREAD
            ? misread(character, random, known)
            : confusedWith(character, gold[at + 1] ?? '', draw < 0.77, random, known);
      text += wrong;
      if (wrong !== character) errors.push({ start, end: start + 1, gold: character });
    }
  }
  return { text, errors, weight: 1, errorWeight: PLANTED };
}

/** Another word that sounds like a word of two characters, the commoner the likelier, where there is one. */
function wordConfusedWith(word: string, random: () => number, { confusables, commonness }: Known): string {
  const likely: Likely[] = [];
  const soundAlike = (code: number): readonly number[] => {
    const { codes, likenesses } = confusables.of(code);
    return [...codes].filter((_, entry) => soundOf(likenesses[entry]!) >= 2);
  };
  for (const first of soundAlike(word.charCodeAt(0)))
    for (const second of soundAlike(word.charCodeAt(1))) {
      const count = commonness.ofPair(first, second);
      if (count >= 30) likely.push({ text: String.fromCharCode(first, second), weight: Math.sqrt(count) });
    }
  return drawn(likely, random) ?? word;
}

/** Some common character: what recognition makes of a blot need not look like what was there. */
function unlike(random: () => number, { commonness }: Known): string {
  for (;;) {
    const code = 0x4e00 + Math.floor(random() * 0x51a6);
    if (random() * 300 < commonness.of(code)) return String.fromCharCode(code);
  }
}

/** What recognition reads for a character, the oftener the likelier. */
function misread(character: string, random: () => number, { confusables }: Known): string {
  return drawn(readingsOf(character.charCodeAt(0), confusables), random) ?? character;
}

const readings = new WeakMap<Confusables, Map<number, Likely[]>>();

/** What recognition reads for a character. The lists are by what is read, so they are turned around once. */
function readingsOf(code: number, confusables: Confusables): readonly Likely[] {
  let rows = readings.get(confusables);
  if (!rows) {
    readings.set(confusables, (rows = new Map<number, Likely[]>()));
    for (let read = 0x4e00; read <= 0x9fff; read++) {
      const { codes, misreadings } = confusables.of(read);
      codes.forEach((other, entry) => {
        const row = rows!.get(other) ?? [];
        if (misreadings[entry]! > 0)
          rows!.set(other, [...row, { text: String.fromCharCode(read), weight: Math.exp(misreadings[entry]!) }]);
      });
    }
  }
  return rows.get(code) ?? [];
}

/** A look-alike, or a sound-alike: of those that sound alike, people take the commoner. */
function confusedWith(
  character: string,
  next: string,
  byShape: boolean,
  random: () => number,
  { confusables, commonness }: Known,
): string {
  const { codes, likenesses } = confusables.of(character.charCodeAt(0));
  const likely = Array.from(codes, (code, entry): Likely => {
    const likeness = likenesses[entry]!;
    const use = Math.sqrt(commonness.of(code) + 200 * commonness.ofPair(code, next.charCodeAt(0)));
    return {
      text: String.fromCharCode(code),
      weight: byShape ? Math.max(0, lookOf(likeness) - 3) ** 2 : (SOUNDS[soundOf(likeness)] ?? 0) * use,
    };
  });
  return drawn(likely, random) ?? character;
}

interface Likely {
  readonly text: string;
  readonly weight: number;
}

function drawn(likely: readonly Likely[], random: () => number): string | undefined {
  let left = random() * likely.reduce((sum, { weight }) => sum + weight, 0);
  for (const { text, weight } of likely) {
    left -= weight;
    if (left < 0) return text;
  }
  return undefined;
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
