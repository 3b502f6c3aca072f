/** How many random bytes an id is made of. */
export const ID_BYTES = 10;

/** An id: a letter and ten characters, so that two people never make the same one from random bytes. */
export function idOf(letter: string, random: Uint8Array): string {
  return `${letter}_${Array.from(random, (byte) => CHARACTERS.charAt(byte % 32)).join('')}`;
}

const CHARACTERS = 'abcdefghijklmnopqrstuvwxyz234567';
