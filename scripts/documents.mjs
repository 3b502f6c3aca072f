import { readFileSync } from 'node:fs';
import { documentsWithFigures } from './figures.mjs';
import { withGenerated } from './generated-section.mjs';
import { chineseRuleTable, englishRuleTable } from './rule-table.mjs';
import { chineseSettingTable, englishSettingTable } from './setting-table.mjs';

/**
 * The documents with their tables of rules, settings and figures generated, by path. Paths are relative to the working
 * directory, the root of the project.
 *
 * @param {readonly import('./rule-table.mjs').ListedRule[]} rules
 * @param {object} words
 * @param {import('./setting-table.mjs').Manifest} words.manifest
 * @param {Readonly<Record<string, string>>} words.english of package.nls.json
 * @param {Readonly<Record<string, string>>} words.chinese of package.nls.zh-cn.json
 * @param {Readonly<Record<string, string>>} words.translations English sentences in code, with their Chinese
 * @returns {Record<string, string>}
 */
export function documentsWithTables(rules, { manifest, english, chinese, translations }) {
  const parts = {
    'docs/rules.md': ['rules', englishRuleTable(rules, '../')],
    'docs/zh-CN/rules.md': ['rules', chineseRuleTable(rules, '../../', translations)],
    'docs/settings.md': ['settings', englishSettingTable(manifest, english)],
    'docs/zh-CN/settings.md': ['settings', chineseSettingTable(manifest, chinese)],
  };
  const documents = Object.entries(parts).map(([path, [name = '', table = '']]) => [
    path,
    withGenerated(readFileSync(path, 'utf8'), name, table),
  ]);
  return { ...Object.fromEntries(documents), ...documentsWithFigures() };
}
