import { markdownTable } from './generated-section.mjs';

/**
 * @typedef {{ id: string, title: string, description: string, severity: string, applicability?: string }} ListedRule
 * @typedef {object} Words what the table says, in one language
 * @property {readonly string[]} columns
 * @property {Readonly<Record<string, string>>} severities
 * @property {Readonly<Record<string, string>>} fixes by applicability; `none` where a rule never offers a fix
 */

/** @type {Words} */
const ENGLISH = {
  columns: ['Rule', 'Name', 'What it reports', 'Severity', 'Fix'],
  severities: { error: 'error', warning: 'warning', info: 'info', hint: 'hint' },
  fixes: { safe: 'safe', suggested: 'suggested', manual: 'one by one', none: '–' },
};

/** @type {Words} */
const CHINESE = {
  columns: ['规则', '名称', '报告什么', '级别', '更正'],
  severities: { error: '错误', warning: '警告', info: '信息', hint: '提示' },
  fixes: { safe: '自动', suggested: '待核', manual: '逐条', none: '–' },
};

/**
 * The English table of rules.
 *
 * @param {readonly ListedRule[]} rules
 * @param {string} root the path from the document to the root of the project, such as `../`
 */
export function englishRuleTable(rules, root) {
  return tableOf(rules, root, ENGLISH, (sentence) => sentence);
}

/**
 * The Chinese table of rules.
 *
 * @param {readonly ListedRule[]} rules
 * @param {string} root the path from the document to the root of the project, such as `../`
 * @param {Readonly<Record<string, string>>} translations English sentences with their Chinese
 */
export function chineseRuleTable(rules, root, translations) {
  return tableOf(rules, root, CHINESE, (sentence) => translations[sentence] ?? sentence);
}

/**
 * @param {readonly ListedRule[]} rules
 * @param {string} root
 * @param {Words} words
 * @param {(sentence: string) => string} translate
 */
function tableOf(rules, root, { columns, severities, fixes }, translate) {
  const rows = rules.map(({ id, title, description, severity, applicability = 'none' }) => [
    `[\`${id}\`](${root}server/src/lint/rules/${id}.md)`,
    escaped(translate(title)),
    escaped(translate(description)),
    severities[severity] ?? severity,
    fixes[applicability] ?? applicability,
  ]);
  return markdownTable(columns, rows);
}

/** Descriptions show code such as `&nbsp;` and `\mathrm`, which Markdown would interpret. @param {string} cell */
function escaped(cell) {
  return cell.replace(/[\\|$<]|&(?=[#a-z])/g, (character) => (character === '&' ? '&amp;' : `\\${character}`));
}
