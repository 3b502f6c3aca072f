import { t } from '@vscode/l10n';
import type { Span } from '../core/span';
import type { Mention } from '../entities/model';
import type { Knowledge, PartialDate } from '../knowledge/model';
import type { Tally } from '../workspace/tally';
import { evidenceRows } from './hover/evidence';
import { personRows } from './hover/person';
import { placeRows } from './hover/place';
import type { HoverRow } from './hover/row';
import { valueRows } from './hover/value';

/** What is told of a mention, in the language of the user. */
export interface HoverCard {
  readonly span: Span;
  readonly title: string;
  readonly rows: readonly HoverRow[];
}

/** What a hover is made from; each part may be missing, and then nothing is told of it. */
export interface HoverSources {
  /** All mentions of the issue. */
  readonly mentions: readonly Mention[];
  readonly knowledge?: Knowledge | undefined;
  /** Of the issue. */
  readonly date?: PartialDate | undefined;
  /** How often the workspace names the same. */
  readonly inArchive?: Tally | undefined;
}

/** What is known of a mention: as of the issue's date, with what the page says, and how it is known. */
export function hoverCard(mention: Mention, sources: HoverSources): HoverCard {
  return {
    span: mention.span,
    title: mention.name,
    rows: [...factRows(mention, sources), ...countRows(mention, sources), ...evidenceRows(mention, sources.knowledge)],
  };
}

function factRows(mention: Mention, { knowledge, date }: HoverSources): readonly HoverRow[] {
  if (mention.type === 'person') return personRows(mention, knowledge, date);
  if (mention.type === 'place') return placeRows(mention, knowledge, date);
  return valueRows(mention);
}

/** How often the issue and the archive name it. Dates and quantities are not counted: they are nobody. */
function countRows(mention: Mention, { mentions, inArchive }: HoverSources): HoverRow[] {
  if (mention.value) return [];
  const here = mentions.filter(
    ({ type, name, certainty }) => certainty === 'sure' && type === mention.type && name === mention.name,
  ).length;
  const rows = [{ label: t('In this issue'), text: here === 1 ? t('once') : t('{0} times', here) }];
  if (!inArchive || inArchive.issues < 2) return rows;
  const { mentions: count, issues, first, last } = inArchive;
  const when = first === undefined ? '' : `, ${first === last ? first : `${first} – ${last ?? ''}`}`;
  return [...rows, { label: t('In the archive'), text: t('{0} times in {1} issues', count, issues) + when }];
}
