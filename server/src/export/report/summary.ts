import type { Severity } from '../../core/diagnostic';
import { countsOf } from '../../core/groups';
import type { Excerpt } from '../../issue/excerpt';
import type { NamedType } from '../../entities/namedKey';
import type { FileFacts, IssueFacts } from './facts';
import { addDamage, characterAccuracy, NO_DAMAGE, type DamageCounts } from './quality';
import { problemsOfRun, type RunProblems } from './run';

/** Everything that the report shows, in the order in which it shows it. */
export interface Summary {
  readonly files: number;
  readonly articles: number;
  readonly characters: number;
  readonly pages: number;
  /** Names of the newspapers, the one with the most files first. */
  readonly newspapers: readonly string[];
  /** Of the first and the last dated issue. */
  readonly from?: string;
  readonly to?: string;
  /** The share of right characters, estimated. */
  readonly accuracy?: number;
  /** By month, or by year where there are many months: 2024-05, 2024. */
  readonly periods: readonly Period[];
  /** The files with the lowest accuracy first. */
  readonly issues: readonly IssueQuality[];
  /** The pages with the lowest accuracy first. */
  readonly worstPages: readonly PageQuality[];
  readonly rules: readonly RuleFindings[];
  readonly names: Readonly<Record<NamedType, readonly NameTimeline[]>>;
  readonly posts: readonly Post[];
  readonly run: RunProblems;
}

export interface Period {
  readonly name: string;
  readonly files: number;
  readonly characters: number;
  readonly accuracy?: number;
}

export interface IssueQuality {
  readonly path: string;
  readonly date?: string;
  readonly articles: number;
  readonly characters: number;
  readonly accuracy: number;
}

export interface PageQuality {
  readonly path: string;
  readonly label: string;
  readonly characters: number;
  readonly accuracy: number;
}

export interface RuleFindings {
  readonly rule: string;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly examples: readonly (Excerpt & { readonly path: string })[];
}

export interface NameTimeline {
  readonly name: string;
  readonly mentions: number;
  readonly files: number;
  /** Mentions in each of the periods of the summary. */
  readonly byPeriod: readonly number[];
}

export interface Post {
  readonly office: string;
  readonly holders: readonly {
    readonly name: string;
    readonly from?: string;
    readonly to?: string;
    readonly mentions: number;
  }[];
}

/** Sums up issue files as they come. Nothing of a file is kept but its numbers, and its names added to those of all. */
export interface SummaryBuilder {
  add(facts: IssueFacts): void;
  summary(): Summary;
}

/** Months from which on periods are years. */
const MANY_MONTHS = 36;

/** How much of each list is shown. */
const MOST = { issues: 30, pages: 30, examples: 3, names: 20, posts: 40, holders: 8 };

/** Pages with fewer characters say little about their quality. */
const FEWEST_CHARACTERS = 100;

interface NameCounts {
  readonly name: string;
  readonly type: NamedType;
  mentions: number;
  files: number;
  readonly byMonth: Map<string, number>;
}

interface HolderCounts {
  readonly name: string;
  mentions: number;
  from?: string;
  to?: string;
}

