// Generates what the manifest and the documents say about rules and settings. `npm run manifest`
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { bundled } from './bundle.mjs';
import { documentsWithTables } from './documents.mjs';

/**
 * @typedef {{ id: string, title: string, description: string, severity: string, applicability?: string,
 *   options?: Record<string, { default: unknown, description: string, minimum?: number, maximum?: number }> }} RuleMeta
 * @typedef {Record<string, string>} Words
 * @typedef {import('./setting-table.mjs').Setting} Setting
 * @typedef {{ contributes: { configuration: { id: string, properties: Record<string, Setting> }[] } }} Manifest
 */

const root = new URL('../', import.meta.url);
const RULE_SETTINGS = 'galley.rules';

/**
 * The manifest and its words in both languages, with the parts on rules generated from the rules.
 * @param {readonly RuleMeta[]} rules
 * @param {{ manifest: Manifest, english: Words, chinese: Words, translations: Record<string, string> }} current
 */
export function withRules(rules, { manifest, english, chinese, translations }) {
  /** @type {Record<string, Setting>} */
  const properties = {};
  const words = { english: withoutRuleWords(english), chinese: withoutRuleWords(chinese) };
  /** @type {(key: string, sentences: readonly string[]) => string} */
  const describe = (key, sentences) => {
    words.english[key] = sentences.join(': ');
    words.chinese[key] = sentences.map((sentence) => translations[sentence] ?? sentence).join('：');
    return `%${key}%`;
  };
  for (const { id, title, description, severity, options = {} } of rules) {
    properties[`galley.rules.${id}`] = {
      type: 'string',
      enum: ['error', 'warning', 'info', 'hint', 'off'],
      default: severity,
      description: describe(`rules.${id}`, [title, description]),
    };
    for (const [name, option] of Object.entries(options))
      properties[`galley.options.${id}.${name}`] = {
        ...schemaOf(option.default),
        default: option.default,
        ...(option.minimum === undefined ? {} : { minimum: option.minimum, maximum: option.maximum }),
        description: describe(`options.${id}.${name}`, [title, option.description]),
      };
  }
  const sections = manifest.contributes.configuration.filter(({ id }) => id !== RULE_SETTINGS);
  const configuration = [...sections, { id: RULE_SETTINGS, title: '%settings.rules.title%', order: 2, properties }];
  return { manifest: { ...manifest, contributes: { ...manifest.contributes, configuration } }, ...words };
}

/** The current manifest with its words in both languages, and the Chinese of the sentences in code. */
export function readManifest() {
  return {
    manifest: readJson('package.json'),
    english: readJson('package.nls.json'),
    chinese: readJson('package.nls.zh-cn.json'),
    translations: readJson('l10n/bundle.l10n.zh-cn.json'),
  };
}

/** @param {Words} words */
function withoutRuleWords(words) {
  return Object.fromEntries(Object.entries(words).filter(([key]) => !/^(rules|options)\./.test(key)));
}

/** @param {unknown} example */
function schemaOf(example) {
  if (Array.isArray(example)) return { type: 'array', items: { type: 'string' } };
  if (typeof example === 'object')
    return { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } };
  return { type: typeof example };
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readText(path));
}

/** @param {string} path */
function readText(path) {
  return readFileSync(new URL(path, root), 'utf8');
}

/** @param {string} path @param {unknown} value */
function writeJson(path, value) {
  writeFileSync(new URL(path, root), `${JSON.stringify(value, null, 2)}\n`);
}

async function loadRules() {
  /** @type {{ RULES: readonly { meta: RuleMeta }[] }} */
  const { RULES } = await import((await bundled('server/src/lint/rules/index.ts', 'rules')).href);
  return RULES.map(({ meta }) => meta);
}

async function loadFormats() {
  /** @type {{ EXPORT_FORMATS: Parameters<typeof documentsWithTables>[0]['formats'] }} */
  const { EXPORT_FORMATS } = await import((await bundled('server/src/export/formats/index.ts', 'formats')).href);
  /** @type {{ ANNOTATION_FEATURES: readonly string[] }} */
  const { ANNOTATION_FEATURES } = await import(
    (await bundled('server/src/export/annotations/features.ts', 'features')).href
  );
  /** @type {{ EXPORT_PARTS: readonly string[] }} */
  const { EXPORT_PARTS } = await import((await bundled('server/src/export/parts.ts', 'parts')).href);
  return { formats: EXPORT_FORMATS, features: ANNOTATION_FEATURES, parts: EXPORT_PARTS };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const rules = await loadRules();
  const current = readManifest();
  const { manifest, english, chinese } = withRules(rules, current);
  writeJson('package.json', manifest);
  writeJson('package.nls.json', english);
  writeJson('package.nls.zh-cn.json', chinese);
  const formats = await loadFormats();
  for (const [path, text] of Object.entries(
    documentsWithTables({ rules, ...formats }, { manifest, english, chinese, translations: current.translations }),
  ))
    writeFileSync(new URL(path, root), text);
}
