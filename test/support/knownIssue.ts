import { createGazetteer } from '../../server/src/gazetteer/gazetteer';
import type { Gazetteer } from '../../server/src/gazetteer/model';
import type { Mention } from '../../server/src/entities/model';
import { analysed } from './analysed';

/** A dictionary of invented people and places, in columns that a space at least parts. */
export function gazetteerOf(...rows: readonly string[]): Gazetteer {
  const text = rows.map((row) => row.trim().replace(/ +/g, '\t').replaceAll('_', '')).join('\n');
  const { gazetteer, problems } = createGazetteer({ own: [{ dictionary: 'own.tsv', text }] });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return gazetteer;
}

/** The mentions of a text, as the analyser finds them with these dictionaries. */
export function mentionsOf(text: string, gazetteer?: Gazetteer): readonly Mention[] {
  return analysed(text, { gazetteer }).mentions;
}
