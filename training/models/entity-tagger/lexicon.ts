import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished, mixed } from '../../../server/src/entities/detect/tagger/grams';
import {
  LONGEST_WORD,
  LexiconClass,
  SHORTEST_WORD,
  WORD_STATE,
} from '../../../server/src/entities/detect/tagger/lexicon';
import { readAlphabet, CLASSED_HAN } from '../../../server/src/entities/detect/tagger/symbols';

/** Words and what each may be. */
export type Words = Map<string, number>;

/** An ordinary word must be this common in jieba's corpus. */
const COMMON = 60;

/** Words of jieba, the divisions of China and a list of persons. */
export function gatherWords(jieba: string, data: string): Words {
  const words: Words = new Map();
  for (const line of readFileSync(jieba, 'utf8').split('\n')) {
    const [word = '', count = '0', tag = ''] = line.split(' ');
    const kind = classOf(tag);
    if (
      Number(count) >= (kind === LexiconClass.common ? COMMON : kind === LexiconClass.person ? 5 : 0) &&
      (kind !== LexiconClass.common || word.length <= 4)
    )
      add(words, word, kind);
  }
  for (const name of readFileSync(join(data, 'names/person_name.txt'), 'utf8').split('\n'))
    add(words, name.split('\t')[0]?.trim() ?? '', LexiconClass.person);
  for (const name of placeNames(data)) add(words, name, LexiconClass.place);
  return words;
}

/** Full and short names of divisions, towns without their short ones, which are ordinary words too often. */
function* placeNames(data: string): Generator<string> {
  for (const file of ['provinces.csv', 'cities.csv', 'areas.csv', 'areacodes_result.csv'])
    for (const [name] of readFileSync(join(data, 'places', file), 'utf8').matchAll(/[\u4e00-\u9fff]{2,}/g)) {
      if (
        /^(?:市辖区|省直辖|自治区直辖|级$|在用|变更|弃用|一级|二级|名称|状态|启用|新代码)/.test(name) ||
        /级$/.test(name)
      )
        continue;
      yield name;
      const short = name.replace(/(?:地区|林区|新区|自治州|自治县|[省市县区州盟])$/, '');
      if (short.length >= 2 && short !== name && file !== 'streets.csv') yield short;
    }
}

function classOf(tag: string): number {
  if (tag.startsWith('nr')) return LexiconClass.person;
  if (tag === 'ns') return LexiconClass.place;
  if (tag === 'nt') return LexiconClass.organisation;
  return LexiconClass.common;
}

export function add(words: Words, word: string, kind: number): void {
  if (word.length < SHORTEST_WORD || word.length > LONGEST_WORD || !/^[\u4e00-\u9fff]+$/.test(word)) return;
  words.set(word, (words.get(word) ?? 0) | kind);
}

/** Keys of words and of how they begin, rising, with their classes. */
export function packWords(words: Words): { keys: Uint32Array; classes: Uint8Array } {
  const { symbol } = readAlphabet(new Uint8Array(CLASSED_HAN));
  const packed = new Map<number, number>();
  for (const [word, kind] of words) {
    let state = WORD_STATE;
    for (let size = 1; size <= word.length; size++) {
      state = mixed(state, symbol[word.charCodeAt(size - 1)] ?? 0);
      if (size < SHORTEST_WORD) continue;
      const key = finished(state);
      packed.set(key, (packed.get(key) ?? 0) | (size < word.length ? LexiconClass.goesOn : kind));
    }
  }
  const sorted = [...packed].sort(([one], [other]) => one - other);
  return { keys: Uint32Array.from(sorted, ([key]) => key), classes: Uint8Array.from(sorted, ([, kind]) => kind) };
}

/**
 * How much the characters of names are out against ordinary text: two bits each for surnames, given names and
 * transliterations, four steps of the logarithm of how much more often they are there.
 */
export function classesOfHan(
  words: Words,
  text: Iterable<string>,
  surnames: { single: string; compound: readonly string[] },
): Uint8Array {
  const ordinary = new Float64Array(0x10000);
  for (const line of text)
    for (let at = 0; at < line.length; at++) ordinary[line.charCodeAt(at)] = (ordinary[line.charCodeAt(at)] ?? 0) + 1;
  const isSurname = new Set(surnames.single);
  const surname = new Float64Array(0x10000);
  const given = new Float64Array(0x10000);
  const foreign = new Float64Array(0x10000);
  for (const [word, kind] of words) {
    if ((kind & LexiconClass.person) === 0) continue;
    const isChinese = word.length <= 3 && isSurname.has(word.charAt(0));
    if (isChinese) surname[word.charCodeAt(0)] = (surname[word.charCodeAt(0)] ?? 0) + 1;
    if (isChinese || word.length >= 4)
      for (let at = isChinese ? 1 : 0; at < word.length; at++) {
        const list = isChinese ? given : foreign;
        list[word.charCodeAt(at)] = (list[word.charCodeAt(at)] ?? 0) + 1;
      }
  }
  for (const [at, character] of [...surnames.single].entries()) {
    const code = character.charCodeAt(0);
    surname[code] = (surname[code] ?? 0) + (at < 200 ? 3 : 1);
  }
  const steps = (list: Float64Array): Uint8Array => {
    const total = list.reduce((sum, count) => sum + count, 0);
    const all = ordinary.reduce((sum, count) => sum + count, 0);
    return Uint8Array.from(list, (count, code) => {
      if (count === 0) return 0;
      const ratio = Math.log((count + 0.5) / total / (((ordinary[code] ?? 0) + 20) / all));
      return ratio < -0.5 ? 0 : ratio < 0.8 ? 1 : ratio < 2 ? 2 : 3;
    });
  };
  const [surnameSteps, givenSteps, foreignSteps] = [steps(surname), steps(given), steps(foreign)];
  return Uint8Array.from({ length: CLASSED_HAN }, (_, index) => {
    const code = 0x4e00 + index;
    return (surnameSteps[code] ?? 0) + 4 * (givenSteps[code] ?? 0) + 16 * (foreignSteps[code] ?? 0);
  });
}
