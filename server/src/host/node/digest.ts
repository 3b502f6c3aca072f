import { createHash } from 'node:crypto';
import type { Digest } from '../../ports/digest';

export const nodeDigest: Digest = {
  sha256: (text) => Promise.resolve(sha256Of(text)),
};

/** The SHA-256 of bytes, or of a text in UTF-8, in lower-case hexadecimal. */
export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
