import { changedText } from '../fileBytes';
import { changeFile, type Target } from './changeFile';

/**
 * Changes a UTF-8 file as `changeFile` does; `change` is given its text, which is empty where there is no file, and the
 * same text again leaves the file alone. A file that is not UTF-8 is never written: bytes that cannot be read would be lost.
 */
export async function changeTextFile(target: Target, change: (text: string) => string): Promise<void> {
  await changeFile(target, (bytes) => {
    const content = changedText(bytes, change);
    return content === undefined ? undefined : { content };
  });
}
