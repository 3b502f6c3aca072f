import type { ExportFields } from '../parts';

/** Where the native JSON has what there is of an article. */
export const ARTICLE_FIELDS: ExportFields = {
  issue: 'issue',
  pages: 'pages',
  kind: 'kind',
  rubric: 'rubric',
  kicker: 'headlines[role=kicker]',
  headline: 'headlines[role=main]',
  subhead: 'headlines[role=sub]',
  byline: 'byline',
  dateline: 'dateline',
  paragraphs: 'paragraphs, text',
  pictures: 'images',
  tables: 'tables',
  jumps: 'jumps, continues, continuedBy',
  names: 'entities',
  offices: 'entities[].title, office',
  values: 'entities[].normalised',
  entries: 'entities[].links',
  offsets: 'range',
};
