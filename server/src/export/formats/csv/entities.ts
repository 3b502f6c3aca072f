import { exportArticle } from '../../exportArticle';
import { exportContext } from '../../exportIssue';
import type { EntityExport } from '../../schema';
import { csvFormat } from './table';

interface Row {
  readonly article: string;
  readonly entity: EntityExport;
}

/** A row for each name, date and quantity of which Galley is sure, in the articles. */
export const csvEntities = csvFormat<Row>({
  name: 'entities',
  title: 'CSV: names, dates and quantities',
  needs: ['mentions'],
  fields: {
    names: 'type, name',
    offices: 'title, office',
    values: 'from, to, amount, unit',
    entries: 'links',
  },
  columns: {
    article: ({ article }) => article,
    entity: ({ entity: { id } }) => id,
    type: ({ entity: { type } }) => type,
    text: ({ entity: { text } }) => text,
    name: ({ entity: { name } }) => name,
    title: ({ entity: { title } }) => title,
    office: ({ entity: { office } }) => office,
    place: ({ entity: { place } }) => place,
    from: (row) => value(row, 'from'),
    to: (row) => value(row, 'to'),
    amount: (row) => value(row, 'amount'),
    up_to: (row) => value(row, 'upTo'),
    unit: (row) => value(row, 'unit'),
    links: ({ entity: { links } }) => links.join(' '),
    same_as: ({ entity: { sameAs = [] } }) => sameAs.join(' '),
    evidence: ({ entity: { source } }) => source.join(' '),
  },
  range: ({ entity: { range } }) => range,
  *rows(analysis, options) {
    const context = exportContext(analysis, options);
    for (const article of analysis.document.articles)
      if (options.article === undefined || options.article === article.id)
        for (const entity of exportArticle(analysis, article, context).entities) yield { article: article.id, entity };
  },
});

/** A part of the value of a date or a quantity. */
function value({ entity: { normalised } }: Row, part: 'from' | 'to' | 'amount' | 'upTo' | 'unit') {
  const parts: Partial<Record<typeof part, string | number | undefined>> = normalised ?? {};
  return parts[part];
}
