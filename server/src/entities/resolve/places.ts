import { createCache, memoize } from '../../core/cache';
import type { Span } from '../../core/span';
import type { EntityId, Gazetteer, PartialDate, Place } from '../../gazetteer/model';
import { byRank, pathOf, placeOf, placesAsOf } from '../../gazetteer/places';
import type { PlaceBasis } from '../model';

/** A name of a place in a text. */
export interface PlaceName {
  readonly span: Span;
  /** The name as the dictionaries have it. */
  readonly name: string;
  /** All entries that bear it; those of other types count for nothing. */
  readonly candidates: readonly EntityId[];
}

/** What a name means: one place, or several where nothing distinguishes them, the most likely first. */
export interface ResolvedPlace {
  readonly candidates: readonly EntityId[];
  /** Absent where no dictionary knows the place. */
  readonly basis?: PlaceBasis;
}

/** What is known beside the text itself. */
export interface PlaceContext {
  readonly gazetteer: Gazetteer;
  /** Of the issue. Without it, names mean what they mean today. */
  readonly date?: PartialDate;
  /** Where the newspaper is made; see `placeOfPaper`. */
  readonly paperPlace?: EntityId;
}

/**
 * Chooses among namesakes for the names of one article, in the order of the text; one answer for each name. Names that
 * are side by side (常山县辉埠镇) settle each other. Then the candidate counts that shares most levels with the
 * paper's place, or with the places of the article that are settled. What still has several candidates is ambiguous.
 */
export function resolvePlaces(names: readonly PlaceName[], context: PlaceContext): readonly ResolvedPlace[] {
  const { pathFrom, candidatesOf } = remembered(context);
  const open = names.map(candidatesOf);
  settleNeighbours(names, open, pathFrom);
  const paper = new Set(context.paperPlace === undefined ? [] : pathFrom(context.paperPlace));
  const article = new Set(open.flatMap(({ ids }) => (ids.length === 1 ? ids.flatMap(pathFrom) : [])));
  return open.map(({ ids, basis }) => {
    if (ids.length < 2) return ids.length === 0 ? { candidates: ids } : { candidates: ids, basis };
    const near = nearest(ids, paper, article, pathFrom);
    return near ?? { candidates: ids, basis: 'ambiguous' };
  });
}

/**
 * Where a newspaper is made: the place that the user gave (衢州, 浙江衢州), else the one that the paper's name begins with
 * (《衢州日报》). The largest of several; undefined where no dictionary knows it.
 */
export function placeOfNewspaper(
  gazetteer: Gazetteer,
  facts: { readonly place?: string; readonly newspaper?: string },
  date?: PartialDate,
): EntityId | undefined {
  const context = { gazetteer, ...(date === undefined ? {} : { date }) };
  for (const text of [facts.place, facts.newspaper]) {
    const named = resolvePlaces(openingNames(gazetteer, text?.replace(/^[《\s]+/, '') ?? ''), context).at(-1);
    if (named?.candidates[0] !== undefined) return named.candidates[0];
  }
  return undefined;
}

/** The names of places that a text begins with, side by side, each as long as it can be. */
function openingNames(gazetteer: Gazetteer, text: string): PlaceName[] {
  const names: PlaceName[] = [];
  let at = 0;
  for (const { start, end, entries } of gazetteer.namesIn(text)) {
    if (start !== at || !entries.some((id) => placeOf(gazetteer, id))) continue;
    names.push({ span: { start, end }, name: text.slice(start, end), candidates: entries });
    at = end;
  }
  return names;
}

/** What a name may mean so far. */
interface Open {
  readonly ids: readonly EntityId[];
  readonly basis: PlaceBasis;
}

type PathFrom = (id: EntityId) => readonly EntityId[];

/** What places and names mean in a context; an issue names the same ones many times. */
const remembered = memoize(({ gazetteer, date }: PlaceContext) => {
  const paths = createCache<readonly EntityId[]>(UNITS_KEPT);
  const meanings = createCache<Open>(UNITS_KEPT);
  return {
    pathFrom: (place: EntityId) =>
      paths.get(place, (id) => {
        const found = placeOf(gazetteer, id);
        return found ? pathOf(gazetteer, found, date).map((level) => level.id) : [];
      }),
    candidatesOf: (name: PlaceName) =>
      meanings.get([name.name, ...name.candidates].join(' '), () => candidatesOf(name, gazetteer, date)),
  };
});

/** Code units of names and ids that are kept. */
const UNITS_KEPT = 500_000;

/** The places of the name at the time. A full name goes before a short one that happens to be the same. */
function candidatesOf({ name, candidates }: PlaceName, gazetteer: Gazetteer, date: PartialDate | undefined): Open {
  const places = placesAsOf(gazetteer, candidates, date);
  const full = places.filter((place) => place.name === name);
  const chosen = (full.length > 0 ? full : places).toSorted(byRank);
  return { ids: withoutInner(gazetteer, chosen, date), basis: 'only' };
}

/** 恩施 is the prefecture rather than the city in it. */
function withoutInner(gazetteer: Gazetteer, places: readonly Place[], date: PartialDate | undefined): EntityId[] {
  const ids = places.map(({ id }) => id);
  if (ids.length < 2) return ids;
  return places
    .filter((place) => !pathOf(gazetteer, place, date).some(({ id }) => id !== place.id && ids.includes(id)))
    .map(({ id }) => id);
}

/** Lets a name choose the parts of it that follow, and be chosen by them. */
function settleNeighbours(names: readonly PlaceName[], open: Open[], pathFrom: PathFrom): void {
  for (let at = 1; at < names.length; at++) {
    const [outer, inner] = [open[at - 1], open[at]];
    if (!outer || !inner || names[at - 1]?.span.end !== names[at]?.span.start) continue;
    const inside = inner.ids.filter((id) => outer.ids.some((above) => above !== id && pathFrom(id).includes(above)));
    if (inside.length === 0) continue;
    const around = outer.ids.filter((above) => inside.some((id) => pathFrom(id).includes(above)));
    open[at] = narrowed(inner, inside);
    open[at - 1] = narrowed(outer, around);
  }
}

function narrowed(open: Open, ids: readonly EntityId[]): Open {
  return ids.length === open.ids.length ? open : { ids, basis: 'hierarchy' };
}

/** The candidate that shares more levels with the paper or the article than any other; undefined where none does. */
function nearest(
  ids: readonly EntityId[],
  paper: ReadonlySet<EntityId>,
  article: ReadonlySet<EntityId>,
  pathFrom: PathFrom,
): ResolvedPlace | undefined {
  const shared = (id: EntityId, known: ReadonlySet<EntityId>): number =>
    pathFrom(id).filter((level) => known.has(level)).length;
  const ranked = ids
    .map((id) => ({ id, paper: shared(id, paper), article: shared(id, article) }))
    .sort((a, b) => Math.max(b.paper, b.article) - Math.max(a.paper, a.article));
  const [best, second] = ranked;
  if (!best || Math.max(best.paper, best.article) === 0) return undefined;
  if (second && Math.max(second.paper, second.article) === Math.max(best.paper, best.article)) return undefined;
  return { candidates: [best.id], basis: best.paper >= best.article ? 'paper' : 'article' };
}
