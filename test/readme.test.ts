import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json';
import { readManifest, readmesWithRules } from '../scripts/manifest.mjs';
import { COMMANDS } from '../server/src/cli/commands/index';
import { RULES } from '../server/src/lint/rules/index';

const root = new URL('../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const { english, chinese, translations } = readManifest();
const generated = readmesWithRules(
  RULES.map(({ meta }) => meta),
  translations,
);

describe.each([
  ['README.md', english],
  ['README.zh-CN.md', chinese],
] as const)('%s', (name, words) => {
  const readme = text(name);

  test('lists the rules as they are (else run `npm run manifest`)', () => {
    expect(readme).toBe(generated[name]);
  });

  test('names every command of the palette by its title', () => {
    const titles = manifest.contributes.commands.map(({ title }) => words[title.replaceAll('%', '')] ?? title);
    expect(titles.filter((title) => !readme.includes(title))).toEqual([]);
  });

  test('names every setting but those in the table of rules', () => {
    const settings = manifest.contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    const own = settings.filter((setting) => !setting.startsWith('galley.rules.'));
    expect(own.filter((setting) => !readme.includes(setting))).toEqual([]);
  });

  test('names every command and option of the command line', () => {
    const used = COMMANDS.flatMap((command) => [
      `galley ${command.name}`,
      ...Object.keys(command.options).map((option) => `--${option}`),
    ]);
    expect(used.filter((word) => !readme.includes(word))).toEqual([]);
  });
});

test.each([
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'server/ARCHITECTURE.md',
  'dictionaries/README.md',
])('every link of %s leads to a file', (name) => {
  const targets = [...text(name).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) => target);
  expect(targets.filter((target) => !existsSync(new URL(target, new URL(name, root))))).toEqual([]);
});
