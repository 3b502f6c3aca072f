import { visible } from '../../server/src/core/visible';

/** Words of an issue in a list: on one line, and without characters that cannot be seen. */
export function onOneLine(words: string): string {
  return visible(words.replace(/\s+/g, ' '));
}
