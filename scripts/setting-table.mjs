import { markdownTable } from './generated-section.mjs';

/**
 * @typedef {object} Setting a property of `contributes.configuration`
 * @property {string} [type]
 * @property {readonly string[]} [enum]
 * @property {readonly string[]} [enumDescriptions]
 * @property {unknown} default
 * @property {string} [description]
 * @property {string} [markdownDescription]
 * @typedef {{ contributes: { configuration: readonly { id: string, properties: Readonly<Record<string, Setting>> }[] } }} Manifest
 * @typedef {object} Words what the table says, in one language
 * @property {readonly string[]} columns
 * @property {readonly string[]} rules the row that stands for the severities of all rules
 * @property {(value: string, description: string) => string} value
 */

/** @type {Words} */
const ENGLISH = {
  columns: ['Setting', 'Default', 'What it does'],
  rules: [
    '`galley.rules.RULE`',
    'see [Rules](rules.md)',
    'The severity of a rule: `error`, `warning`, `info`, `hint`, or `off`.',
  ],
  value: (value, description) => `\`${value}\`: ${description}`,
};

/** @type {Words} */
const CHINESE = {
  columns: ['设置', '默认值', '作用'],
  rules: [
    '`galley.rules.规则名`',
    '见[规则](rules.md)',
    '规则的级别：`error`、`warning`、`info`、`hint`，或 `off`（关闭）。',
  ],
  value: (value, description) => `\`${value}\`：${description}`,
};

/** The English table of settings. @param {Manifest} manifest @param {Readonly<Record<string, string>>} words of package.nls.json */
export function englishSettingTable(manifest, words) {
  return tableOf(manifest, words, ENGLISH);
}

/** The Chinese table of settings. @param {Manifest} manifest @param {Readonly<Record<string, string>>} words of package.nls.zh-cn.json */
export function chineseSettingTable(manifest, words) {
  return tableOf(manifest, words, CHINESE);
}

/** @param {Manifest} manifest @param {Readonly<Record<string, string>>} words @param {Words} language */
function tableOf({ contributes }, words, { columns, rules, value }) {
  /** @param {string | undefined} key such as `%settings.title%` */
  const textOf = (key = '') => words[key.replaceAll('%', '')] ?? key;
  const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
  const rows = settings
    .filter(([name]) => !name.startsWith('galley.rules.'))
    .map(([name, setting]) => {
      const { enum: values = [], enumDescriptions = [], markdownDescription, description } = setting;
      const choices = enumDescriptions.map((one, index) => `<br>${value(values[index] ?? '', textOf(one))}`);
      return [`\`${name}\``, shown(setting.default), textOf(markdownDescription ?? description) + choices.join('')];
    });
  return markdownTable(columns, [...rows, rules]);
}

/** @param {unknown} value */
function shown(value) {
  return value === '' || (Array.isArray(value) && value.length === 0) ? '–' : `\`${String(value)}\``;
}
