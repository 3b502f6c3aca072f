import { lintMarkdown } from '@lint-md/core';
import autocorrect from 'autocorrect-node';
import { run as zhlint } from 'zhlint';
import { createAnalyser } from '../../../server/src/analysis/analyser';
import { findGazetteer } from '../../../server/src/host/node/gazetteer';
import { loadLanguageModel } from '../../../server/src/host/node/languageModel';
import { loadTagger } from '../../../server/src/host/node/tagger';
import { createDetector } from '../../../server/src/languageModel/detect';
import { issueSource } from '../../../server/src/source/issueSource';
import { medianProcessorTime, speed, type Measurement } from '../measurement';
import { issueOf, realParagraphs } from '../texts';

/** Other checkers of Chinese text. They look for less: spacing and width of marks, but not pages, names or OCR errors. */
const PEERS: readonly { name: string; check: (text: string) => unknown }[] = [
  { name: 'autocorrect-node lint', check: (text) => autocorrect.lintFor(text, 'page.txt') },
  { name: 'autocorrect-node format', check: (text) => autocorrect.format(text) },
  { name: 'zhlint', check: (text) => zhlint(text, { rules: { preset: 'default' } }) },
  { name: '@lint-md/core', check: (text) => lintMarkdown(text) },
];

/** Bytes of each text: some of the others take many seconds for more. */
const SIZE = 300_000;

/**
 * The same text, no line of which is repeated, through Galley and through the others, one after the other in this
 * process: megabytes in a second of processor time.
 */
export const peers: Measurement = {
  name: 'peers',
  async *rows() {
    const { gazetteer } = await findGazetteer(undefined, []);
    const names = { gazetteer, tagger: await loadTagger() };
    const model = await loadLanguageModel();
    const diagnostics = (text: string, sources?: Parameters<typeof createAnalyser>[1]): unknown =>
      createAnalyser(undefined, sources).analyse(issueSource(text)).diagnostics();
    const own = [
      {
        name: 'Galley without dictionaries and language model',
        figure: 'rules',
        check: (text: string) => diagnostics(text),
      },
      { name: 'Galley without language model', figure: 'names', check: (text: string) => diagnostics(text, names) },
      {
        name: 'Galley',
        figure: 'everything',
        check: (text: string) => diagnostics(text, { ...names, detector: createDetector(model) }),
      },
    ];
    const real = realParagraphs().join('\n\n');
    for (const { what, text } of [
      { what: 'sampled', text: issueOf(SIZE) },
      { what: 'newspaper', text: real.slice(0, SIZE / 3) },
    ]) {
      if (text === '') continue;
      const size = Buffer.byteLength(text);
      const label = `${what}, ${String(Math.round(size / 1000))} KB`;
      let fastest: number | undefined;
      for (const { name, check } of PEERS) {
        const time = medianProcessorTime(() => check(text));
        fastest ??= time;
        yield { what: `${label}, ${name}`, value: speed(size, time), figure: `${what} ${name}` };
      }
      for (const { name, figure, check } of own) {
        const time = medianProcessorTime(() => check(text));
        yield {
          what: `${label}, ${name}`,
          value: speed(size, time),
          note: `${((fastest ?? NaN) / time).toFixed(2)} times as fast as the lint of autocorrect-node`,
          figure: `${what} ${figure}`,
        };
      }
    }
  },
};
