/** FNV-1a over UTF-16 code units, twice with different seeds: 64 bits in hexadecimal, to tell texts apart. No secret. */
export function hashOf(text: string): string {
  const run = (seed: number): string => {
    let value = seed;
    for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
    return (value >>> 0).toString(16).padStart(8, '0');
  };
  return run(0x811c9dc5) + run(0x9e3779b9);
}
