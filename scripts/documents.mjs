import { readFileSync } from 'node:fs';
import { withGenerated } from './generated-section.mjs';
import { chineseRuleTable, englishRuleTable } from './rule-table.mjs';

const root = new URL('../', import.meta.url);

/**
 * The documents with tables of rules, with those tables generated, by their paths in the project.
 *
 * @param {readonly import('./rule-table.mjs').ListedRule[]} rules
 * @param {Readonly<Record<string, string>>} translations English sentences with their Chinese
 */
export function documentsWithTables(rules, translations) {
  return {
    'docs/rules.md': withGenerated(read('docs/rules.md'), 'rules', englishRuleTable(rules, '../')),
    'docs/zh-CN/rules.md': withGenerated(
      read('docs/zh-CN/rules.md'),
      'rules',
      chineseRuleTable(rules, '../../', translations),
    ),
  };
}

/** @param {string} path */
function read(path) {
  return readFileSync(new URL(path, root), 'utf8');
}
