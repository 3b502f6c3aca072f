import { t } from '@vscode/l10n';
import type { Evidence, Mention } from '../../entities/model';
import { authorityLinks } from '../../gazetteer/lookup/authorities';
import type { Gazetteer } from '../../gazetteer/model';
import { listed, rowOf, type HoverRow } from './row';

/** How a mention is known, in words, and where the dictionaries say it. */
export function evidenceRows({ evidence, candidates }: Mention, gazetteer: Gazetteer | undefined): HoverRow[] {
  const [id] = candidates;
  const entry = id === undefined || candidates.length > 1 ? undefined : gazetteer?.entry(id);
  const { dictionary, line } = entry?.at ?? {};
  const place = dictionary === undefined ? undefined : t('{0}, line {1}', dictionary, line ?? 1);
  const source = entry?.source === undefined ? place : t('{0} ({1})', place ?? '', entry.source);
  const authorities = authorityLinks(gazetteer, entry?.id).map(({ authority, id: text, uri }) => ({
    label: AUTHORITY_NAMES[authority],
    text,
    uri,
  }));
  return [...rowOf(t('Recognised by'), reasonsOf(evidence)), ...rowOf(t('Dictionary'), source), ...authorities];
}

const AUTHORITY_NAMES = { wikidata: 'Wikidata', cbdb: 'CBDB', viaf: 'VIAF' } as const;

/** By what a mention is known, in words. */
export function reasonsOf(evidence: readonly Evidence[]): string {
  return listed([...new Set(evidence.map(reasonOf).filter((reason) => reason !== ''))]);
}

function reasonOf(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'dictionary':
      return t('the dictionary');
    case 'title':
      return t('the words “{0}” next to it', evidence.text);
    case 'byline':
      return t('the byline');
    case 'shape':
      return t('the form of the name');
    case 'tagger':
      return t('the words around it');
    case 'fullForm':
      return t('its full form “{0}”', evidence.text);
    case 'recurs':
      return t('its other mentions in this issue');
  }
}
