import { t } from '@vscode/l10n';
import type { Analysis } from '../analysis/analysis';
import type { Span } from '../core/span';
import type { Mention } from '../entities/model';
import type { Stats } from '../index/queries/stats';
import { evidenceRows } from './hover/evidence';
import { careerRows, personRows } from './hover/person';
import { placeRows } from './hover/place';
import type { HoverRow } from './hover/row';
import { valueRows } from './hover/value';

/** What is shown of a mention, in the language of the user. */
export interface HoverCard {
  readonly span: Span;
  readonly title: string;
  /** What is known as of the issue's date, and what the page says. */
  readonly rows: readonly HoverRow[];
  /** A career, a term a row; empty for what is not a person. */
  readonly timeline: readonly HoverRow[];
  /** How it is known, and where it was looked up. */
  readonly sources: readonly HoverRow[];
}

type HoverSources = Pick<Analysis, 'mentions' | 'metadata' | 'gazetteer'>;

/**
 * What is known of a mention: as of the issue's date, with what the page says, and how it is known. `inIndex` says how
 * often the workspace names the same; without it nothing is said about that.
 */
export function hover(analysis: HoverSources, mention: Mention, inIndex?: Stats): HoverCard {
  return {
    span: mention.span,
    title: mention.name,
    rows: [...factRows(mention, analysis), ...countRows(mention, analysis, inIndex)],
    timeline: mention.type === 'person' ? careerRows(mention, analysis.gazetteer, analysis.metadata.date?.value) : [],
    sources: evidenceRows(mention, analysis.gazetteer),
  };
}

function factRows(mention: Mention, { gazetteer, metadata }: HoverSources): readonly HoverRow[] {
  const date = metadata.date?.value;
  if (mention.type === 'person') return personRows(mention, gazetteer, date);
  if (mention.type === 'place') return placeRows(mention, gazetteer, date);
  return valueRows(mention);
}

/** How often the issue and the index name it. Dates and quantities are not counted: they are not names. */
function countRows(mention: Mention, { mentions }: HoverSources, inIndex: Stats | undefined): HoverRow[] {
  if (mention.value) return [];
  const here = mentions.filter(
    ({ type, name, confidence }) => confidence === 'high' && type === mention.type && name === mention.name,
  ).length;
  const rows = [{ label: t('In this issue'), text: here === 1 ? t('once') : t('{0} times', here) }];
  if (!inIndex || inIndex.issues < 2) return rows;
  const { mentions: count, issues, first, last } = inIndex;
  const text = t('{0} times in {1} issues', count, issues);
  const when = first === last ? first : `${first ?? ''} – ${last ?? ''}`;
  return [...rows, { label: t('In the archive'), text: when === undefined ? text : t('{0} ({1})', text, when) }];
}
