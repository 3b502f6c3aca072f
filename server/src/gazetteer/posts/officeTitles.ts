import type { Gazetteer, Post } from '../model';
import { officeTitleOf } from './officeTitle';

/**
 * Whether the words of a page mean a post: as a paper of the place words it (市委书记), with the place (衢州市委书记,
 * 浙江省衢州市市长), in full (市人民政府代理市长), or less exactly (副市长 of a 常务副市长).
 */
export function matchesOffice(words: string, post: Post, gazetteer: Gazetteer): boolean {
  const said = normalised(words);
  return [officeTitleOf(post), officeTitleOf(post).replace(/^常务/, '')].some((title) =>
    post.place === undefined ? isOfCentre(said, title) : said === title || saysPlace(said, title, post, gazetteer),
  );
}

/** The post as a paper of another place words it: 衢州市委书记, 衢州市市长. */
export function officeTitleWithPlace(post: Post, gazetteer: Gazetteer): string {
  const title = officeTitleOf(post);
  const place = post.place === undefined ? undefined : gazetteer.entry(post.place);
  if (place?.type !== 'place') return title;
  return title.charAt(1) === '长' ? place.name + title : joined(place.name, title);
}

/** 总书记 alone means the one of the centre. Shorter words (主席, 部长) mean anybody's. */
function isOfCentre(said: string, title: string): boolean {
  return said === title || (said.length > 2 && title.endsWith(said) && title.startsWith('中'));
}

/** 衢州市 with 市委书记 is 衢州市委书记 or 衢州市市委书记; whatever is before it is a larger place. */
function saysPlace(said: string, title: string, { place = '' }: Post, gazetteer: Gazetteer): boolean {
  const entry = gazetteer.entry(place);
  if (entry?.type !== 'place') return false;
  return said.endsWith(joined(entry.name, title)) || said.endsWith(entry.name + title);
}

/** The level that both name is said once: 衢州市 and 市委书记 make 衢州市委书记. */
function joined(place: string, title: string): string {
  const level = ['自治区', '地区'].find((long) => title.startsWith(long)) ?? title.charAt(0);
  return place.endsWith(level) ? place + title.slice(level.length) : place + title;
}

/** 市人民政府市长 is 市长: the level before 政府 says nothing that the office does not. */
function normalised(words: string): string {
  return words
    .replace(/\s+/g, '')
    .replace(/代理(?=[省市县区州盟旗]长|主席)/, '代')
    .replace(/([省市县区州盟旗])(?:人民)?政府(?=(?:代|常务|第一)?副?\1长)/, (_, level: string, at: number) =>
      at === 0 ? '' : level,
    )
    .replace(/^(?:中共|中国共产党)(?=[^中].)/, '');
}
