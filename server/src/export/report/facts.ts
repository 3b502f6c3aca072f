import type { Analysis } from '../../analysis/analysis';
import { isoDate } from '../../core/calendarDate';
import type { Severity } from '../../core/diagnostic';
import { firstIndex } from '../../core/search';
import { excerptOf, type Excerpt } from '../../issue/excerpt';
import { readFileName } from '../../issue/fileName';
import { readMasthead } from '../../issue/masthead';
import { isNamedType, namedKeyOf, type NamedKey, type NamedType } from '../../entities/namedKey';
import { addDamage, damageOf, NO_DAMAGE, type DamageCounts } from './quality';

/** What an issue file adds to the report. */
export interface IssueFacts {
  readonly file: FileFacts;
  readonly findings: readonly FindingFacts[];
  readonly names: readonly NameFacts[];
}

/** What the report keeps of each file: numbers, so that those of an archive fit into memory. */
export interface FileFacts {
  readonly path: string;
  readonly newspaper?: string;
  /** YYYY-MM-DD. */
  readonly date?: string;
  /** A full date that the page prints, where the name of the file has another. */
  readonly otherDate?: string;
  readonly articles: number;
  /** Without white space. */
  readonly characters: number;
  readonly pages: readonly PageFacts[];
}

/** A printed page, or all of a file without page marks. */
export interface PageFacts {
  /** As it is printed, such as A2; absent where no number is known. */
  readonly label?: string;
  readonly section: string;
  readonly number?: number;
  readonly characters: number;
  readonly damage: DamageCounts;
}

/** What one rule found with one severity. */
export interface FindingFacts {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
  readonly example: Excerpt;
}

/** A person, place or organisation that the issue surely names. */
export interface NameFacts {
  readonly type: NamedType;
  /** The same for all mentions of one person, place or organisation, in all issues. */
  readonly key: NamedKey;
  readonly name: string;
  readonly count: number;
  readonly offices: readonly string[];
}

/** Gathers what the report needs of an analysed issue. `path` is what the report calls it. */
export function factsOf(analysis: Analysis, path: string): IssueFacts {
  const { document, printedMetadata, metadata } = analysis;
  const { newspaper, date } = metadata;
  const otherDate = otherDateOf(analysis, path);
  return {
    file: {
      path,
      ...(newspaper === undefined ? {} : { newspaper }),
      ...(date === undefined ? {} : { date: date.value }),
      ...(otherDate === undefined ? {} : { otherDate }),
      articles: document.articles.length,
      characters: charactersIn(document.text),
      pages: pagesOf(analysis, printedMetadata.page),
    },
    findings: findingsOf(analysis),
    names: namesOf(analysis),
  };
}

/** A date that the page prints with all its parts, where none that it prints is that of the file's name. */
function otherDateOf({ document }: Analysis, path: string): string | undefined {
  const named = readFileName(path).date;
  if (!named) return undefined;
  const printed = readMasthead(document).dates.flatMap(({ year, month, day, weekday }) =>
    // Without its weekday it may be any date that the page happens to print.
    year === undefined || weekday === undefined ? [] : [isoDate({ year, month, day })],
  );
  return printed.includes(isoDate(named)) ? undefined : printed[0];
}

function pagesOf(analysis: Analysis, ofFile: string | undefined): readonly PageFacts[] {
  const { document } = analysis;
  const { text } = document;
  const named = ofFile === undefined ? NO_NUMBER : numbered(ofFile);
  const parts =
    document.pages.length > 0
      ? document.pages.map(({ span, label, number, section = '' }) => ({
          span,
          ...(number === undefined && document.pages.length === 1
            ? named
            : {
                section: LETTER.test(section) ? section : '',
                ...(number === undefined ? {} : { number }),
                ...(label === undefined ? {} : { label }),
              }),
        }))
      : [{ span: { start: 0, end: text.length }, ...named }];
  const diagnostics = analysis.diagnostics();
  return parts.map(({ span: { start, end }, ...page }, index): PageFacts => {
    // What is above the first page mark belongs to the first page.
    const from = index === 0 ? 0 : firstIndex(diagnostics.length, (at) => (diagnostics[at]?.span.start ?? 0) >= start);
    const to = firstIndex(diagnostics.length, (at) => (diagnostics[at]?.span.start ?? 0) >= end);
    return {
      ...page,
      characters: charactersIn(text.slice(start, end)),
      damage: diagnostics.slice(from, to).map(damageOf).reduce(addDamage, NO_DAMAGE),
    };
  });
}

/** Sections by whose letter pages are numbered: A2. Others are rubrics, and pages do not begin to count again in them. */
const LETTER = /^[A-Z]$/;

type Numbered = Pick<PageFacts, 'label' | 'section' | 'number'>;

const NO_NUMBER: Numbered = { section: '' };

/** A2 is page 2 of section A. */
function numbered(label: string): Numbered {
  const match = /^([A-Z]?)(\d+)$/.exec(label);
  return match ? { label, section: match[1] ?? '', number: Number(match[2]) } : NO_NUMBER;
}

function findingsOf(analysis: Analysis): readonly FindingFacts[] {
  const found = new Map<string, { count: number; readonly facts: FindingFacts }>();
  for (const { rule, severity, span, occurrences } of analysis.diagnostics()) {
    const key = `${rule} ${severity}`;
    const own = found.get(key) ?? {
      count: 0,
      facts: { rule, severity, count: 0, example: excerptOf(analysis.document, span) },
    };
    own.count += occurrences?.length ?? 1;
    found.set(key, own);
  }
  return [...found.values()].map(({ count, facts }) => ({ ...facts, count }));
}

function namesOf({ mentions }: Analysis): readonly NameFacts[] {
  const found = new Map<string, { type: NamedType; name: string; count: number; offices: Set<string> }>();
  for (const mention of mentions) {
    const { type, confidence, name, office } = mention;
    const key = confidence === 'high' ? namedKeyOf(mention) : undefined;
    if (key === undefined || !isNamedType(type)) continue;
    const own = found.get(key) ?? { type, name, count: 0, offices: new Set<string>() };
    own.count++;
    for (const one of office?.split('、') ?? []) own.offices.add(one);
    found.set(key, own);
  }
  return Array.from(found, ([key, own]) => ({ ...own, key, offices: [...own.offices] }));
}

function charactersIn(text: string): number {
  return text.replace(/\s+/g, '').length;
}
