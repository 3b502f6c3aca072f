import { MEASURED, rowsOf } from './figure-rows.mjs';

/**
 * How fast Galley and other checkers read the same text: what `npm run bench -- peers` measures.
 * @type {import('./figure-rows.mjs').FigureTable}
 */
export const PEER_FIGURES = {
  file: 'performance',
  name: 'other checkers',
  columns: [MEASURED],
  rows: [
    ...peerRows('sampled', 'sampled text', '抽样生成的文字'),
    ...peerRows('newspaper', 'a real newspaper', '真实报纸'),
  ],
};

/**
 * How fast Galley and other checkers read a text.
 *
 * @param {string} text
 * @param {string} english
 * @param {string} chinese
 */
function peerRows(text, english, chinese) {
  return rowsOf(
    'peers',
    [
      ['rules', 'Galley without dictionaries and language model', 'Galley，不用词典和语言模型'],
      ['names', 'Galley without the language model', 'Galley，不用语言模型'],
      ['everything', 'Galley', 'Galley'],
      ['autocorrect-node lint', 'autocorrect-node, lint', 'autocorrect-node，检查'],
      ['autocorrect-node format', 'autocorrect-node, format', 'autocorrect-node，格式化'],
      ['zhlint', 'zhlint', 'zhlint'],
      ['@lint-md/core', '@lint-md/core', '@lint-md/core'],
    ].map(([figure, one, other]) => [`${text} ${figure}`, `${english}: ${one}`, `${chinese}：${other}`]),
  );
}
