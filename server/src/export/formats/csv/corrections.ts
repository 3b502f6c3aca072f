import { articleFinder } from '../../../issue/articleAt';
import type { Correction } from '../../../source/sidecar/schema';
import { placedCorrections, unplacedCorrections } from '../../annotations/corrections';
import { offsetsOf } from '../../offsets';
import type { Range } from '../../schema';
import { csvFormat } from './table';

interface Row extends Pick<Correction, 'id' | 'rule' | 'original' | 'corrected' | 'by' | 'time'> {
  readonly article: string | undefined;
  readonly range?: Range;
}

/** A row for each logged correction of the text; one whose words have been changed since has no offsets. */
export const csvCorrections = csvFormat<Row>({
  name: 'corrections',
  title: 'CSV: logged corrections',
  needs: ['annotations', 'text'],
  fields: {
    corrections: 'original, corrected',
  },
  columns: {
    article: ({ article }) => article,
    correction: ({ id }) => id,
    original: ({ original }) => original,
    corrected: ({ corrected }) => corrected,
    rule: ({ rule }) => rule,
    by: ({ by }) => by,
    time: ({ time }) => time,
  },
  range: ({ range }) => range,
  *rows(analysis, options) {
    const { text, articles } = analysis.document;
    const offsets = offsetsOf(text, options.offsetUnit);
    const articleAt = articleFinder(articles);
    for (const one of placedCorrections(analysis)) {
      const article = articleAt(one.start)?.id;
      if (options.article !== undefined && options.article !== article) continue;
      yield { ...one, article, corrected: text.slice(one.start, one.end), range: offsets.range(one) };
    }
    if (options.article !== undefined) return;
    for (const one of unplacedCorrections(analysis)) yield { ...one, article: undefined };
  },
});
