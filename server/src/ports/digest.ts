/** Computes digests of texts. */
export interface Digest {
  /** The SHA-256 of a text in UTF-8, in lower-case hexadecimal. */
  sha256(text: string): Promise<string>;
}
