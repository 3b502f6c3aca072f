import { t } from '@vscode/l10n';
import type { Mention, PlaceBasis } from '../../entities/model';
import type { Gazetteer, PartialDate, Place, Term } from '../../gazetteer/model';
import { codeOf, historyOf, pathOf, placeOf, type PlaceForm } from '../../gazetteer/places';
import { listed, rowOf, type HoverRow } from './row';

/** Namesakes that are shown: there are hundreds of places of some names. */
const MOST_CANDIDATES = 8;

/** Of a place: where it lies, its code, what it was before and what it became; of several candidates where each lies. */
export function placeRows(
  { candidates, placeBasis }: Mention,
  gazetteer: Gazetteer | undefined,
  date: PartialDate | undefined,
): HoverRow[] {
  if (!gazetteer) return [];
  const places = candidates.flatMap((id) => placeOf(gazetteer, id) ?? []);
  const [place] = places;
  if (!place) return [];
  if (places.length > 1) return candidateRows(places, gazetteer, date);
  const { form, before, after } = historyOf(gazetteer, place);
  return [
    ...rowOf(t('Place'), hierarchy(place, gazetteer, date)),
    ...rowOf(t('Code'), codeOf(place)),
    ...rowOf(t('Existed'), term(form)),
    ...rowOf(t('Before'), before.map(withTerm).join(' → ')),
    ...rowOf(t('Became'), after.map(withTerm).join('、')),
    ...rowOf(t('Chosen by'), placeBasis && basisInWords(placeBasis)),
  ];
}

function candidateRows(places: readonly Place[], gazetteer: Gazetteer, date: PartialDate | undefined): HoverRow[] {
  const shown = places.slice(0, MOST_CANDIDATES).map((place) => hierarchy(place, gazetteer, date));
  const rest = places.length - shown.length;
  const all = rest > 0 ? [...shown, t('and {0} more', rest)] : shown;
  return rowOf(t('Ambiguous'), listed(all));
}

function basisInWords(basis: PlaceBasis): string {
  switch (basis) {
    case 'only':
      return t('the only place of this name at that time');
    case 'hierarchy':
      return t('the place named next to it');
    case 'paper':
      return t('the place where the newspaper is published');
    case 'article':
      return t('the other places in the article');
    case 'ambiguous':
      return t('ambiguous');
  }
}

function hierarchy(place: Place, gazetteer: Gazetteer, date: PartialDate | undefined): string {
  return pathOf(gazetteer, place, date)
    .map(({ name }) => name)
    .join(' › ');
}

function withTerm(form: PlaceForm): string {
  const during = term(form);
  return during === undefined ? form.name : t('{0} ({1})', form.name, during);
}

/** Undefined for what has always been there, as far as the dictionaries know. */
function term({ from, to }: Term): string | undefined {
  return from === undefined && to === undefined ? undefined : `${from ?? '…'} – ${to ?? '…'}`;
}
