import { readFileSync } from 'node:fs';
import { chineseAnnotationTable, englishAnnotationTable } from './annotation-table.mjs';
import { chineseFieldTables, englishFieldTables } from './field-table.mjs';
import { documentsWithFigures } from './figures.mjs';
import { withGenerated } from './generated-section.mjs';
import { chineseRuleTable, englishRuleTable } from './rule-table.mjs';
import { chineseSettingTable, englishSettingTable } from './setting-table.mjs';

/**
 * The documents with their tables of rules, settings, formats for annotations and figures generated, by path. Paths are relative to the working
 * directory, the root of the project.
 *
 * @param {object} code what the tables list
 * @param {readonly import('./rule-table.mjs').ListedRule[]} code.rules
 * @param {readonly (import('./annotation-table.mjs').ListedFormat & import('./field-table.mjs').ListedFormat)[]} code.formats every export format
 * @param {readonly string[]} code.features what formats may keep of annotations
 * @param {readonly string[]} code.parts what formats may have of an issue
 * @param {object} words
 * @param {import('./setting-table.mjs').Manifest} words.manifest
 * @param {Readonly<Record<string, string>>} words.english of package.nls.json
 * @param {Readonly<Record<string, string>>} words.chinese of package.nls.zh-cn.json
 * @param {Readonly<Record<string, string>>} words.translations English sentences in code, with their Chinese
 * @returns {Record<string, string>}
 */
export function documentsWithTables(
  { rules, formats, features, parts: exported },
  { manifest, english, chinese, translations },
) {
  const parts = {
    'docs/rules.md': ['rules', englishRuleTable(rules, '../')],
    'docs/zh-CN/rules.md': ['rules', chineseRuleTable(rules, '../../', translations)],
    'docs/export.md': ['what formats keep', englishAnnotationTable(formats, features)],
    'docs/zh-CN/export.md': ['what formats keep', chineseAnnotationTable(formats, features)],
    'docs/settings.md': ['settings', englishSettingTable(manifest, english)],
    'docs/zh-CN/settings.md': ['settings', chineseSettingTable(manifest, chinese)],
  };
  const documents = Object.entries(parts).map(([path, [name = '', table = '']]) => [
    path,
    withGenerated(readFileSync(path, 'utf8'), name, table),
  ]);
  const written = Object.fromEntries(documents);
  const fields = { 'docs/export.md': englishFieldTables, 'docs/zh-CN/export.md': chineseFieldTables };
  for (const [path, tables] of Object.entries(fields))
    written[path] = withGenerated(written[path], 'what formats have', tables(formats, exported));
  return { ...written, ...documentsWithFigures() };
}
