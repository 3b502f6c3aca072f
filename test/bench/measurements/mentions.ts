import { findGazetteer } from '../../../server/src/host/node/gazetteer';
import { loadTagger } from '../../../server/src/host/node/tagger';
import { createAnalyser } from '../../../server/src/analysis/analyser';
import { issueSource } from '../../../server/src/source/issueSource';
import { medianTime, milliseconds, type Measurement } from '../measurement';
import { issueOf } from '../texts';

/** What it costs to find the names in a page, with all dictionaries and the tagger loaded. */
export const mentions: Measurement = {
  name: 'mentions',
  async *rows() {
    const { gazetteer } = await findGazetteer(undefined, []);
    const sources = { gazetteer, tagger: await loadTagger() };
    const page = issueOf(16_000);
    const analyser = createAnalyser(undefined, sources);
    const first = analyser.analyse(issueSource(page));
    const namesIn = ({ mentions: found }: typeof first): number => found.length;
    namesIn(first);
    const warm = await medianTime(() => namesIn(analyser.analyse(issueSource(page), first)));
    yield { what: '16 KB page, names, warm', value: milliseconds(warm), aim: '≤ 4 ms', figure: 'known' };
    const cold = await medianTime(() => namesIn(createAnalyser(undefined, sources).analyse(issueSource(page))));
    yield {
      what: '16 KB page, names, no block known',
      value: milliseconds(cold),
      note: 'reading of the page included',
      figure: 'unknown',
    };
  },
};
