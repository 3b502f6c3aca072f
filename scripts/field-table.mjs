import { markdownTable } from './generated-section.mjs';

/**
 * @typedef {{ id: string, fields?: Readonly<Record<string, string | undefined>> }} ListedFormat
 * @typedef {object} Words what the tables say, in one language
 * @property {string} column the heading above the parts
 * @property {Readonly<Record<string, string>>} parts
 */

/** Formats that are shown side by side. */
const TABLES = [
  ['json', 'ndjson', 'hugging-face', 'parquet'],
  ['text', 'markdown', 'html'],
  ['tei', 'ninjs'],
  ['impresso-issue', 'impresso-items', 'impresso-entities'],
  ['csv-articles', 'csv-entities', 'csv-findings', 'csv-annotations', 'csv-corrections'],
];

/** @type {Words} */
const ENGLISH = {
  column: 'Part',
  parts: {
    issue: 'newspaper, date',
    pages: 'pages',
    kind: 'kind of article',
    rubric: 'rubric',
    kicker: 'kicker',
    headline: 'headline',
    subhead: 'subhead',
    byline: 'byline',
    dateline: 'dateline',
    paragraphs: 'paragraphs',
    pictures: 'pictures with captions',
    tables: 'tables',
    jumps: 'jump lines',
    names: 'names',
    offices: 'offices of people',
    values: 'values of dates and quantities',
    entries: 'entries of dictionaries',
    offsets: 'offsets in the file',
    findings: 'findings',
    annotations: 'annotations',
    corrections: 'corrections',
  },
};

/** @type {Words} */
const CHINESE = {
  column: '内容',
  parts: {
    issue: '报名、日期',
    pages: '版',
    kind: '稿件类别',
    rubric: '栏目名',
    kicker: '引题',
    headline: '主题',
    subhead: '副题',
    byline: '署名',
    dateline: '电头',
    paragraphs: '段落',
    pictures: '图片和说明',
    tables: '表格',
    jumps: '转版',
    names: '名称',
    offices: '职务',
    values: '日期和数量的值',
    entries: '词典词条',
    offsets: '在文件中的位置',
    findings: '疑误',
    annotations: '标注',
    corrections: '更正',
  },
};

/** The English tables of where each format has what. @param {readonly ListedFormat[]} formats @param {readonly string[]} parts */
export function englishFieldTables(formats, parts) {
  return tablesOf(formats, parts, ENGLISH);
}

/** The Chinese tables of where each format has what. @param {readonly ListedFormat[]} formats @param {readonly string[]} parts */
export function chineseFieldTables(formats, parts) {
  return tablesOf(formats, parts, CHINESE);
}

/** @param {readonly ListedFormat[]} formats @param {readonly string[]} parts @param {Words} words */
function tablesOf(formats, parts, words) {
  const unlisted = formats.filter(({ id, fields }) => fields && !TABLES.flat().includes(id));
  return [...TABLES, unlisted.map(({ id }) => id)]
    .map((ids) => formats.filter(({ id }) => ids.includes(id)))
    .filter((shown) => shown.length > 0)
    .map((shown) => {
      const rows = parts.map((part) => [
        words.parts[part] ?? part,
        ...shown.map(({ fields = {} }) => (fields[part] === undefined ? '–' : `\`${fields[part]}\``)),
      ]);
      return markdownTable([words.column, ...shown.map(({ id }) => `\`${id}\``)], rows);
    })
    .join('\n');
}
