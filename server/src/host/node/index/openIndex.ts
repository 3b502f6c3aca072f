import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IndexProcess, IndexNews, IndexOptions } from '../../../ports/indexHost';
import { bundlePath } from '../packageFolder';
import { startThread } from '../threads';
import type { IndexFunctions } from '../../index/indexProcess';

/** Opens the index of a workspace in a separate thread. */
export function openIndex({ storage, locale }: IndexOptions, onNews: (news: IndexNews) => void): IndexProcess {
  const thread = startThread<IndexFunctions>(bundlePath('index'), {
    onNews,
  });
  const failed = (error: unknown): void => onNews({ log: String(error) });
  const place = storage?.startsWith('file:') ? join(fileURLToPath(storage), 'index.bin') : undefined;
  void thread.call('open', { place, locale }).catch(failed);
  return {
    update: (update) => thread.call('update', update),
    stop: () => void thread.call('stop').catch(failed),
    setOverlay: (record) => void thread.call('setOverlay', record).catch(failed),
    removeOverlay: (uri) => void thread.call('removeOverlay', uri).catch(failed),
    // The thread answers with what its function of that name gave.
    ask: (query, ...given) => thread.call('ask', query, given) as Promise<never>,
    async close() {
      await thread.call('save');
      await thread.end();
    },
  };
}
