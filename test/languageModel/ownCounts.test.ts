import { describe, expect, test } from 'vitest';
import { adaptedNgrams } from '../../server/src/languageModel/model/adaptedNgrams';
import { openContainer, writeContainer } from '../../server/src/core/container';
import { openNgrams, type NgramParts } from '../../server/src/languageModel/model/ngramFile';
import { createCounts, LONGEST, modelOf, type NgramModel } from '../../server/src/languageModel/model/ngrams';
import { BOUNDARY, RARE } from '../../server/src/languageModel/model/symbols';
import { encodeOwnNgrams } from '../../server/src/languageModel/training/ownNgrams';
import { createTextCounter } from '../../server/src/languageModel/training/textCounter';

const NEWS = '云川市召开会议。\n会议指出，云川市要发展经济。';
const CRAFT = '榫卯咬住了。\n老匠人开榫卯。\n云川市有榫卯。';

const PROVENANCE = { madeBy: 'a test', issues: 1, characters: 20 };

function trained(text: string, times: number, atATime?: number): Uint8Array {
  const counter = createTextCounter({ cuts: [2, 2, 2, 2], ...(atATime !== undefined && { atATime }) });
  for (let time = 0; time < times; time++) counter.add(text);
  return encodeOwnNgrams(counter.counted(), PROVENANCE);
}

const general = openNgrams(trained(NEWS, 10));
const own = openNgrams(trained(CRAFT, 10));

const symbolsIn = (model: NgramModel, text: string): Uint16Array =>
  Uint16Array.from([BOUNDARY, ...Array.from(text, (character) => model.symbolOf(character.charCodeAt(0)))]);

/** How often the runs that end with a text were seen, the shortest first. */
function countsOf(model: NgramModel, text: string): readonly number[] {
  const symbols = symbolsIn(model, text);
  const counts = createCounts(symbols.length);
  for (let at = 0; at < symbols.length; at++) model.countAt(symbols, at, counts);
  return [...counts.counts.slice((symbols.length - 1) * LONGEST)].map(Math.round);
}

describe('counting', () => {
  test('the same texts give the same bytes, and say what was counted', () => {
    expect(Buffer.compare(trained(CRAFT, 10), trained(CRAFT, 10))).toBe(0);
    expect(own.header.provenance).toEqual(PROVENANCE);
  });

  test('runs of one to five characters are counted, not across the ends of lines, and not what stands once', () => {
    const model = modelOf(own);
    expect(countsOf(model, '榫卯')).toEqual([30, 30, 10, 0, 0]);
    expect(countsOf(model, '老匠人开榫')).toEqual([30, 10, 10, 10, 10]);
    expect(countsOf(model, '了老')[1]).toBe(0);
    expect(countsOf(modelOf(openNgrams(trained(CRAFT, 1))), '匠人')[1]).toBe(0);
  });

  test('counting a text in parts gives the same counts, except for what occurs once in a part', () => {
    const inParts = modelOf(openNgrams(trained(CRAFT, 40, 300)));
    const atOnce = modelOf(openNgrams(trained(CRAFT, 40)));
    for (const text of ['榫卯', '老匠人开榫', '川市有榫卯'])
      countsOf(atOnce, text).forEach((count, index) => {
        const lost = count - (countsOf(inParts, text)[index] ?? 0);
        expect(lost).toBeGreaterThanOrEqual(0);
        expect(lost).toBeLessThanOrEqual(index < 2 ? 0 : 3);
      });
  });

  test('if there are too many n-grams, the most frequent are kept', () => {
    const counter = createTextCounter({ cuts: [2, 2, 2, 2], mostRuns: 12 });
    for (let time = 0; time < 10; time++) counter.add(CRAFT);
    counter.add('会议，会议');
    const { runs } = counter.counted();
    expect(Math.max(...runs.map(({ counts }) => counts.length))).toBeLessThanOrEqual(12);
    expect(Math.min(...Array.from(runs[0]?.counts ?? []))).toBeGreaterThanOrEqual(10);
  });
});

