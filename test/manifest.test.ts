import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../package.json';
import { readManifest, withRules } from '../scripts/manifest.mjs';
import { json } from '../server/src/export/formats/json';
import { RULES } from '../server/src/lint/rules/index';

const root = new URL('../', import.meta.url);
const current = readManifest();

test('the manifest says what the rules say (else run `npm run manifest`)', () => {
  const {
    manifest: generated,
    english,
    chinese,
  } = withRules(
    RULES.map(({ meta }) => meta),
    current,
  );
  expect(current.manifest).toEqual(generated);
  expect(current.english).toEqual(english);
  expect(current.chinese).toEqual(chinese);
});

test('every word of the manifest exists in both languages', () => {
  const used = [...readFileSync(new URL('package.json', root), 'utf8').matchAll(/"%([^%"]+)%"/g)].map(
    ([, key = '']) => key,
  );
  expect([...new Set(used)].sort()).toEqual(Object.keys(current.english).sort());
  expect(Object.keys(current.chinese).sort()).toEqual(Object.keys(current.english).sort());
});

test('every command of a menu or key is declared', () => {
  const { commands, menus, keybindings } = manifest.contributes;
  const declared = new Set(commands.map(({ command }) => command));
  const used = [...Object.values(menus).flat(), ...keybindings].flatMap((item) =>
    'command' in item ? [item.command] : [],
  );
  expect(used.filter((command) => !declared.has(command))).toEqual([]);
});

test('in folders that are not trusted, no setting of the workspace that names a path is in force', () => {
  const { untrustedWorkspaces } = manifest.capabilities;
  const settings = manifest.contributes.configuration.flatMap(({ properties }) =>
    Object.entries<object | undefined>(properties),
  );
  const paths = settings.flatMap(([name, setting]) =>
    setting && 'scope' in setting && setting.scope === 'machine-overridable' ? [name] : [],
  );
  expect(untrustedWorkspaces.supported).toBe('limited');
  expect(untrustedWorkspaces.restrictedConfigurations).toEqual(paths);
});

test('no workspace can name a model, trusted or not: the folder of a model has code', () => {
  const settings = Object.assign(
    {},
    ...manifest.contributes.configuration.map(({ properties }) => properties),
  ) as object;
  expect(settings).toHaveProperty(['galley.context.model', 'scope'], 'machine');
});

test('every picture and page that the manifest names exists and is in the package', () => {
  const { icon, contributes } = manifest;
  const named = [icon, ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown))];
  const ignored = readFileSync(new URL('.vscodeignore', root), 'utf8');
  expect(named.filter((name) => !existsSync(new URL(name, root)))).toEqual([]);
  for (const part of ['docs/pictures/icon.png', 'client/walkthrough/*.md']) expect(ignored).toContain(`!${part}\n`);
});

test('every command that a view or the walkthrough leads to is declared', () => {
  const declared = new Set(manifest.contributes.commands.map(({ command }) => command));
  for (const words of [current.english, current.chinese]) {
    const used = Object.values(words as Readonly<Record<string, string>>).flatMap((text) =>
      [...text.matchAll(/\(command:(galley\.[\w.]+)\)/g)].map(([, command = '']) => command),
    );
    expect(used.length).toBeGreaterThanOrEqual(6);
    expect(used.filter((command) => !declared.has(command))).toEqual([]);
  }
});

test('the editor checks the exported JSON of an issue against its schema', () => {
  const schema = manifest.contributes.jsonValidation.find(({ url }) => url.endsWith('galley-issue.schema.json'));
  const { filenamePatterns } = manifest.contributes.languages[0] ?? {};
  const exported = filenamePatterns?.map((pattern) => pattern.replace(/\.txt$/, json.extension));
  expect([schema?.fileMatch]).toEqual(exported);
  expect(existsSync(new URL(schema?.url ?? '', root))).toBe(true);
});
