#!/usr/bin/env node
// Makes dictionaries/models/paragraph-breaks.json: node training/models/paragraph-breaks.mjs PAGES NEWS
// PAGES holds newspaper pages as JSON, NEWS gzipped transcripts of a paragraph a line; pages of 2026-06 are left for measuring.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const [pages, news] = process.argv.slice(2);
if (!pages || !news) {
  console.error('usage: node training/models/paragraph-breaks.mjs PAGES NEWS');
  process.exit(2);
}

/** Occurrences from which on a character, a pair and a joint of two characters are counted. */
const LEAST = { character: 4, pair: 8, joint: 40 };

/** A joint is kept if its characters are found together so many times more often than by chance, as a natural logarithm. */
const LEAST_JOINT = 1.5;

/** How much a joint that is not kept speaks against one sentence, on the same scale. */
const NO_JOINT = -1.5;

/** Code units that a paragraph must have for its end, and on both sides of a cut, to be counted. */
const SHORTEST = 28;

/** Paragraph ends without their mark, and cuts within paragraphs: what is before and what is after. */
/** @type {{ ends: [string, string][], cuts: [string, string][] }} */
const sample = { ends: [], cuts: [] };
/** @type {Map<string, number>} */
const characters = new Map();
/** @type {Map<string, number>} */
const joints = new Map();
let total = 0;
let state = 7;

