import type { Detection } from '../../languageModel/detect';

/** A stretch of text with what is detected in it. */
export interface Sample {
  /** Characters. */
  readonly length: number;
  readonly detections: readonly Detection[];
}

/** Wrong characters per character in the texts that the weights were learned from, which scores are relative to. */
const LEARNED_FROM = 0.0066;

/** What is expected of a text about which nothing is known, and how many characters of evidence that counts as. */
const EXPECTED = { rate: 0.0003, characters: 1500 };

/** How many characters of evidence the rate of the issue counts as for one of its paragraphs. */
const PARAGRAPH_CHARACTERS = 250;

/** The share of wrong characters for which there is any detection. */
const DETECTED = 0.5;

const ROUNDS = 12;

/**
 * Estimates how many of the characters of a text are wrong, from its own detections: expectation maximisation over the
 * probability of each detection to be right, which depends on the rate. The score of a detection is the logarithm of
 * its odds in the texts that the weights were learned from.
 */
export function errorRateOf({ length, detections }: Sample, expected = EXPECTED): number {
  const odds = detections.map(({ candidates: [{ score }] }) => Math.exp(score) / LEARNED_FROM);
  let rate = LEARNED_FROM;
  for (let round = 0; round < ROUNDS; round++) {
    let wrong = 0;
    for (const own of odds) wrong += (rate * own) / (1 + rate * own);
    rate = (wrong / DETECTED + expected.rate * expected.characters) / (length + expected.characters);
  }
  return rate;
}

/** The same for a paragraph of a text whose rate is known. */
export function errorRateOfParagraph(paragraph: Sample, rate: number): number {
  return errorRateOf(paragraph, { rate, characters: PARAGRAPH_CHARACTERS });
}

/** Thresholds are lowered by at most so much, in nats. */
const MOST = 3;

/** By how many nats thresholds are lowered where so many characters are wrong; 0 up to the rate that they are made for. */
export function loweringAt(rate: number): number {
  return Math.max(0, Math.min(MOST, Math.log(rate / LEARNED_FROM)));
}
