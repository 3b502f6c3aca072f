import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json';
import { documentsWithTables } from '../scripts/documents.mjs';
import { FIGURE_TABLES } from '../scripts/figure-tables.mjs';
import { readManifest } from '../scripts/manifest.mjs';
import { COMMANDS } from '../server/src/cli/commands/index';
import { ANNOTATION_FEATURES } from '../server/src/export/annotations/features';
import { EXPORT_FORMATS } from '../server/src/export/formats/index';
import { EXPORT_PARTS } from '../server/src/export/parts';
import { RULES } from '../server/src/lint/rules/index';
import { brokenLinks, linksOf } from './support/links';

const root = new URL('../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const markdownIn = (folder: string): string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => folder + name.replaceAll('\\', '/'));

const current = readManifest();
const { english, chinese } = current;
const generated = documentsWithTables(
  { rules: RULES.map(({ meta }) => meta), formats: EXPORT_FORMATS, features: ANNOTATION_FEATURES, parts: EXPORT_PARTS },
  current,
);
const pages = markdownIn('docs/')
  .filter((path) => !path.startsWith('docs/zh-CN/'))
  .map((path) => path.slice('docs/'.length));

test.each(Object.entries(generated))('%s has the current tables (else run `npm run manifest`)', (path, content) => {
  expect(text(path)).toBe(content);
});

describe.each([
  ['README.md', 'docs/', english],
  ['README.zh-CN.md', 'docs/zh-CN/', chinese],
] as const)('%s and %s', (readme, folder, words) => {
  test('the README has at most 150 lines', () => {
    expect(text(readme).trimEnd().split('\n').length).toBeLessThanOrEqual(150);
  });

  test('every document exists, and the README and the index link to it', () => {
    expect(markdownIn(folder).filter((path) => !path.slice(folder.length).includes('/'))).toEqual(
      pages.map((page) => folder + page),
    );
    const listed = pages.filter((page) => page !== 'README.md').sort();
    const linked = (path: string, prefix: string): string[] =>
      linksOf(text(path))
        .filter((link) => link.startsWith(prefix) && /^[\w-]+\.md$/.test(link.slice(prefix.length)))
        .map((link) => link.slice(prefix.length));
    expect([...new Set(linked(readme, folder))].sort()).toEqual(listed);
    expect([...new Set(linked(`${folder}README.md`, ''))].sort()).toEqual(listed);
  });

  test('every command of the palette is documented by its title', () => {
    const hidden = manifest.contributes.menus.commandPalette.filter(({ when }) => when === 'false');
    const titles = manifest.contributes.commands
      .filter(({ command }) => hidden.every((one) => one.command !== command))
      .map(({ title }) => words[title.replaceAll('%', '')] ?? title);
    const documented = text(`${folder}commands.md`) + text(`${folder}annotating.md`);
    expect(titles.filter((title) => !documented.includes(`Galley: ${title}`))).toEqual([]);
  });

  test('every setting but the severities of rules is documented', () => {
    const settings = manifest.contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    const documented = text(`${folder}settings.md`);
    const own = settings.filter((setting) => !setting.startsWith('galley.rules.'));
    expect(own.filter((setting) => !documented.includes(`\`${setting}\``))).toEqual([]);
  });

  test('every command and option of the command line is documented', () => {
    const used = COMMANDS.flatMap((command) => [
      `galley ${command.name}`,
      ...Object.keys(command.options).map((option) => `--${option}`),
    ]);
    const documented = text(`${folder}command-line.md`) + text(`${folder}export.md`);
    expect(used.filter((word) => !documented.includes(word))).toEqual([]);
  });
});

test.each(['docs/export.md', 'docs/zh-CN/export.md'])('the first table of %s has every export format', (path) => {
  const [table = ''] = /(?:^\|.*\n)+/m.exec(text(path)) ?? [];
  const rows = table.split('\n').map((row) => row.split('|')[1] ?? '');
  const translations: Readonly<Record<string, string | undefined>> = path.includes('zh-CN') ? current.translations : {};
  const names = EXPORT_FORMATS.map(({ title }) => (translations[title] ?? title).replace(/^Galley |[:：].*$/g, ''));
  expect(names.filter((name) => !rows.some((row) => row.includes(name)))).toEqual([]);
});

test('every script of package.json is described for contributors', () => {
  const described = new Set(
    Array.from(text('CONTRIBUTING.md').matchAll(/`npm (?:run )?([\w:-]+)/g), ([, name]) => name),
  );
  expect(Object.keys(manifest.scripts).filter((name) => !described.has(name))).toEqual([]);
});

test('every row of the tables of figures has its figure', () => {
  type Sections = Record<string, { figures: Record<string, object> } | undefined>;
  const read = (name: string): Sections => JSON.parse(text(`docs/figures/${name}.json`)) as Sections;
  const sections = { ...read('accuracy'), ...read('performance') };
  const rows = FIGURE_TABLES.flatMap((table) => table.rows);
  expect(rows.filter(({ measurement, figure }) => !sections[measurement]?.figures[figure])).toEqual([]);
});

test.each(['docs/promises.md', 'docs/zh-CN/promises.md'])('every promise of %s names a test that exists', (path) => {
  const rows = text(path)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
  expect(rows.length).toBeGreaterThan(0);
  const named = rows.map((row) => /`(test\/[^`]+\.test\.ts)` +\|$/.exec(row)?.[1] ?? row);
  expect(named.filter((test) => !existsSync(new URL(test, root)))).toEqual([]);
});

test('the package contains the pictures of the READMEs', () => {
  const shown = ['README.md', 'README.zh-CN.md'].flatMap((readme) =>
    linksOf(text(readme)).filter((link) => link.endsWith('.png')),
  );
  const [, packaged = ''] = /^!docs\/pictures\/\{(.*)\}\.png$/m.exec(text('.vscodeignore')) ?? [];
  expect([...new Set(shown)].sort()).toEqual(
    packaged
      .split(',')
      .map((name) => `docs/pictures/${name}.png`)
      .sort(),
  );
});

test('every file of the dictionaries has one row with its source and licence', () => {
  const rows = text('dictionaries/README.md')
    .split('\n')
    .flatMap((line) => /^\| \[[^\]]+\]\(([a-z]+\/[^)]+)\)(?: +\|[^|]*[^|\s][^|]*){3}\|$/.exec(line)?.[1] ?? []);
  const files = ['lexicons', 'gazetteer', 'models'].flatMap((folder) =>
    readdirSync(new URL(`dictionaries/${folder}/`, root)).map((name) => `${folder}/${name}`),
  );
  expect(rows.sort()).toEqual(files.sort());
});

test('every member of the lexicons is described', () => {
  const described = text('dictionaries/README.md').split('\n- **');
  const members = readdirSync(new URL('dictionaries/lexicons/', root))
    // labels.json has a schema, and the members of stray-words.json are the English words.
    .filter((name) => name.endsWith('.json') && !['labels.json', 'stray-words.json'].includes(name))
    .flatMap((name) =>
      Object.keys(JSON.parse(text(`dictionaries/lexicons/${name}`)) as object)
        .filter((member) => /^[a-z]+$/i.test(member))
        .map((member) => ({ name, member })),
    );
  expect(members.length).toBeGreaterThan(100);
  const isDescribed = ({ name, member }: (typeof members)[number]): boolean =>
    described.some((part) => part.startsWith(`${name}**`) && part.includes(`\`${member}\``));
  expect(members.filter((one) => !isDescribed(one))).toEqual([]);
});

test('no link of a document is broken', () => {
  const documents = [
    ...readdirSync(root).filter((name) => name.endsWith('.md')),
    ...['docs/', 'server/', 'dictionaries/', 'training/', 'test/'].flatMap(markdownIn),
  ];
  const broken = documents.flatMap((path) => brokenLinks(path, root));
  expect(broken).toEqual([]);
});
