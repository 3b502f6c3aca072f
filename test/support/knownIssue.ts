import { createKnowledge } from '../../server/src/knowledge/knowledge';
import type { Knowledge } from '../../server/src/knowledge/model';
import type { Mention } from '../../server/src/entities/model';
import { analysed } from './analysed';

/** A dictionary of invented people and places, in columns that a space at least parts. */
export function knowledgeOf(...rows: readonly string[]): Knowledge {
  const text = rows.map((row) => row.trim().replace(/ +/g, '\t').replaceAll('_', '')).join('\n');
  const { knowledge, problems } = createKnowledge({ own: [{ dictionary: 'own.tsv', text }] });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return knowledge;
}

/** The mentions of a text, as the analyser finds them with these dictionaries. */
export function mentionsOf(text: string, knowledge?: Knowledge): readonly Mention[] {
  return analysed(text, { knowledge }).mentions;
}
