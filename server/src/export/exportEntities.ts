import { settledEntry } from '../entities/namedKey';
import { onOneLine } from '../core/lines';
import type { DateValue, Mention, QuantityValue } from '../entities/model';
import { authorityLinks } from '../gazetteer/lookup/authorities';
import type { Gazetteer } from '../gazetteer/model';
import type { Offsets } from './offsets';
import type { EntityExport } from './schema';

/** What the entities of one article are made from. */
export interface EntitiesInput {
  readonly text: string;
  readonly article: string;
  /** Of the article, in order. */
  readonly mentions: readonly Mention[];
  readonly offsets: Offsets;
  readonly gazetteer: Gazetteer | undefined;
}

/** What an article surely names, as plain data, in the order of the text. */
export function exportEntities({ text, article, mentions, offsets, gazetteer }: EntitiesInput): EntityExport[] {
  return mentions
    .filter(({ confidence }) => confidence === 'high')
    .map((mention, place) => ({
      id: `${article}-e${place + 1}`,
      type: mention.type,
      text: onOneLine(text.slice(mention.span.start, mention.span.end)),
      range: offsets.range(mention.span),
      name: mention.name,
      ...(mention.officeTitle === undefined ? {} : { title: mention.officeTitle }),
      ...(mention.office === undefined ? {} : { office: mention.office }),
      ...settledPlace(mention),
      ...(mention.value ? { normalised: normalised(mention.value) } : {}),
      links: [...mention.candidates],
      ...sameAs(gazetteer, mention),
      source: [...new Set(mention.evidence.map(({ kind }) => kind))],
      // The export's own word for high confidence.
      confidence: 'sure',
      status: 'found',
    }));
}

/** Where authority files have what it surely means; only entries of a user's own dictionary say so. */
function sameAs(gazetteer: Gazetteer | undefined, { candidates }: Mention): { sameAs?: string[] } {
  const uris = authorityLinks(gazetteer, settledEntry(candidates)).map(({ uri }) => uri);
  return uris.length === 0 ? {} : { sameAs: uris };
}

function settledPlace({ type, candidates }: Mention): { place?: string } {
  const place = settledEntry(candidates);
  return type === 'place' && place !== undefined ? { place } : {};
}

function normalised(value: DateValue | QuantityValue): EntityExport['normalised'] {
  if (value.kind === 'date')
    return {
      ...(value.from === undefined ? {} : { from: value.from }),
      ...(value.to === undefined ? {} : { to: value.to }),
    };
  return {
    amount: value.amount,
    ...(value.upTo === undefined ? {} : { upTo: value.upTo }),
    ...(value.unit === undefined ? {} : { unit: value.unit }),
  };
}
