import { markdownTable } from './generated-section.mjs';

/**
 * @typedef {{ id: string, holds?: readonly string[] }} ListedFormat
 * @typedef {object} Words what the table says, in one language
 * @property {string} column the heading above the features
 * @property {Readonly<Record<string, string>>} features
 */

/** @type {Words} */
const ENGLISH = {
  column: 'Kept on import',
  features: {
    text: 'the text',
    overlaps: 'spans that overlap or lie within one another',
    lineEnds: 'spans over line ends',
    edges: 'white space at the ends of a span',
    layer: 'layer',
    attributes: 'attributes',
    entity: 'entry of a dictionary',
    comments: 'comments',
    commentAuthors: 'authors and dates of comments',
    resolved: 'whether a note is resolved',
    relations: 'relations',
    relationAuthors: 'authors and dates of relations',
    authors: 'authors and dates of annotations',
    corrections: 'corrections of the text',
  },
};

/** @type {Words} */
const CHINESE = {
  column: '导入后保留',
  features: {
    text: '正文',
    overlaps: '重叠和嵌套的片段',
    lineEnds: '跨行的片段',
    edges: '片段两端的空白',
    layer: '层',
    attributes: '属性',
    entity: '词典词条',
    comments: '批注',
    commentAuthors: '批注的作者和时间',
    resolved: '批注是否已解决',
    relations: '关系',
    relationAuthors: '关系的作者和时间',
    authors: '标注人和时间',
    corrections: '正文的更正',
  },
};

/** The English table of what each format keeps. @param {readonly ListedFormat[]} formats @param {readonly string[]} features */
export function englishAnnotationTable(formats, features) {
  return tableOf(formats, features, ENGLISH);
}

/** The Chinese table of what each format keeps. @param {readonly ListedFormat[]} formats @param {readonly string[]} features */
export function chineseAnnotationTable(formats, features) {
  return tableOf(formats, features, CHINESE);
}

/** @param {readonly ListedFormat[]} formats @param {readonly string[]} features @param {Words} words */
function tableOf(formats, features, words) {
  const shown = formats.filter(({ holds }) => holds);
  const rows = features.map((feature) => [
    words.features[feature] ?? feature,
    ...shown.map(({ holds = [] }) => (holds.includes(feature) ? '✓' : '–')),
  ]);
  return markdownTable([words.column, ...shown.map(({ id }) => `\`${id}\``)], rows);
}
