/** What there is to say of an issue. Each format declares which of it a file has, and where; what it does not name is lost. */
export const EXPORT_PARTS = [
  'issue',
  'pages',
  'kind',
  'rubric',
  'kicker',
  'headline',
  'subhead',
  'byline',
  'dateline',
  'paragraphs',
  'pictures',
  'tables',
  'jumps',
  'names',
  'offices',
  'values',
  'entries',
  'offsets',
  'findings',
  'annotations',
  'corrections',
] as const;

export type ExportPart = (typeof EXPORT_PARTS)[number];

/** Where a format has what it has, in the words of the format. */
export type ExportFields = Readonly<Partial<Record<ExportPart, string>>>;
