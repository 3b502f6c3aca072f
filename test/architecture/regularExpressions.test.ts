import { fileURLToPath } from 'node:url';
import { check } from 'recheck';
import { globSync } from 'tinyglobby';
import { isRegularExpressionLiteral } from 'typescript';
import { afterEach, expect, test, vi } from 'vitest';
import { nodesOf, productSources } from '../support/productSources';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Milliseconds for one expression. One that takes longer is not judged, so a slow machine fails no test. */
const TIMEOUT = 200;

/** Expressions that are slow on long texts, and why they never read one. */
const BOUNDED: Readonly<Record<string, string>> = {
  '/[。！？”）][\\s　]*[（\\s　][^。！？]*$/': 'truncated-article: the last 80 characters of a paragraph',
  '/[。！？][”’）)]?[\\s　]+[^。！？；：]{2,40}$/': 'byline: the last 48 characters of a line',
  '/[\\u4e00-\\u9fff•]*$/': 'middle-dot: the sixteen characters before a dot',
  '/(?:^|[^\\d.,])[（(]?\\d[\\d\\-—－－（）()\\s转]{5,}\\d$/': 'lineEnds: the last characters of a line',
};

/** Each regular expression literal of the product, with the file where it first stands. */
function expressionsOfProduct(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const source of productSources())
    for (const node of nodesOf(source))
      if (isRegularExpressionLiteral(node) && !found.has(node.text)) found.set(node.text, source.path);
  return found;
}

/** The regular expressions that modules of the server make of words when they are loaded, with the file of each. */
async function expressionsMadeOfWords(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const Original = RegExp;
  const record = (expression: RegExp): RegExp => {
    const file = /server\/src\/[^:?)]+/.exec(new Error().stack ?? '')?.[0];
    if (file !== undefined && !found.has(String(expression))) found.set(String(expression), file);
    return expression;
  };
  const make = (pattern: string | RegExp, flags?: string): RegExp => record(new Original(pattern, flags));
  vi.stubGlobal(
    'RegExp',
    new Proxy(Original, {
      construct: (_, [pattern, flags]: [string | RegExp, string?]) => make(pattern, flags),
      apply: (_, __, [pattern, flags]: [string | RegExp, string?]) => make(pattern, flags),
    }),
  );
  for (const file of globSync(['server/src/**/*.ts', '!server/src/main.*.ts'], { cwd: ROOT }))
    await import(`${ROOT}${file}`);
  vi.unstubAllGlobals();
  return found;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Whether some text makes the expression take more than linear time; also says which. */
async function attackOn(literal: string, timeout = TIMEOUT): Promise<string | undefined> {
  const end = literal.lastIndexOf('/');
  const result = await check(literal.slice(1, end), literal.slice(end + 1), { timeout });
  return result.status === 'vulnerable' ? result.attack.pattern : undefined;
}

test('no regular expression takes more than linear time', { timeout: 120_000 }, async () => {
  // The first check compiles the checker, which takes long on a busy machine.
  expect(await attackOn('/(?:a|b)+a*$/', 20_000)).toBeDefined();
  const expressions = expressionsOfProduct();
  const slow: string[] = [];
  for (const [literal, file] of expressions) {
    const attack = Object.hasOwn(BOUNDED, literal) ? undefined : await attackOn(literal);
    if (attack !== undefined) slow.push(`${file}: ${literal} on ${attack}`);
  }
  expect(slow).toEqual([]);
  expect(Object.keys(BOUNDED).filter((literal) => !expressions.has(literal))).toEqual([]);
});

test('no regular expression that is made of words takes more than linear time', { timeout: 240_000 }, async () => {
  const expressions = await expressionsMadeOfWords();
  expect(expressions.size).toBeGreaterThan(30);
  const slow: string[] = [];
  for (const [expression, file] of expressions) {
    const attack = Object.hasOwn(BOUNDED, expression) ? undefined : await attackOn(expression);
    if (attack !== undefined) slow.push(`${file}: ${expression} on ${attack}`);
  }
  expect(slow).toEqual([]);
});
