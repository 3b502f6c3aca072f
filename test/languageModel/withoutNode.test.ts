import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { languageModelFiles } from '../support/languageModelFiles';

/** What a browser's worker would run: bundled for it, and run where JavaScript has only itself. */
test('the language model is read and used without Node.js, as in a web worker', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { readLanguageModel } from './server/src/languageModel/languageModel';
        import { createDetector, detectAll } from './server/src/languageModel/detect';
        globalThis.ask = (files, text) =>
          detectAll(text, createDetector(readLanguageModel(files))).map(({ candidates: [best] }) => best.replacement);
      `,
      resolveDir: fileURLToPath(new URL('../../', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
  });
  const worker = createContext({});
  runInContext(outputFiles[0]?.text ?? '', worker);
  const ask: unknown = worker['ask'];
  if (typeof ask !== 'function') throw new Error('nothing to ask');
  expect(Reflect.apply(ask, undefined, [languageModelFiles(), '全市建没了一批重点工程。'])).toEqual(['设']);
});
