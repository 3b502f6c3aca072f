import { AIM, MEASURED, rowsOf } from './figure-rows.mjs';

/**
 * What is measured of VS Code for the web.
 *
 * @type {import('./figure-rows.mjs').FigureTable}
 */
export const WEB_FIGURES = {
  file: 'performance',
  name: 'web',
  columns: [MEASURED, AIM],
  rows: rowsOf('web', [
    ['outline', 'from the click on the first issue to its outline', '从点击第一期到显示大纲'],
    ['findings', '… to its findings', '……到显示疑误'],
    ['index', '… until 200 pages of 16 KB are in the index', '……到 200 个版面（各 16 KB）编入索引'],
    ['bytes', 'downloaded until then, without models', '此前下载的数据（不含模型）'],
    ['models', 'models, downloaded once', '模型（只下载一次）'],
  ]),
};