/** Starts a summary. */
export function createSummary(): SummaryBuilder {
  const files: FileFacts[] = [];
  const rules = new Map<string, { counts: Record<Severity, number>; examples: RuleFindings['examples'][number][] }>();
  const names = new Map<string, NameCounts>();
  const posts = new Map<string, Map<string, HolderCounts>>();

  const addNames = ({ names: own, file: { date } }: IssueFacts): void => {
    const month = date?.slice(0, 7);
    for (const { type, key, name, count, offices } of own) {
      const known = names.get(key) ?? { name, type, mentions: 0, files: 0, byMonth: new Map<string, number>() };
      known.mentions += count;
      known.files++;
      if (month !== undefined) known.byMonth.set(month, (known.byMonth.get(month) ?? 0) + count);
      names.set(key, known);
      for (const office of type === 'person' ? offices : []) {
        const holders = posts.get(office) ?? new Map<string, HolderCounts>();
        posts.set(office, holders);
        const holder: HolderCounts = holders.get(key) ?? { name, mentions: 0 };
        holders.set(key, holder);
        holder.mentions += count;
        if (date === undefined) continue;
        if (holder.from === undefined || date < holder.from) holder.from = date;
        if (holder.to === undefined || date > holder.to) holder.to = date;
      }
    }
  };

  return {
    add(facts) {
      files.push(facts.file);
      for (const { rule, severity, count, example } of facts.findings) {
        const own = rules.get(rule) ?? { counts: { error: 0, warning: 0, info: 0, hint: 0 }, examples: [] };
        own.counts[severity] += count;
        if (own.examples.length < MOST.examples) own.examples.push({ ...example, path: facts.file.path });
        rules.set(rule, own);
      }
      addNames(facts);
    },
    summary() {
      const dates = files.flatMap(({ date }) => date ?? []).sort();
      const months = new Set(dates.map((date) => date.slice(0, 7)));
      const length = months.size > MANY_MONTHS ? 4 : 7;
      const periodNames = [...new Set(dates.map((date) => date.slice(0, length)))];
      const qualities = files.map((file) => ({ file, accuracy: accuracyOf([file]) }));
      const [from, to] = [dates[0], dates.at(-1)];
      return {
        files: files.length,
        articles: sum(files, ({ articles }) => articles),
        characters: sum(files, ({ characters }) => characters),
        pages: sum(files, ({ pages }) => pages.length),
        newspapers: newspapersOf(files),
        ...(from === undefined || to === undefined ? {} : { from, to }),
        ...optionalAccuracy(files),
        periods: periodNames.map((name) => {
          const own = files.filter(({ date }) => date?.startsWith(name));
          return {
            name,
            files: own.length,
            characters: sum(own, ({ characters }) => characters),
            ...optionalAccuracy(own),
          };
        }),
        issues: qualities
          .flatMap(({ file: { path, date, articles, characters }, accuracy }): IssueQuality[] =>
            accuracy === undefined
              ? []
              : [{ path, ...(date === undefined ? {} : { date }), articles, characters, accuracy }],
          )
          .sort((a, b) => a.accuracy - b.accuracy)
          .slice(0, MOST.issues),
        worstPages: worstPagesOf(files),
        rules: Array.from(rules, ([rule, own]) => ({ rule, ...own })).sort((a, b) => grave(b.counts) - grave(a.counts)),
        names: {
          person: timelines(names, 'person', periodNames),
          place: timelines(names, 'place', periodNames),
          organisation: timelines(names, 'organisation', periodNames),
        },
        posts: postsOf(posts),
        run: problemsOfRun(files),
      };
    },
  };
}

function accuracyOf(files: readonly FileFacts[]): number | undefined {
  const pages = files.flatMap((file) => file.pages);
  return characterAccuracy(
    pages.map(({ damage }): DamageCounts => damage).reduce(addDamage, NO_DAMAGE),
    sum(files, ({ characters }) => characters),
  );
}

function optionalAccuracy(files: readonly FileFacts[]): { accuracy?: number } {
  const accuracy = accuracyOf(files);
  return accuracy === undefined ? {} : { accuracy };
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function newspapersOf(files: readonly FileFacts[]): readonly string[] {
  const counts = countsOf(files.flatMap(({ newspaper }) => newspaper ?? []));
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

function worstPagesOf(files: readonly FileFacts[]): readonly PageQuality[] {
  return files
    .filter(({ pages }) => pages.length > 1)
    .flatMap(({ path, pages }) =>
      pages.flatMap(({ label, number, characters, damage }, index): PageQuality[] => {
        const accuracy = characters < FEWEST_CHARACTERS ? undefined : characterAccuracy(damage, characters);
        if (accuracy === undefined) return [];
        return [{ path, label: label ?? String(number ?? index + 1), characters, accuracy }];
      }),
    )
    .sort((a, b) => a.accuracy - b.accuracy)
    .slice(0, MOST.pages);
}

function grave({ error, warning, info }: Readonly<Record<Severity, number>>): number {
  return error + warning + info;
}

function timelines(
  names: ReadonlyMap<string, NameCounts>,
  wanted: NamedType,
  periods: readonly string[],
): readonly NameTimeline[] {
  return [...names.values()]
    .filter(({ type }) => type === wanted)
    .sort((a, b) => b.mentions - a.mentions)
    .slice(0, MOST.names)
    .map(({ name, mentions, files, byMonth }) => ({
      name,
      mentions,
      files,
      byPeriod: periods.map((period) =>
        [...byMonth].reduce((total, [month, count]) => (month.startsWith(period) ? total + count : total), 0),
      ),
    }));
}

function postsOf(posts: ReadonlyMap<string, ReadonlyMap<string, HolderCounts>>): readonly Post[] {
  return Array.from(posts, ([office, holders]) => ({
    office,
    holders: [...holders.values()].sort((a, b) => b.mentions - a.mentions),
  }))
    .sort((a, b) => sum(b.holders, ({ mentions }) => mentions) - sum(a.holders, ({ mentions }) => mentions))
    .slice(0, MOST.posts)
    .map(({ office, holders }) => ({
      office,
      holders: holders.slice(0, MOST.holders).sort((a, b) => ((a.from ?? '9') < (b.from ?? '9') ? -1 : 1)),
    }));
}
