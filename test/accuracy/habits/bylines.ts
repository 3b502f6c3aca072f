import type { Random } from './random';

/** A byline line and the names that it gives. */
export interface DrawnByline {
  readonly line: string;
  readonly people: readonly string[];
}

const NAMES = [
  '沈知远', '温北辰', '江煦', '陆清和', '白砚', '顾南亭', '傅一鸣', '陶然', '钟书麟', '裴小棠', '岳临川', '方若水', '叶青梧', '戚长林',
  '欧阳明远', '司徒静', '罗云起', '蒋素', '曾百川', '黎晓风',
]; // prettier-ignore
const LONG_NAMES = [
  '阿依努尔·买买提',
  '卓玛·次仁',
  '巴图·苏和',
  '艾力江·吾守尔',
  '玛丽娜·索科洛娃',
  '扎西顿珠',
  '娜仁托娅',
];

/** A byline as reports have it: 本报记者 …, sometimes with correspondents, minority names or no name at all. */
export function drawReportersByline(random: Random): DrawnByline {
  if (random.chance(0.04)) return { line: '本报评论员', people: [] };
  const reporters = drawNames(random, random.chance(0.3) ? 2 : 1);
  const correspondents = random.chance(0.15) ? drawNames(random, 1) : [];
  const separator = random.pick([' ', '  ', '　']);
  const title = random.pick(['本报记者', '本报记者', '记者', '云川融媒记者']);
  const shown = reporters.map((name) => shownName(name, random)).join(random.pick([' ', '、', '　']));
  const rest = correspondents.map((name) => ` 通讯员${separator}${name}`).join('');
  return { line: `${title}${separator}${shown}${rest}`, people: [...reporters, ...correspondents] };
}

/** The name of an author alone, as it is under the titles of essays. */
export function drawAuthor(random: Random): DrawnByline {
  const [name = ''] = drawNames(random, 1);
  return { line: shownName(name, random), people: [name] };
}

function drawNames(random: Random, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(random.chance(0.1) ? random.pick(LONG_NAMES) : random.pick(NAMES));
  return [...names];
}

/** Names of two characters are set as wide as those of three; some texts have a zero-width space in a name. */
function shownName(name: string, random: Random): string {
  if (name.length === 2) return random.chance(0.6) ? name.split('').join(random.pick([' ', '  ', '　'])) : name;
  return random.chance(0.05) ? `${name.slice(0, 1)}\u200b${name.slice(1)}` : name;
}

const OPENING = /^(?:本报|新华社)[^，。（）]{0,16}(?:电|讯)\s*（(?:(?:本报|本社)?记者|通讯员)?([^（）]{2,40})）/;

/** The names that the first paragraph of a story gives, or undefined where it gives none. */
export function peopleOfOpening(paragraph: string): string[] | undefined {
  const names = OPENING.exec(paragraph)?.[1]
    ?.split(/[、，\s]|记者|通讯员/)
    .filter((name) => name !== '');
  return names !== undefined && names.length > 0 && names.every((name) => /^[\u4e00-\u9fff·]{2,16}$/.test(name))
    ? names
    : undefined;
}
