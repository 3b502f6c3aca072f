import type { Analyser } from '../../../server/src/analysis/analysis';
import type { Mention } from '../../../server/src/entities/model';
import { issueSource } from '../../../server/src/source/issueSource';
import type { Sentence } from '../../../training/models/entity-tagger/sentences';
import type { FoundName } from './measure';

/** A name that Galley has found. */
export interface GalleyName extends FoundName {
  /** Whether lists and exports show it, that is, whether it has high confidence. */
  readonly isShown: boolean;
  readonly mention: Mention;
}

/** What Galley finds in each sentence. All sentences are read together, as `galley entities --lines` reads a file. */
export function galleyNames(analyser: Analyser, sentences: readonly Sentence[]): readonly (readonly GalleyName[])[] {
  const text = sentences.map((sentence) => `${sentence.text}\n`).join('');
  const { mentions } = analyser.analyse(issueSource(text, { mode: 'lines' }));
  const found: GalleyName[][] = [];
  let next = 0;
  let from = 0;
  for (const sentence of sentences) {
    const to = from + sentence.text.length;
    const names: GalleyName[] = [];
    for (let mention = mentions[next]; mention && mention.span.start < to; mention = mentions[++next]) {
      const { type, span, confidence } = mention;
      names.push({ type, start: span.start - from, end: span.end - from, isShown: confidence === 'high', mention });
    }
    found.push(names);
    from = to + 1;
  }
  return found;
}
