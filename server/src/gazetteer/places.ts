import type { EntityId, Gazetteer, PartialDate, Place, PlaceKind, Term } from './model';

/** A name that a place bore for a time, under one code or several. */
export interface PlaceForm extends Term {
  readonly name: string;
}

/** What a place was before and what it became, the earliest first. */
export interface PlaceHistory {
  /** The place itself, with the time before it got its present code. */
  readonly form: PlaceForm;
  readonly before: readonly PlaceForm[];
  readonly after: readonly PlaceForm[];
}

/** Places that a text of this date can mean by a name, the larger first. See `placesAsOf`. */
export function placesNamed(gazetteer: Gazetteer, name: string, date?: PartialDate): readonly Place[] {
  return placesAsOf(gazetteer, gazetteer.named(name), date).toSorted(byRank);
}

/**
 * Those of the entries that are places and existed on the date; without a date, those that still exist. Where none did,
 * the ones nearest in time: a text of 2020 that says 衢县 means the county that ended in 2001. Of a place and what became
 * of it under the same name only the later is given, so that a name that lived on under a new code stays one place.
 */
export function placesAsOf(gazetteer: Gazetteer, ids: readonly EntityId[], date?: PartialDate): readonly Place[] {
  const places = ids.flatMap((id) => placeOf(gazetteer, id) ?? []);
  if (places.length < 2) return places;
  const distances = places.map((place) => yearsFrom(place, date));
  const least = Math.min(...distances);
  const nearest = places.filter((_, at) => distances[at] === least);
  return nearest.length < 2 ? nearest : withoutOutlived(gazetteer, nearest);
}

/** The place that an id names. */
export function placeOf(gazetteer: Gazetteer, id: EntityId): Place | undefined {
  const entry = gazetteer.entry(id);
  return entry?.type === 'place' ? entry : undefined;
}

/** Whether the place existed on a date, as far as both are known: in the year in which it ended it still did. */
export function existedOn(term: Term, date: PartialDate): boolean {
  return yearsFrom(term, date) === 0;
}

/** The administrative code: 330803; 9 digits for a town. Undefined for places that have none. */
export function codeOf({ id, code }: Place): string | undefined {
  return code ?? CODE.exec(id)?.[1];
}

/** A code without the pairs of zeros that end it: 3308 of 330800, which the codes of all that is in the place begin with. */
export function stemOfCode(code: string): string {
  let end = code.length;
  while (code.endsWith('00', end)) end -= 2;
  return code.slice(0, end);
}

/**
 * The divisions that a place lay in on a date, the province first, the place itself last. A place that did not exist
 * then is shown as it was when it did. What a division was called before is followed through its predecessors; a level
 * is left out where several took its place.
 */
export function pathOf(gazetteer: Gazetteer, place: Place, date?: PartialDate): readonly Place[] {
  const then = date !== undefined && existedOn(place, date) ? date : (place.to ?? (date && place.from));
  const path = [place];
  // Dictionaries of users may lead in circles; no country has more levels than this.
  for (let parent = parentOf(gazetteer, place); parent && path.length < MOST_LEVELS;) {
    const form = then === undefined ? parent : formOn(gazetteer, parent, then);
    if (form) path.unshift(form);
    parent = parentOf(gazetteer, form ?? parent);
  }
  return path;
}

/** What a place was before and what it became: all of it, over any number of changes. */
export function historyOf(gazetteer: Gazetteer, place: Place): PlaceHistory {
  const earlier = reached(gazetteer, place, ({ id }) => gazetteer.predecessors(id));
  const later = reached(gazetteer, place, ({ successors }) => successors);
  const forms = formsOf([...earlier, place, ...later]);
  const form = forms.find(({ places }) => places.includes(place)) ?? place;
  const among = (places: readonly Place[]): readonly PlaceForm[] =>
    forms.filter((other) => other !== form && other.places.some((one) => places.includes(one)));
  return { form, before: among(earlier), after: among(later) };
}

/** Sorts the larger division first. */
export function byRank(a: Place, b: Place): number {
  return RANKS.indexOf(a.kind) - RANKS.indexOf(b.kind);
}

