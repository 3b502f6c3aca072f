import { t } from '@vscode/l10n';
import { decode } from './decode';
import { Problem } from './problem';

/** Whether two files have the same bytes, or neither is there. */
export function hasSameBytes(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  if (!one || !other) return one === other;
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

/** Bytes, or those of a text in UTF-8. */
export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/**
 * Changes the text of a UTF-8 file, given its bytes; the text is empty where there is no file. Returns undefined where the
 * text stays the same. Throws a `Problem` for a file that is not UTF-8: bytes that cannot be read would be lost.
 */
export function changedText(bytes: Uint8Array | undefined, change: (text: string) => string): string | undefined {
  const { text, encoding } = bytes ? decode(bytes) : NO_TEXT;
  if (encoding !== 'UTF-8') throw new Problem(t('The file is encoded in {0}. Save it as UTF-8 first.', encoding));
  const changed = change(text);
  return changed === text ? undefined : changed;
}

const NO_TEXT = { text: '', encoding: 'UTF-8' };
