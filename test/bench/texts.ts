import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../server/src/host/node/packageFolder';
import { randomNumbers } from './randomNumbers';
import { sampledSentences } from './sampledSentences';

/**
 * Issue text of about so many bytes of UTF-8, the same for the same size and seed: articles with headline, byline and paragraphs, and
 * the damage that OCR does: half-width marks, stray English words, split paragraphs, wrong characters. Its sentences are
 * sampled from the language model, in another order and with other names in each paragraph, so that no line is repeated and
 * no cache of lines helps.
 */
export function issueOf(bytes: number, seed = bytes): string {
  const draw = drawing(randomNumbers(seed));
  const articles: string[] = [];
  let size = 0;
  while (size < bytes) {
    const paragraphs = Array.from({ length: draw.between(3, 8) }, () => `${damaged(paragraph(draw), draw)}\n\n`);
    const article = `## ${headline(draw)}\n\n本报记者 ${person(draw)}\n\n${paragraphs.join('')}`;
    articles.push(article);
    size += Buffer.byteLength(article);
  }
  return `第一版 要闻\n\n${articles.join('')}`;
}

/** A page of 16 KB which, like all pages of this number, names one person and one city; the same for the same number. */
export function pageOfIndex(number: number): string {
  const page = issueOf(15_000 + (number % 1000), number);
  return page.replaceAll('本报记者 ', '本报记者 沈知远 ').replace(/本报记者 .*\n\n/, '$&在衢州市，');
}

/** The paragraphs of some days of a real newspaper, where the data is beside the project. */
export function realParagraphs(): readonly string[] {
  const folder = '../shared/data/text/rmrb_pages';
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.slice(0, REAL_DAYS).flatMap((name) => {
    const { pages } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      readonly pages: readonly { readonly articles: readonly { readonly paragraphs: readonly string[] }[] }[];
    };
    return pages.flatMap(({ articles }) => articles.flatMap(({ paragraphs }) => paragraphs));
  });
}

const REAL_DAYS = 4;

/** What a text is drawn with. */
interface Drawing {
  pick<Item>(list: readonly Item[]): Item;
  between(least: number, most: number): number;
  chance(share: number): boolean;
}

function drawing(random: () => number): Drawing {
  return {
    pick(list) {
      const item = list[Math.floor(random() * list.length)];
      if (item === undefined) throw new Error('nothing to draw from');
      return item;
    },
    between: (least, most) => least + Math.floor(random() * (most - least + 1)),
    chance: (share) => random() < share,
  };
}

/** The beginning of a sentence, as long as headlines are. */
function headline(draw: Drawing): string {
  const words = draw.pick(sentences()).replace(/[^\p{Script=Han}]/gu, '');
  return words.slice(0, draw.between(8, 16)) || '要闻';
}

function paragraph(draw: Drawing): string {
  return Array.from({ length: draw.between(2, 6) }, () => lead(draw) + draw.pick(sentences())).join('');
}

/** Who says a sentence, or where, for some of them. */
function lead(draw: Drawing): string {
  if (draw.chance(0.15)) return `${draw.pick(named('offices'))}${person(draw)}${draw.pick(SAYING)}，`;
  if (draw.chance(0.15)) return `在${draw.pick(named('places'))}，`;
  return draw.chance(0.05) ? `据${draw.pick(named('organisations'))}介绍，` : '';
}

function person(draw: Drawing): string {
  const given = draw.chance(0.8) ? 2 : 1;
  return draw.pick([...SURNAMES]) + Array.from({ length: given }, () => draw.pick([...GIVEN])).join('');
}

const SAYING = ['说', '表示', '指出', '介绍', '强调', '告诉记者'];
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁';
const GIVEN = '伟芳敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂华建国志远文海晓春雪梅兰松柏清云山江';

function damaged(text: string, draw: Drawing): string {
  let result = text;
  if (draw.chance(0.3)) result = result.replaceAll('，', ',');
  if (draw.chance(0.05)) result = result.replace('和', ' and ');
  if (draw.chance(0.05)) result = `${result.slice(0, 50)}\n\n${result.slice(50)}`;
  if (draw.chance(0.1)) {
    const at = draw.between(0, result.length - 1);
    const alike = likeCharacters().get(result.charAt(at));
    if (alike) result = result.slice(0, at) + draw.pick(alike) + result.slice(at + 1);
  }
  return result;
}

let sampled: readonly string[] | undefined;

function sentences(): readonly string[] {
  return (sampled ??= sampledSentences());
}

const names = new Map<string, readonly string[]>();

/** The names in a dictionary that ships. */
function named(dictionary: 'offices' | 'organisations' | 'places'): readonly string[] {
  let list = names.get(dictionary);
  if (!list) {
    const rows = readFileSync(join(packageFolder(), `dictionaries/gazetteer/${dictionary}.tsv`), 'utf8').split('\n');
    const column = rows[0]?.split('\t').indexOf('name') ?? -1;
    list = rows.slice(1).flatMap((row) => row.split('\t')[column] || []);
    names.set(dictionary, list);
  }
  return list;
}

let alike: ReadonlyMap<string, readonly string[]> | undefined;

/** Characters that are taken for one another, by character. */
function likeCharacters(): ReadonlyMap<string, readonly string[]> {
  if (alike) return alike;
  const groups = readFileSync(join(packageFolder(), 'dictionaries/models/confusables.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('~'))
    .map((line) => [...new Set(line.split('\t')[1])])
    .filter((group) => group.length > 1);
  alike = new Map(groups.flatMap((group) => group.map((one) => [one, group.filter((other) => other !== one)])));
  return alike;
}
