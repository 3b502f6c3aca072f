import type { Digest } from '../../ports/digest';

export const browserDigest: Digest = {
  sha256: (text) => sha256Of(new TextEncoder().encode(text)),
};

/** The SHA-256 of bytes, in lower-case hexadecimal. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
