import commonWords from '../../../dictionaries/lexicons/common-words.json';
import { isChineseName, isDottedName } from '../../../server/src/core/names/shape';
import type { Divisions } from './divisions';
import type { CareerPost } from './posts';
import words from './words.json';

/** A national or foreign figure of the graph Chinese-Elite. */
export interface Figure {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly born: string | undefined;
  readonly posts: readonly CareerPost[];
}

interface Node {
  readonly id: string;
  readonly type: string;
  readonly name: { readonly 'zh-cn'?: readonly string[] };
  readonly lifetime?: string;
  readonly properties: { readonly lifetime?: string };
}

interface Relation {
  readonly source: string;
  readonly target: string;
  readonly type: string;
  readonly properties: {
    readonly start_date?: unknown;
    readonly end_date?: unknown;
    readonly position?: { readonly 'zh-cn'?: string };
  };
}

interface Graph {
  readonly nodes: readonly Node[];
  readonly relationships: readonly Relation[];
}

const OFFICE = new RegExp(`(?:${words.heads.join('|')})$`);
const HEAD = new RegExp(`^(?:第一|常务|代)?副?(?:${words.heads.join('|')})$`);
/** The first year of birth of those whom a newspaper since 1980 may call by an office. */
const EARLIEST_BIRTH = 1880;
/** What the organs are called in the other sources. */
const SHORTER: readonly (readonly [RegExp, string])[] = [
  [/^中国共产党中央委员会(?=$|总书记|主席|副主席)/, '中共中央'],
  [/^(?:中国共产党|中共)中央(?:委员会)?(?!$)/, '中央'],
  [/^中华人民共和国(?=全国|国务院|最高|中央|.{2,12}[部会署局])/, ''],
  [/^中华人民共和国$/, '国家'],
  [/全国人民代表大会/, '全国人大'],
  [/常务委员会$/, '常委会'],
  [/^中央军事委员会/, '中央军委'],
  [/^中国人民政治协商会议全国委员会/, '全国政协'],
];

/**
 * The people of the graph, which a machine has read out of an encyclopaedia: those who have held an office, and foreigners.
 * Posts are kept where they are one plain office in one organisation with a year of beginning. Of the aliases only the
 * surnames of foreigners are certain enough.
 */
export function figuresOf({ nodes, relationships }: Graph, divisions: Divisions): Figure[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const officeHolders = new Set<string>();
  const postsBySource = new Map<string, CareerPost[]>();
  for (const relation of relationships) {
    const position = relation.properties.position?.['zh-cn'] ?? '';
    if (OFFICE.test(position) && dateOf(relation.properties.start_date)) officeHolders.add(relation.source);
    const post = postOf(relation, byId.get(relation.target), divisions);
    if (post) postsBySource.set(relation.source, [...(postsBySource.get(relation.source) ?? []), post]);
  }
  return nodes.flatMap((node) => {
    const [name = '', ...others] = namesOf(node);
    const born = /^\s*(\d{4})/.exec(node.properties.lifetime ?? node.lifetime ?? '')?.[1];
    const posts = postsBySource.get(node.id) ?? [];
    const isOfOurTime = born === undefined ? posts.length > 0 : Number(born) >= EARLIEST_BIRTH;
    const isForeign = name.includes('·');
    if (node.type !== 'Person' || !isName(name) || !isOfOurTime || !(isForeign || officeHolders.has(node.id)))
      return [];
    const surname = name.split('·').at(-1) ?? '';
    return [
      { name, aliases: isForeign && surname.length >= 3 && others.includes(surname) ? [surname] : [], born, posts },
    ];
  });
}

function namesOf(node: Node): string[] {
  return [...new Set((node.name['zh-cn'] ?? []).map((name) => name.replace(/\s*\(.*$/, '').replace(/[\s　]/g, '')))];
}

/** A surname with one or two characters, or a foreign name in parts; never an everyday word. */
function isName(name: string): boolean {
  return isDottedName(name) || (isChineseName(name) && !isCommonWord(name));
}

function isCommonWord(name: string): boolean {
  return Object.entries(commonWords).some(
    ([first, seconds]) => name.length === 2 && first === name[0] && seconds.includes(name.charAt(1)),
  );
}

function postOf(
  { type, properties }: Relation,
  target: Node | undefined,
  divisions: Divisions,
): CareerPost | undefined {
  const office = properties.position?.['zh-cn'] ?? '';
  const from = dateOf(properties.start_date);
  if (type !== 'MEMBER_OF' || target?.type !== 'Organization' || !HEAD.test(office) || from === undefined)
    return undefined;
  const to = dateOf(properties.end_date);
  const term = { from, ...(to !== undefined && { to }) };
  const full = namesOf(target)[0] ?? '';
  const [division] = divisions.named(/^中国共产党(.+)委员会$/.exec(full)?.[1] ?? '');
  if (division) return { office: `${division.level}委${office}`, organisation: '', place: division.id, ...term };
  const shorter = SHORTER.reduce((name, [long, short]) => name.replace(long, short), full);
  const organisation = shorter.replace(new RegExp(`${office}$`), '');
  if (organisation === '中央政治局常委会') return { office: '常委', organisation: '中央政治局', place: '', ...term };
  if (!/^[\u4e00-\u9fff]{2,20}$/.test(organisation) || /^第|^中国共产党/.test(organisation)) return undefined;
  return { office, organisation, place: '', ...term };
}

/** A year, with its month where it is given. Some relations have lists of dates, which are no single term. */
function dateOf(date: unknown): string | undefined {
  return typeof date === 'string' ? /^(?:19|20)\d\d(?:-\d\d)?/.exec(date)?.[0] : undefined;
}
