import { findKnowledge } from '../../../server/src/host/node/knowledge';
import { loadTagger } from '../../../server/src/host/node/tagger';
import { createIssueService } from '../../../server/src/service/service';
import { medianTime, milliseconds, type Measurement } from '../measurement';
import { issueOf } from '../texts';

/** What it costs to find the names in a page, with all dictionaries and the tagger loaded. */
export const mentions: Measurement = {
  name: 'mentions',
  async *rows() {
    const { knowledge } = await findKnowledge(undefined, []);
    const sources = { knowledge, tagger: await loadTagger() };
    const page = issueOf(16_000);
    const service = createIssueService(undefined, sources);
    service.mentions(service.snapshot(page));
    const warm = await medianTime(() => {
      service.mentions(service.snapshot(page));
    });
    yield { what: '16 KB page, names, warm', value: milliseconds(warm), note: 'aim 4 ms; blocks are known' };
    const cold = await medianTime(() => {
      const fresh = createIssueService(undefined, sources);
      fresh.mentions(fresh.snapshot(page));
    });
    yield {
      what: '16 KB page, names, no block known',
      value: milliseconds(cold),
      note: 'reading of the page included',
    };
  },
};
