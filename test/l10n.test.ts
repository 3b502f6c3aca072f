import { isCallExpression, isConditionalExpression, isStringLiteralLike, type Expression } from 'typescript';
import { expect, test } from 'vitest';
import chinese from '../l10n/bundle.l10n.zh-cn.json';
import { readManifest } from '../scripts/manifest.mjs';
import { COMMON_OPTIONS } from '../server/src/cli/command';
import { COMMANDS } from '../server/src/cli/commands/index';
import { EXPORT_FORMATS } from '../server/src/export/formats/index';
import { RULES } from '../server/src/lint/rules/index';
import { nodesOf, productSources, type ProductSource } from './support/productSources';

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
  return [...productSources().flatMap(sentencesIn), ...rules, ...commands, ...EXPORT_FORMATS.map(({ title }) => title)];
}

/** What the calls of `t` and `l10n.t` in a source file translate, where it is written in the call. */
function sentencesIn(source: ProductSource): string[] {
  return [...nodesOf(source)].flatMap((node) =>
    isCallExpression(node) && /^(?:vscode\.l10n\.)?t$/.test(node.expression.getText())
      ? node.arguments.slice(0, 1).flatMap(textsOf)
      : [],
  );
}

function textsOf(node: Expression): string[] {
  if (isStringLiteralLike(node)) return [node.text];
  return isConditionalExpression(node) ? [node.whenTrue, node.whenFalse].flatMap(textsOf) : [];
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
  const source = productSources()
    .map(({ text }) => text)
    .join('\n')
    .replace(/\\(['\\])/g, '$1');
  expect(Object.keys(translations).filter((sentence) => !source.includes(sentence))).toEqual([]);
});