const RANKS: readonly PlaceKind[] = ['country', 'province', 'city', 'county', 'town', 'other'];
const MOST_LEVELS = 8;
const CODE = /^place:(\d{6}(?:\d{3})?)(?:@|$)/;

/** 0 while it existed, else the years that are between; a term without an end is still open. */
function yearsFrom({ from, to }: Term, date: PartialDate | undefined): number {
  if (date === undefined) return to === undefined ? 0 : yearOf(NOW) - yearOf(to);
  if (from !== undefined && isBefore(date, from)) return Math.max(1, yearOf(from) - yearOf(date));
  if (to !== undefined && isBefore(to, date)) return Math.max(1, yearOf(date) - yearOf(to));
  return 0;
}

/** Later than any year in a dictionary, so that what ended last is nearest. */
const NOW: PartialDate = '9999';

function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4));
}

/** Whether one date is surely earlier than another: 2001 and 2001-12 are not. */
function isBefore(first: PartialDate, second: PartialDate): boolean {
  const precision = Math.min(first.length, second.length);
  return first.slice(0, precision) < second.slice(0, precision);
}

function withoutOutlived(gazetteer: Gazetteer, places: readonly Place[]): readonly Place[] {
  return places.filter((place) => {
    if (place.successors.length === 0) return true;
    const later = reached(gazetteer, place, ({ successors }) => successors);
    return !later.some(({ id }) => places.some((other) => other.id === id));
  });
}

/** A form with the entries that make it up. */
interface JoinedForm extends PlaceForm {
  readonly places: readonly Place[];
}

/** Puts together places of one name that followed each other. */
function formsOf(places: readonly Place[]): readonly JoinedForm[] {
  const forms: JoinedForm[] = [];
  for (const place of places) {
    const at = forms.findIndex(({ name, to }) => name === place.name && to !== undefined && to === place.from);
    const former = forms[at];
    const { name, from, to } = place;
    const start = former ? former.from : from;
    const form = {
      name,
      ...(start === undefined ? {} : { from: start }),
      ...(to === undefined ? {} : { to }),
      places: [...(former?.places ?? []), place],
    };
    if (former) forms[at] = form;
    else forms.push(form);
  }
  return forms;
}

/** The division whose code the code begins with, or the one that the entry names. */
function parentOf(gazetteer: Gazetteer, place: Place): Place | undefined {
  if (place.parent !== undefined) return placeOf(gazetteer, place.parent);
  const code = codeOf(place);
  if (code === undefined) return undefined;
  const above = [code.slice(0, 6), `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];
  for (const candidate of above) {
    const parent = candidate === code ? undefined : placeOf(gazetteer, `place:${candidate}`);
    if (parent) return parent;
  }
  return undefined;
}

/** The place itself where it existed on the date, else the one of its predecessors that did, if there is one only. */
function formOn(gazetteer: Gazetteer, place: Place, date: PartialDate): Place | undefined {
  if (existedOn(place, date)) return place;
  const forms = reached(gazetteer, place, ({ id }) => gazetteer.predecessors(id)).filter((form) =>
    existedOn(form, date),
  );
  const sameCode = forms.find((form) => codeOf(form) === codeOf(place));
  return sameCode ?? (forms.length === 1 ? forms[0] : undefined);
}

function compare(first: string, second: string): number {
  return first < second ? -1 : Number(first > second);
}

/** All places that are reached step by step, without the first; sorted by time. */
function reached(gazetteer: Gazetteer, first: Place, step: (place: Place) => readonly EntityId[]): readonly Place[] {
  const found = new Map<EntityId, Place>([[first.id, first]]);
  for (const place of found.values())
    for (const id of step(place)) {
      const next = found.has(id) ? undefined : placeOf(gazetteer, id);
      if (next) found.set(id, next);
    }
  found.delete(first.id);
  return [...found.values()].sort((a, b) => compare(a.from ?? '', b.from ?? '') || compare(a.to ?? NOW, b.to ?? NOW));
}
