import { sameFileKey } from '../../core/paths';
import type { FileContent } from '../../export/format';
import type { Output, OutputGuard } from '../../ports/output';
import { naming } from '../problem';
import { BEGINNING, outputCheck, type CheckedFiles } from '../outputCheck';
import { MAX_BYTES } from '../sizeLimit';
import { bytesOf } from '../fileBytes';
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
  const write = (uri: string, bytes: Uint8Array): Promise<void> => naming(pathIn(uri), () => files.write(uri, bytes));
  return {
    folder(folderUri, guard) {
      const { check } = outputCheck(checked, guard);
      return {
        async write({ name, content, replaceable = guard.replaceable }) {
          const uri = childOf(folderUri, name);
          await check(uri, replaceable, content);
          await write(uri, bytesOf(content));
        },
      };
    },
    async file(uri: string, guard: OutputGuard) {
      await outputCheck(checked, guard).check(uri, guard.replaceable);
      let parts: FileContent[] = [];
      return {
        write: (content) => Promise.resolve(void parts.push(content)),
        close: async () => write(uri, new Uint8Array(await new Blob(parts).arrayBuffer())),
        discard: () => Promise.resolve(void (parts = [])),
      };
    },
  };
}