describe('a general model with the user’s counts', () => {
  const model = adaptedNgrams(general, own);

  test('adds what both have seen', () => {
    expect(model.pair(...pairIn('云川'))).toBe(20 + 10);
    expect(model.pairFromBehind(...pairIn('榫卯'))).toBe(30);
    expect(model.pair(...pairIn('会议'))).toBe(20);
    expect(countsOf(model, '云川市').slice(0, 3)).toEqual([30, 30, 30]);
    expect(countsOf(model, '老匠人开榫')).toEqual([30, 10, 10, 10, 10]);
    expect(countsOf(model, '云川市召开')[4]).toBe(10);
  });

  test('knows the characters of both, and no others', () => {
    for (const character of '云榫')
      expect(model.codeOf(model.symbolOf(character.charCodeAt(0)))).toBe(character.charCodeAt(0));
    expect(model.symbolOf('楔'.charCodeAt(0))).toBe(RARE);
    expect(modelOf(general).symbolOf('榫'.charCodeAt(0))).toBe(RARE);
  });

  test('knows what follows and what stands between, of both', () => {
    const shown = (symbols: Iterable<number>): string => String.fromCharCode(...Array.from(symbols, model.codeOf));
    expect(shown(model.successors(pairIn('市召')[0]))).toContain('有');
    expect(shown(model.successors(pairIn('市召')[0]))).toContain('召');
    const between = (first: string, last: string): string =>
      shown(
        [...Array(model.ranks).keys()]
          .map((rank) => model.between(...pairIn(first + last), rank))
          .filter((symbol) => symbol >= 0),
      );
    expect(between('云', '市')).toBe('川');
    expect(between('匠', '开')).toBe('人');
  });

  test('a text like the user’s is more probable than before', () => {
    const surprise = (of: NgramModel): number => {
      const symbols = symbolsIn(of, '老匠人开榫卯。');
      const counts = createCounts(symbols.length);
      let sum = 0;
      for (let at = 0; at < symbols.length; at++) {
        of.countAt(symbols, at, counts);
        if (at > 0) sum -= of.logProbability(counts, at);
      }
      return sum;
    };
    expect(surprise(model)).toBeLessThan(surprise(modelOf(general)));
  });

  function pairIn(text: string): [number, number] {
    return [model.symbolOf(text.charCodeAt(0)), model.symbolOf(text.charCodeAt(1))];
  }
});

describe('an incomplete file is refused', () => {
  const bytes = trained(CRAFT, 10);
  const headerEnd = 8 + new DataView(bytes.buffer).getUint32(4, true);
  const withByte = (at: number, change: number): Uint8Array =>
    bytes.map((byte, index) => (index === at ? byte ^ change : byte));
  /** The same file with another header. */
  const withHeader = (find: string | RegExp, replacement: string): Uint8Array => {
    const mark = new DataView(bytes.buffer).getUint32(0, true);
    const { header, content } = openContainer(bytes, mark);
    const changed = JSON.stringify(header).replace(find, replacement);
    return writeContainer(mark, JSON.parse(changed) as object, [content]);
  };
  const opened = (from: Uint8Array): NgramParts => openNgrams(from);

  test.each([
    ['of another kind', withByte(0, 1), 'not a file of this kind'],
    ['cut short', bytes.subarray(0, bytes.length - 1), 'damaged'],
    ['with something behind it', Uint8Array.from([...bytes, 0]), 'damaged'],
    ['with a table that leads out of it', withHeader('"pairs":', '"pairs":9'), 'cut short'],
    ['with fewer tables', withHeader(/"middles":\[[^\]]*\]/, '"middles":[]'), 'too long'],
    ['with a byte changed', withByte(headerEnd + 100, 4), 'damaged'],
    ['of another version', withHeader('ngrams-2', 'ngrams-9'), 'of another version'],
    ['with a wrong size of segments', withHeader(/"segment":\d/, '"segment":3'), 'of another version'],
  ])('%s', (_, from, cause) => {
    expect(() => opened(from)).toThrow(cause);
  });
});
