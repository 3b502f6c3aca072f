import type { PartialDate, Term } from '../../../server/src/gazetteer/model';
import { careerSteps } from './career';
import type { Division, Divisions } from './divisions';
import { postsOf, type CareerPost } from './posts';

/** One row of a list of mayors or secretaries. The birth date only distinguishes namesakes; it is written nowhere. */
interface Row {
  readonly name: string;
  readonly birth: string | undefined;
  readonly page: string;
  /** Code of the city in whose list the row stands. */
  readonly city: string;
  readonly posts: readonly CareerPost[];
}

/** An official with the posts of all rows that tell of the same person, the earliest first. */
export interface Official {
  readonly name: string;
  readonly city: string;
  /** Years of birth that its sources give: they distinguish namesakes, and are written nowhere. */
  readonly born: readonly string[];
  readonly posts: readonly CareerPost[];
}

/** @param records the rows of both lists, by the names of their columns */
export function officialsOf(records: readonly Record<string, string>[], divisions: Divisions): Official[] {
  const byName = new Map<string, Row[][]>();
  for (const row of records.flatMap((record) => rowOf(record, divisions))) {
    const people = byName.get(row.name) ?? [];
    const same = people.find((rows) => rows.some((other) => isSamePerson(row, other)));
    if (same) same.push(row);
    else people.push([row]);
    byName.set(row.name, people);
  }
  return [...byName.values()].flat().flatMap((rows) => {
    const posts = joined(rows.flatMap((row) => row.posts));
    const [first] = rows;
    return first && posts.length > 0
      ? [
          {
            name: first.name,
            city: first.city,
            born: rows.flatMap(({ birth }) => (birth ? [birth.slice(0, 4)] : [])),
            posts,
          },
        ]
      : [];
  });
}

function rowOf(record: Record<string, string>, divisions: Divisions): Row[] {
  const name = nameOf(record['姓名'] ?? '', record['基本信息'] ?? '');
  const posts = careerPosts(record, divisions).flatMap((step) => step.posts);
  const page = /item\/[^?]*/.exec(record['url'] ?? record['网址'] ?? '')?.[0] ?? '';
  const city = cityOf(record, divisions)?.code ?? '';
  return name === '' ? [] : [{ name, birth: birthOf(record), page, city, posts }];
}

/** The posts of a row's career, with the line of it that tells them, 1-based. */
export function careerPosts(
  record: Record<string, string>,
  divisions: Divisions,
): { readonly line: number; readonly posts: readonly CareerPost[] }[] {
  const home = cityOf(record, divisions);
  const name = nameOf(record['姓名'] ?? '', record['基本信息'] ?? '');
  let last = home;
  return careerSteps(record['履历'] ?? '', name).map((step) => {
    const found = postsOf(step, divisions, { last, home });
    last = found.last;
    return { line: step.line, posts: found.posts };
  });
}

/** The city in whose list the row stands; its column leaves out 市, 州 or 地区. */
function cityOf(record: Record<string, string>, divisions: Divisions): Division | undefined {
  const name = record['城市'] ?? '';
  const city = divisions.named(`${name}市`).find(({ kind }) => kind !== 'county');
  return city ?? ['地区', '州', '盟', ''].flatMap((level) => divisions.named(name + level))[0];
}

/**
 * The name by which the biography begins, where it goes on as biographies do (…，男，汉族，…); the name column, which
 * gives about a hundred people the row of another, where it does not.
 */
function nameOf(column: string, biography: string): string {
  const tidy = (name: string): string =>
    name
      .replace(/[（(].*$|[\d.[\]\s]/g, '')
      .replace(/[•‧・]/g, '·')
      .replace(/同志$/, '');
  const begins = /^([\u4e00-\u9fff·•\s]{2,20}?)\s*(?:（[^）]*）)?[，,：:]\s*(?:男|女|汉族|[\u4e00-\u9fff]{1,5}族)/.exec(
    biography.trim(),
  )?.[1];
  const first = begins === undefined ? '' : tidy(begins);
  return first.length >= 2 && (first.length <= 4 || first.includes('·')) ? first : tidy(column);
}

/** Year and month. Spreadsheets have made days since 1900 of some. */
function birthOf(record: Record<string, string>): PartialDate | undefined {
  const column = (record['出生日期'] ?? '').trim();
  if (/^\d{4,5}$/.test(column) && Number(column) > 3000)
    return new Date(Date.UTC(1899, 11, 30) + Number(column) * 86_400_000).toISOString().slice(0, 7);
  const written = /((?:19|20)\d\d)年\s*(\d{1,2})月/.exec(column);
  const told = /((?:19|20)\d\d)年\s*(\d{1,2})月(?:\d{1,2}日)?\s*(?:出?生)/.exec(record['基本信息'] ?? '');
  const [, year, month] = written ?? told ?? [];
  return year && month ? `${year}-${month.padStart(2, '0')}` : undefined;
}

function isSamePerson(one: Row, other: Row): boolean {
  if (one.page !== '' && one.page === other.page) return true;
  if (one.birth !== undefined && other.birth !== undefined) return one.birth === other.birth;
  const known = new Set(other.posts.map(fact));
  return one.posts.filter((post) => known.has(fact(post))).length >= 2;
}

const fact = ({ office, organisation, place, from }: CareerPost): string =>
  [office, organisation, place, from].join('|');

/** Terms of one post that meet or overlap are one term, whether lines or sources have cut it. */
export function joined(posts: readonly CareerPost[]): CareerPost[] {
  const result: CareerPost[] = [];
  const byStart = posts.toSorted(
    (one, other) => compare(one.from ?? '', other.from ?? '') || compare(other.to ?? '', one.to ?? ''),
  );
  for (const post of byStart) {
    const index = result.findIndex((known) => isSamePost(known, post) && meets(known, post));
    const known = result[index];
    if (known)
      result[index] = {
        ...known,
        ...(known.from === undefined && post.from && { from: post.from }),
        ...later(known, post),
      };
    else result.push(post);
  }
  return result;
}

function isSamePost(one: CareerPost, other: CareerPost): boolean {
  return one.office === other.office && one.organisation === other.organisation && one.place === other.place;
}

/** An unknown end reaches to the next mention of the same post: a source that gives beginnings only repeats it so. */
function meets(known: Term, next: Term): boolean {
  return known.to === undefined || next.from === undefined || next.from <= known.to || next.from.startsWith(known.to);
}

function later(known: Term, next: Term): Term {
  if (next.to === undefined && known.from === next.from) return known.to === undefined ? {} : { to: known.to };
  const to = next.to === undefined || (known.to !== undefined && known.to > next.to) ? known.to : next.to;
  return to === undefined ? {} : { to };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
