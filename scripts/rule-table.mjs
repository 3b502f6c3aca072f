/**
 * @typedef {{ id: string, title: string, description: string, severity: string, applicability?: string }} ListedRule
 * @typedef {object} Words what a table says, in one language
 * @property {readonly string[]} columns
 * @property {Readonly<Record<string, string>>} severities
 * @property {Readonly<Record<string, string>>} fixes by applicability; `none` where a rule never repairs
 * @property {(sentence: string) => string} translate
 */

/** The lines of a README between which the table stands. Prettier would pad its columns anew with every rule. */
const BEGIN = '<!-- rules: made by `npm run manifest` -->\n<!-- prettier-ignore-start -->\n';
const END = '<!-- prettier-ignore-end -->\n<!-- end of rules -->\n';

/** @type {Words} */
export const ENGLISH = {
  columns: ['Rule', 'Name', 'What it reports', 'Severity', 'Its repair'],
  severities: { error: 'error', warning: 'warning', info: 'info', hint: 'hint' },
  fixes: { safe: 'safe', suggested: 'suggested', manual: 'one by one', none: '–' },
  translate: (sentence) => sentence,
};

/**
 * The words of the Chinese table.
 *
 * @param {Readonly<Record<string, string>>} translations English sentences with their Chinese
 * @returns {Words}
 */
export function chineseWords(translations) {
  return {
    columns: ['规则', '名称', '报告什么', '级别', '修复'],
    severities: { error: '错误', warning: '警告', info: '信息', hint: '提示' },
    fixes: { safe: '可靠', suggested: '建议', manual: '逐条', none: '–' },
    translate: (sentence) => translations[sentence] ?? sentence,
  };
}

/**
 * The text of a README with its table of rules made anew. Throws where the lines that frame the table are missing.
 *
 * @param {string} readme
 * @param {readonly ListedRule[]} rules
 * @param {Words} words
 */
export function withRuleTable(readme, rules, words) {
  const [start, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (start < 0 || end < start) throw new Error('The lines that frame the table of rules are missing.');
  return `${readme.slice(0, start + BEGIN.length)}\n${tableOf(rules, words)}\n${readme.slice(end)}`;
}

/** @param {readonly ListedRule[]} rules @param {Words} words */
function tableOf(rules, { columns, severities, fixes, translate }) {
  const rows = rules.map(({ id, title, description, severity, applicability = 'none' }) => [
    `[\`${id}\`](server/src/lint/rules/${id}.md)`,
    translate(title),
    translate(description),
    severities[severity] ?? severity,
    fixes[applicability] ?? applicability,
  ]);
  return [columns, columns.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map(escaped).join(' | ')} |\n`)
    .join('');
}

/** Descriptions show code such as `&nbsp;` and `\mathrm`, which Markdown would read as its own. @param {string} cell */
function escaped(cell) {
  return cell.replace(/[\\|$<]|&(?=[#a-z])/g, (character) => (character === '&' ? '&amp;' : `\\${character}`));
}