for (const file of namesIn(pages, '.json')) {
  if (file.startsWith('2026-06')) continue;
  for (const page of JSON.parse(readFileSync(join(pages, file), 'utf8')).pages)
    for (const { paragraphs } of page.articles) learn(paragraphs, true);
}
for (const [index, file] of namesIn(news, '.txt.gz').entries()) {
  const stories = gunzipSync(readFileSync(join(news, file)))
    .toString()
    .split(/^[@#].*$/m);
  for (const story of stories) learn(story.split('\n'), index % 3 === 0);
}

const ends = oddsOf(({ 0: before }) => before.slice(-1), LEAST.character);
const endPairs = oddsOf(({ 0: before }) => before.slice(-2), LEAST.pair);
const openings = oddsOf(({ 1: after }) => after.slice(0, 1), LEAST.character);
const openingPairs = oddsOf(({ 1: after }) => after.slice(0, 2), LEAST.pair);
const weights = fitted();
writeFileSync(
  new URL('../../dictionaries/models/paragraph-breaks.json', import.meta.url),
  `${JSON.stringify(
    {
      bias: Math.round(2 * weights[0]),
      noJoint: Math.round(2 * weights[3] * NO_JOINT),
      ends: byLevel(ends, weights[1]),
      endPairs: byLevel(endPairs, weights[1]),
      openings: byLevel(openings, weights[2]),
      openingPairs: byLevel(openingPairs, weights[2]),
      joints: jointsByLevel(weights[3]),
    },
    null,
    1,
  )}\n`,
);
console.log(`${sample.ends.length} ends, ${sample.cuts.length} cuts`);

/** @param {readonly string[]} paragraphs @param {boolean} isSampled */
function learn(paragraphs, isSampled) {
  const texts = paragraphs.map((one) => folded(one.replace(/\s+/g, ' ').trim())).filter(Boolean);
  texts.forEach((text, index) => {
    for (const run of text.match(/[\u4e00-\u9fff0A]+/g) ?? [])
      for (let at = 0; at < run.length; at++) {
        total++;
        count(characters, run.charAt(at));
        if (at > 0) count(joints, run.slice(at - 1, at + 1));
      }
    if (!isSampled) return;
    const next = texts[index + 1];
    const open = text.replace(/[。！？”’）…]+$/, '');
    if (next && open !== text && open.length >= SHORTEST && /[\u4e00-\u9fff0A%]$/.test(open))
      sample.ends.push([open.slice(-2), next.slice(0, 2)]);
    for (let cut = 0; cut < 2 && text.length > 3 * SHORTEST; cut++) {
      const at = SHORTEST + Math.floor(random() * (text.length - 2 * SHORTEST));
      if (/[\u4e00-\u9fff0A%]{2}/.test(text.slice(at - 1, at + 1)))
        sample.cuts.push([text.slice(at - 2, at), text.slice(at, at + 2)]);
    }
  });
}

/** Digits and Latin letters are one each. @param {string} text */
function folded(text) {
  return text.replace(/[0-9]/g, '0').replace(/[A-Za-z]/g, 'A');
}

/** @param {Map<string, number>} counts @param {string} key */
function count(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/**
 * How much more often something is found at a cut than at a paragraph end, as a natural logarithm.
 *
 * @param {(one: [string, string]) => string} keyOf @param {number} least
 */
function oddsOf(keyOf, least) {
  const [cuts, stops] = [countBy(sample.cuts, keyOf), countBy(sample.ends, keyOf)];
  /** @type {Map<string, number>} */
  const odds = new Map();
  for (const key of new Set([...cuts.keys(), ...stops.keys()])) {
    const [inCuts, inStops] = [cuts.get(key) ?? 0, stops.get(key) ?? 0];
    if (inCuts + inStops >= least)
      odds.set(key, Math.log((inCuts + 1) / sample.cuts.length) - Math.log((inStops + 1) / sample.ends.length));
  }
  return odds;
}

/** @param {readonly [string, string][]} list @param {(one: [string, string]) => string} keyOf */
function countBy(list, keyOf) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const one of list) count(counts, keyOf(one));
  return counts;
}

/** @param {string} pair */
function jointOf(pair) {
  const seen = joints.get(pair) ?? 0;
  const chance = ((characters.get(pair.charAt(0)) ?? 1) * (characters.get(pair.charAt(1)) ?? 1)) / total;
  const strength = Math.log(seen / chance);
  return seen < LEAST.joint || strength < LEAST_JOINT ? NO_JOINT : Math.min(6, strength);
}

/** Bias and weights of the three parts, by logistic regression. */
function fitted() {
  const rows = [sample.cuts, sample.ends].flatMap((list, isEnd) =>
    list.map((one) => ({ wanted: 1 - isEnd, values: valuesOf(one) })),
  );
  const fit = [0, 1, 1, 1];
  for (let round = 0; round < 80; round++) {
    const slope = [0, 0, 0, 0];
    for (const { wanted, values } of rows) {
      const logit = values.reduce((sum, value, index) => sum + value * (fit[index] ?? 0), 0);
      const miss = wanted - 1 / (1 + Math.exp(-logit));
      values.forEach((value, index) => (slope[index] = (slope[index] ?? 0) + miss * value));
    }
    slope.forEach((value, index) => (fit[index] = (fit[index] ?? 0) + value / (2 * rows.length)));
  }
  return /** @type {[number, number, number, number]} */ (fit);
}

/** @param {[string, string]} one */
function valuesOf([before, after]) {
  return [
    1,
    endPairs.get(before) ?? ends.get(before.slice(-1)) ?? 0,
    openingPairs.get(after) ?? openings.get(after.slice(0, 1)) ?? 0,
    jointOf(before.slice(-1) + after.slice(0, 1)),
  ];
}

/** Keys by their value in half nats. @param {Map<string, number>} odds @param {number} weight */
function byLevel(odds, weight) {
  /** @type {Record<string, string>} */
  const levels = {};
  for (const [key, value] of [...odds].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const level = String(Math.round(2 * weight * value));
    levels[level] = (levels[level] ?? '') + key;
  }
  return levels;
}

/** The second characters of joints by their value in half nats, then by the first character. @param {number} weight */
function jointsByLevel(weight) {
  /** @type {Record<string, Record<string, string>>} */
  const levels = {};
  for (const pair of [...joints.keys()].sort()) {
    const strength = jointOf(pair);
    if (strength === NO_JOINT) continue;
    const seconds = (levels[String(Math.round(2 * weight * strength))] ??= {});
    seconds[pair.charAt(0)] = (seconds[pair.charAt(0)] ?? '') + pair.charAt(1);
  }
  return levels;
}

/** @param {string} folder @param {string} ending */
function namesIn(folder, ending) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort();
}

/** Numbers from 0 to 1, the same at every run (mulberry32). */
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}
