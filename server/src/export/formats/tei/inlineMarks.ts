import type { Analysis } from '../../../analysis/analysis';
import type { LoggedCorrection } from '../../../annotations/correctionLog';
import { firstIndex, overlapFinder } from '../../../core/search';
import { covers, type Span } from '../../../core/span';
import type { Mention } from '../../../entities/model';
import { placedCorrections } from '../../annotations/corrections';
import { placedAnnotations } from '../../annotations/placed';
import { placeFinder, type Words } from '../../flow';
import { withMarks, type Mark } from '../../inline';
import type { NamedIn } from '../../named';
import type { Ids } from './ids';
import { partsOfName } from './nameParts';
import { attribute, escaped, word } from './xml';

/** Writes the words of the parts of an issue, and knows what of the issue they have had. */
export interface Inline {
  readonly write: (words: Words) => string;
  /** Whether both ends of an annotation, by its id, have been written. */
  readonly hasEnds: (annotation: string) => boolean;
  /** The corrections of the issue that no words have had: they are in a masthead, or go beyond a part. */
  readonly restOfCorrections: () => readonly LoggedCorrection[];
}

/** Makes what writes words with the names in them, how they were corrected, and the ends of annotations. */
export function inlineOf(analysis: Analysis, article: string | undefined, ids: Ids, named: NamedIn): Inline {
  const corrections = placedCorrections(analysis);
  const written = new Set<string>();
  const correctionsIn = finder(corrections.map((one) => ({ ...one, at: one.start })));
  const sure = analysis.mentions.filter(({ confidence }) => confidence === 'high');
  const mentionsIn = overlapFinder(sure);
  const ends = endsOf(analysis, article, ids);
  const endsIn = finder(ends);

  return {
    write({ text, pieces }) {
      const [first] = pieces;
      const last = pieces.at(-1);
      if (!first || !last) return '';
      const range = { start: first.start, end: last.end };
      const placeOf = placeFinder(pieces);
      const marks: Mark[] = [];
      const add = (span: Span, mark: Omit<Mark, 'start' | 'end'>, id?: string): void => {
        const place = placeOf(span);
        if (!place || (id !== undefined && written.has(id))) return;
        if (id !== undefined) written.add(id);
        marks.push({ ...place, ...mark });
      };
      for (const { id, at, isStart, tag } of endsIn(range)) {
        const isInside = isStart ? at < range.end : at > range.start;
        if (isInside) add({ start: at, end: at }, { open: tag, close: '' }, `${isStart ? 'start' : 'end'} ${id}`);
      }
      const corrected = correctionsIn(range);
      for (const one of corrected) add(one, { ...correctionTags(one, ids), prevails: true }, `correction ${one.id}`);
      for (const mention of mentionsIn(range))
        if (covers(range, mention.span))
          for (const part of partsOfName(mention.span, corrected, ids))
            add(part, nameTags(mention, named, ids, part.links));
      return withMarks(text, marks, escaped);
    },
    hasEnds: (id) => written.has(`start ${id}`) && written.has(`end ${id}`),
    restOfCorrections: () =>
      article === undefined ? corrections.filter(({ id }) => !written.has(`correction ${id}`)) : [],
  };
}

interface AnnotationEnd {
  readonly id: string;
  readonly at: number;
  readonly isStart: boolean;
  readonly tag: string;
}

/** Both ends of each annotation, as empty elements. Ends come before beginnings at one place. */
function endsOf(analysis: Analysis, article: string | undefined, ids: Ids): readonly AnnotationEnd[] {
  const ends = placedAnnotations(analysis, article).flatMap(({ annotation: { id }, anchor: { start, end } }) => [
    { id, at: start, isStart: true, tag: `<anchor xml:id="${ids.of(`${id}-start`)}"/>` },
    { id, at: end, isStart: false, tag: `<anchor xml:id="${ids.of(`${id}-end`)}"/>` },
  ]);
  return ends.sort((one, other) => one.at - other.at || Number(one.isStart) - Number(other.isStart));
}

/** Makes what gives those of a sorted list that are at, or begin in, a range; both its ends are in it. */
function finder<Placed extends { readonly at: number }>(sorted: readonly Placed[]): (range: Span) => readonly Placed[] {
  return ({ start, end }) =>
    sorted.slice(
      firstIndex(sorted.length, (index) => (sorted[index]?.at ?? 0) >= start),
      firstIndex(sorted.length, (index) => (sorted[index]?.at ?? 0) > end),
    );
}

function correctionTags({ original, rule, by }: LoggedCorrection, ids: Ids): Pick<Mark, 'open' | 'close'> {
  const type = rule === undefined ? '' : attribute('type', word(rule));
  const who = by === undefined ? '' : attribute('resp', `#${ids.of(`by-${by}`)}`);
  return { open: `<choice><sic>${escaped(original)}</sic><corr${type}${who}>`, close: '</corr></choice>' };
}

/** A correction by itself, with the words that it has led to. */
export function correctionElement(correction: LoggedCorrection, corrected: string, ids: Ids): string {
  const { open, close } = correctionTags(correction, ids);
  return `${open}${escaped(corrected)}${close}`;
}

function nameTags(mention: Mention, named: NamedIn, ids: Ids, links: string): Pick<Mark, 'open' | 'close'> {
  const entry = named.of(mention);
  const [name, attributes] = elementOf(mention, entry && attribute('ref', `#${ids.of(entry.id)}`));
  return { open: `<${name}${attributes}${links}>`, close: `</${name}>` };
}

function elementOf({ type, value }: Mention, reference = ''): readonly [name: string, attributes: string] {
  switch (type) {
    case 'person':
      return ['persName', reference];
    case 'place':
      return ['placeName', reference];
    case 'organisation':
      return ['orgName', reference];
    case 'office':
      return ['roleName', ''];
    case 'work':
      return ['title', ''];
    case 'event':
      return ['name', ' type="event"'];
    case 'date': {
      const { from, to } = value?.kind === 'date' ? value : {};
      if (from === to) return ['date', attribute('when', from)];
      return ['date', attribute('from', from) + attribute('to', to)];
    }
    case 'quantity': {
      const { amount, upTo, unit } = value?.kind === 'quantity' ? value : {};
      const range =
        upTo === undefined
          ? attribute('quantity', numberOf(amount))
          : attribute('min', numberOf(amount)) + attribute('max', numberOf(upTo));
      return ['measure', range + attribute('unit', unit && word(unit))];
    }
  }
}

function numberOf(value: number | undefined): string | undefined {
  return value === undefined || !Number.isFinite(value) ? undefined : String(value);
}
