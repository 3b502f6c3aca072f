import type { Term } from '../../../server/src/gazetteer/model';
import type { CareerStep } from './career';
import type { Division, Divisions } from './divisions';
import { CENTRAL, MINISTRIES, OFFICE, PRIVATE } from './offices';
import { isCommittee, organNamed, type NamedPost, type Organ } from './organs';
import { place, type Surroundings } from './placing';

/** A post as officials.tsv holds it; its place is an id of places.tsv. */
export type CareerPost = NamedPost & Term;

const SEPARATOR = /[，,、；;。：:]|(?<=[长记席任员委理])(?:并?兼任?)(?=[\u4e00-\u9fff])/;

/** The posts that a step names, and the place that it named last. */
export function postsOf(
  step: CareerStep,
  divisions: Divisions,
  around: Surroundings,
): { posts: CareerPost[]; last: Division | undefined } {
  const posts: CareerPost[] = [];
  let last = around.last;
  let organ: Organ | undefined;
  let committee: Division | undefined;
  let isTorn = false;
  for (const piece of pieces(step.words)) {
    const { words: bare, term } = withOwnDates(piece, step);
    const { division, rest, opening } = place(bare, term, divisions, { ...around, last });
    if (division) last = division;
    const office = /^\d/.test(rest) ? undefined : OFFICE.exec(rest)?.[0];
    // 人口、资源、环境委员会: a name that a comma has split is nobody's office.
    const wasTorn = isTorn && opening === 'none' && (office === undefined || office.length < rest.length);
    isTorn = office === undefined && rest.length > 0 && !/[习作生员师]$|工作/.test(rest);
    if (office === undefined || wasTorn || /^(?:后|曾|历)任/.test(bare)) continue;
    const named = organNamed(
      rest.slice(0, -office.length),
      office,
      { division, opening },
      { organ, committee, last, city: last && divisions.above(last, 'city', term) },
    );
    if (!named) continue;
    organ = named.organ;
    if (isCommittee(organ.name)) committee = organ.division;
    if (named.post && !isPrivate(named.post)) posts.push({ ...named.post, ...term });
  }
  return { posts: withoutIdleMemberships(inSequence(posts)), last };
}

/** The words between commas, brackets left out except for the dates of their own that they give. */
function pieces(text: string): string[] {
  let plain = text
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/中国（([^（）]{2,4})）/g, '中国$1')
    .replace(/（((?:19|20)\d\d)[.年](\d{1,2})月?(?:起?任|兼任?|当选|明确)?）/g, '〔$1-$2〕')
    .replace(/（至((?:19|20)\d\d)[.年](\d{1,2})月?）/g, '〔-$1-$2〕')
    .replace(/（((?:19|20)\d\d)[.年](\d{1,2})月?(?:免|离任|卸任|止)）/g, '〔-$1-$2〕');
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain.replace(/（[^（）]*）/g, '');
  }
  return plain
    .replace(/（.*$/s, '')
    .replace(/\s+/g, '')
    .replaceAll('代理', '代')
    .split(SEPARATOR)
    .map((piece) =>
      piece
        .replace(/[）)“”"]/g, '')
        .replace(/(?:等职务?|等)$/, '')
        .replace(/主持.{0,6}工作的/, '')
        .replace(/第?[一二三四五六七八九十\d]+届/, '')
        .replace(/^政协(.+[省市县区州])委员会/, '$1政协'),
    )
    .filter((piece) => piece !== '');
}

/** A piece may begin with a date of its own (2008.01区长), or carry one that was in brackets after it. */
function withOwnDates(piece: string, step: CareerStep): { words: string; term: Term } {
  const { from, to } = step;
  const term = inOrder({ ...(from && { from }), ...(to && { to }) });
  const before = /^((?:19|20)\d\d)[.年](\d{1,2})月?(?:后|起)?/.exec(piece);
  if (before)
    return { words: piece.slice(before[0].length), term: inOrder({ ...term, from: month(before[1], before[2]) }) };
  const behind = /〔(-?)(\d{4})-(\d{1,2})〕/.exec(piece);
  if (!behind) return { words: piece, term };
  const date = month(behind[2], behind[3]);
  return { words: piece.replace(behind[0], ''), term: inOrder({ ...term, [behind[1] ? 'to' : 'from']: date }) };
}

/** Without an end that is before the beginning: a slip of the source, or the end of what the step began with. */
function inOrder({ from, to }: Term): Term {
  if (from === undefined || to === undefined) return { ...(from && { from }), ...(to && { to }) };
  const precision = Math.min(from.length, to.length);
  return to.slice(0, precision) < from.slice(0, precision) ? { from } : { from, to };
}

const month = (year = '', number = ''): string => `${year}-${number.padStart(2, '0')}`;
/** What somebody did before public life is nobody's business, and a dictionary's burden. */
function isPrivate({ office, organisation, place: id }: NamedPost): boolean {
  if (/(?<!主任)[委成]员$/.test(office) && !/^中央/.test(organisation)) return true;
  if (/调任|担任|当选|任命|时任|分管|负责|协助|同志|毕业|参加/.test(organisation)) return true;
  if (id === '' && !MINISTRIES.has(organisation) && !CENTRAL.test(organisation) && organisation.length <= 5)
    return !/(?:大学|学院)$/.test(organisation);
  if (organisation.endsWith('机关') && office.startsWith('党组')) return false;
  return PRIVATE.test(organisation) && !/^团[省市县区州盟旗地]委$/.test(organisation);
}

/**
 * A step that names both 副局长 and 局长 of one organ tells of one after the other: of the first only the beginning is
 * known, of the last only the end. A 副市长 who is 代市长 is both at once.
 */
function inSequence(posts: readonly CareerPost[]): CareerPost[] {
  return posts.map((post, index) => {
    const isRank = (other: CareerPost): boolean =>
      other.place === post.place &&
      other.organisation === post.organisation &&
      rankless(other) === rankless(post) &&
      other.office !== post.office &&
      !(isDeputyOrActing(other) && isDeputyOrActing(post));
    const next = posts.slice(index + 1).find(isRank);
    const before = posts.slice(0, index).find(isRank);
    const { from, to, ...rest } = post;
    if (next?.from !== undefined && next.from > (from ?? next.from)) return { ...post, to: next.from };
    const keepsFrom = from !== undefined && (before === undefined || before.from !== from);
    return { ...rest, ...(keepsFrom && { from }), ...(to !== undefined && !next && { to }) };
  });
}

const rankless = ({ office }: CareerPost): string => office.replace(/^(.{0,3}委|党组|党委)?(?:代|常务|第一)?副?/, '$1');
const isDeputyOrActing = ({ office }: CareerPost): boolean => /^(?:代|副|常务副)[省市县区州盟旗]长$/.test(office);

function withoutIdleMemberships(posts: readonly CareerPost[]): CareerPost[] {
  return posts.filter(({ office }) => !/^党[组委](?:成员|委员)$/.test(office));
}
