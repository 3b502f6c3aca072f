import type { FileContent } from '../export/format';
import { outputFile } from '../host/node/output';
import type { PathGuard } from '../host/outputCheck';
import { print } from './terminal';

/**
 * Gives work something to write to: a file, which takes its place only when the work has ended well, or standard output where
 * no file is named. Rejects with a `Problem` if the file must not be written.
 */
export async function withOutputSink<Result>(
  path: string | undefined,
  guard: PathGuard,
  work: (write: (content: FileContent) => Promise<void>) => Promise<Result>,
): Promise<Result> {
  if (path === undefined) return work(print);
  const file = await outputFile(path, guard);
  try {
    const result = await work((content) => file.write(content));
    await file.close();
    return result;
  } catch (error) {
    await file.discard();
    throw error;
  }
}
