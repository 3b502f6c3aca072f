import { sameFileKey } from '../../core/paths';
import type { Output, OutputGuard } from '../../ports/output';
import { naming } from '../problem';
import { BEGINNING, outputCheck, type CheckedFiles } from '../outputCheck';
import { MAX_BYTES } from '../sizeLimit';
import type { ClientFiles } from './clientFiles';
import { childOf, pathIn } from './uris';

/** Exports into the files of the client. A file of many parts is kept in memory until it is closed. */
export function createOutput(files: ClientFiles): Output {
  const checked: CheckedFiles = {
    keyOf: sameFileKey,
    read: (uri) => files.read(uri, MAX_BYTES).catch(() => undefined),
    async beginningOf(uri) {
      const bytes = await naming(pathIn(uri), () => files.read(uri, MAX_BYTES));
      return bytes && new TextDecoder().decode(bytes.subarray(0, BEGINNING));
    },
  };
  const write = (uri: string, chunks: readonly string[]): Promise<void> =>
    naming(pathIn(uri), () => files.write(uri, new TextEncoder().encode(chunks.join(''))));
  return {
    folder(folderUri, guard) {
      const { check } = outputCheck(checked, guard);
      return {
        async write({ name, chunks, replaceable = guard.replaceable }) {
          const uri = childOf(folderUri, name);
          const content = [...chunks];
          await check(uri, replaceable, content.join(''));
          await write(uri, content);
        },
      };
    },
    async file(uri: string, guard: OutputGuard) {
      await outputCheck(checked, guard).check(uri, guard.replaceable);
      let parts: string[] = [];
      return {
        write: (text) => Promise.resolve(void parts.push(text)),
        close: () => write(uri, parts),
        discard: () => Promise.resolve(void (parts = [])),
      };
    },
  };
}
