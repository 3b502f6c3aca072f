import { existsSync, readFileSync } from 'node:fs';

/** Whole sentences of an invented town, so that texts are like newspapers in the mix of characters and marks. */
const SENTENCES = [
  '云川市召开河道整治推进会，听取工作情况，研究下一步安排。',
  '会议强调，各地要压实责任，把防汛备汛各项措施落到实处。',
  '青桐镇组织农技人员走进田间地头，为农户送去技术和种子。',
  '“今年的秧苗长得好，我们心里有底。”种粮大户林一舟说。',
  '据介绍，该项目总投资8.6亿元，全长12.716公里，计划明年6月建成通车。',
  '在云川老街，修旧如旧的木楼引来不少游客驻足拍照。',
  '市文化馆副馆长沈知远认为，老手艺要活起来，关键是有人愿意学、有地方用。',
  '截至3月底，全市新开工重点项目47个，完成投资同比增长9.3%。',
  '记者在现场看到，工人们正在进行最后的设备调试。',
  '他表示，下一步将继续优化服务，让群众少跑腿、好办事。',
];
const HEADLINES = [
  '云川市整治河道',
  '青桐镇春耕备耕有序展开',
  '老街木楼重现生机',
  '重点项目加快建设',
  '市民服务中心启用新系统',
];

/**
 * Issue text of about so many bytes of UTF-8, the same for the same size: articles with headline, byline and
 * paragraphs, and the damage that recognition does: half-width marks, stray English words, torn paragraphs.
 */
export function issueOf(bytes: number): string {
  const random = randomNumbers(bytes);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const articles: string[] = [];
  let size = 0;
  while (size < bytes) {
    let article = `## ${pick(HEADLINES)}\n\n本报记者 沈知远\n\n`;
    for (let paragraph = 0; paragraph < 6; paragraph++) {
      let sentences = '';
      for (let sentence = 0; sentence < 4; sentence++) sentences += pick(SENTENCES);
      article += `${damaged(sentences, random)}\n\n`;
    }
    articles.push(article);
    size += Buffer.byteLength(article);
  }
  return `第一版 要闻\n\n${articles.join('')}`;
}

/**
 * A page of 16 KB whose articles name people of their own, as a newspaper of many years does, and one person and one real
 * city that every page names; the same for the same number.
 */
export function pageOfIndex(number: number): string {
  const random = randomNumbers(number);
  const pick = (characters: string): string => characters.charAt(Math.floor(random() * characters.length));
  const nameOf = (): string => pick(SURNAMES) + pick(GIVEN) + pick(GIVEN);
  return issueOf(15_000 + (number % 1000))
    .replace(/沈知远|林一舟/g, nameOf)
    .replace('云川市', '衢州市')
    .replace('本报记者 ', '本报记者 沈知远 ');
}

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗';
const GIVEN = '伟芳敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂华建国志远文海晓春雪梅兰松柏清云山江';

function damaged(paragraph: string, random: () => number): string {
  let text = paragraph;
  if (random() < 0.3) text = text.replaceAll('，', ',');
  if (random() < 0.1) text = text.replace('和', ' and ');
  if (random() < 0.1) text = `${text.slice(0, 50)}\n\n${text.slice(50)}`;
  return text;
}

/** Mulberry32: a small generator whose numbers depend on its seed alone. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The paragraphs of one real newspaper, where the data lies beside the project: invented sentences repeat themselves too much. */
export function paragraphsOfNewspaper(): readonly string[] | undefined {
  const file = '../shared/data/text/rmrb_pages/2026-06-10.json';
  if (!existsSync(file)) return undefined;
  const { pages } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly pages: readonly { readonly articles: readonly { readonly paragraphs: readonly string[] }[] }[];
  };
  return pages.flatMap(({ articles }) => articles.flatMap(({ paragraphs }) => paragraphs));
}
