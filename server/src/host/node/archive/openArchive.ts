import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ArchiveKeeper, ArchiveNews, ArchiveOptions } from '../../../ports/indexHost';
import { startThread } from '../threads';
import type { ArchiveFunctions } from './keepArchive';

/** Opens the archive of a workspace in a thread of its own. */
export function openArchive({ storage, locale }: ArchiveOptions, onNews: (news: ArchiveNews) => void): ArchiveKeeper {
  const thread = startThread<ArchiveFunctions>(createRequire(import.meta.url).resolve('./archive.cjs'), {
    onNews,
  });
  const failed = (error: unknown): void => onNews({ log: String(error) });
  const path = storage?.startsWith('file:') ? join(fileURLToPath(storage), 'archive.bin') : undefined;
  void thread.call('open', { path, locale }).catch(failed);
  return {
    update: (update) => thread.call('update', update),
    stop: () => void thread.call('stop').catch(failed),
    cover: (record) => void thread.call('cover', record).catch(failed),
    uncover: (uri) => void thread.call('uncover', uri).catch(failed),
    // The thread answers with what its function of that name gave.
    ask: (question, ...given) => thread.call('ask', question, given) as Promise<never>,
    async close() {
      await thread.call('save');
      await thread.end();
    },
  };
}
