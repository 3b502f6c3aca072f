import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createSourceFile,
  forEachChild,
  isCallExpression,
  isConditionalExpression,
  isStringLiteralLike,
  ScriptTarget,
  type Node,
} from 'typescript';
import { expect, test } from 'vitest';
import chinese from '../l10n/bundle.l10n.zh-cn.json';
import { readManifest } from '../scripts/manifest.mjs';
import { COMMON_OPTIONS } from '../server/src/cli/command';
import { COMMANDS } from '../server/src/cli/commands/index';
import { EXPORT_FORMATS } from '../server/src/export/formats/index';
import { RULES } from '../server/src/lint/rules/index';

const root = fileURLToPath(new URL('../', import.meta.url));
const translations: Readonly<Record<string, string>> = chinese;

/** The sentences in calls of `t`, and those that are translated as data. */
function sentences(): string[] {
  const rules = RULES.flatMap(({ meta }) => [
    meta.title,
    meta.description,
    ...Object.values(meta.options ?? {}).map((o) => o.description),
  ]);
  const commands = COMMANDS.flatMap(({ summary, options }) => [
    summary,
    ...Object.values({ ...options, ...COMMON_OPTIONS }).map(({ description }) => description),
  ]);
  return [...sourceFiles().flatMap(sentencesIn), ...rules, ...commands, ...EXPORT_FORMATS.map(({ title }) => title)];
}

/** What the calls of `t` and `l10n.t` in a source file translate, where it is written in the call. */
function sentencesIn(file: string): string[] {
  const found: string[] = [];
  const collect = (node: Node): void => {
    if (isStringLiteralLike(node)) found.push(node.text);
    else if (isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(collect);
  };
  const visit = (node: Node): void => {
    if (isCallExpression(node) && /^(?:vscode\.l10n\.)?t$/.test(node.expression.getText()))
      node.arguments.slice(0, 1).forEach(collect);
    forEachChild(node, visit);
  };
  visit(createSourceFile(file, readFileSync(file, 'utf8'), ScriptTarget.Latest, true));
  return found;
}

function sourceFiles(): string[] {
  return ['client/src', 'server/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(root, folder, name)),
  );
}

test('every sentence that a user sees has a Chinese translation with the same places for values', () => {
  const all = sentences();
  // One of the server, one of the client.
  expect(all).toContain('Not a text file: it contains NUL bytes.');
  expect(all).toContain('Layer for {0} annotations');
  expect(all.filter((sentence) => !translations[sentence])).toEqual([]);
  const places = (sentence: string): string[] => [...new Set(sentence.match(/\{\d\}/g))].sort();
  expect(all.filter((sentence) => places(sentence).join() !== places(translations[sentence] ?? '').join())).toEqual([]);
});

test('Chinese text has full-width punctuation beside its characters', () => {
  const halfWidth = /\p{Script=Han}[,.;:?!()]|[,.;:?!()]\p{Script=Han}/u;
  const manifest: Readonly<Record<string, string>> = readManifest().chinese;
  const texts = [...Object.values(translations), ...Object.values(manifest)];
  expect(texts.filter((text) => halfWidth.test(text))).toEqual([]);
});

test('every translation belongs to a sentence in the source', () => {
  const source = sourceFiles()
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
    .replace(/\\(['\\])/g, '$1');
  expect(Object.keys(translations).filter((sentence) => !source.includes(sentence))).toEqual([]);
});
