/** The outline of a character in font units: closed rings of points, x to the right and y upwards. */
export type Outline = readonly (readonly (readonly [number, number])[])[];

/** Draws characters of a TrueType font. */
export interface Glyphs {
  readonly unitsPerEm: number;
  /** The outline of a character; undefined where the font has none. */
  outlineOf(code: number): Outline | undefined;
}

/** Opens a TrueType font, or the first font of a collection. */
export function readFont(bytes: Uint8Array): Glyphs {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = view.getUint32(0) === 0x74746366 ? view.getUint32(12) : 0;
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(directory + 4); index++) {
    const entry = directory + 12 + 16 * index;
    tables.set(String.fromCharCode(...bytes.subarray(entry, entry + 4)), view.getUint32(entry + 8));
  }
  const table = (name: string): number => {
    const start = tables.get(name);
    if (start === undefined) throw new Error(`no table ${name}`);
    return start;
  };
  const [head, loca, glyf] = [table('head'), table('loca'), table('glyf')];
  const isLong = view.getInt16(head + 50) === 1;
  const glyphOf = characterMap(view, table('cmap'));
  const startOf = (glyph: number): number =>
    glyf + (isLong ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph));

  const rings = (glyph: number): Outline => {
    const start = startOf(glyph);
    if (startOf(glyph + 1) === start) return [];
    const count = view.getInt16(start);
    return count >= 0 ? simpleRings(view, start, count) : compositeRings(view, start + 10, rings);
  };
  return {
    unitsPerEm: view.getUint16(head + 18),
    outlineOf(code) {
      const glyph = glyphOf(code);
      return glyph === 0 ? undefined : rings(glyph);
    },
  };
}

/** The glyph of a character by a segment map (format 4) of the Basic Multilingual Plane. */
function characterMap(view: DataView, cmap: number): (code: number) => number {
  let map = -1;
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const start = cmap + view.getUint32(cmap + 8 + 8 * index);
    if (view.getUint16(start) === 4) map = start;
  }
  if (map < 0) throw new Error('no character map of format 4');
  const doubled = view.getUint16(map + 6);
  return (code) => {
    for (let at = 0; at < doubled; at += 2) {
      if (view.getUint16(map + 14 + at) < code) continue;
      const first = view.getUint16(map + 16 + doubled + at);
      if (first > code) return 0;
      const delta = view.getUint16(map + 16 + 2 * doubled + at);
      const rangeAt = map + 16 + 3 * doubled + at;
      const range = view.getUint16(rangeAt);
      if (range === 0) return (code + delta) & 0xffff;
      const glyph = view.getUint16(rangeAt + range + 2 * (code - first));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function simpleRings(view: DataView, start: number, count: number): Outline {
  const ends = Array.from({ length: count }, (_, ring) => view.getUint16(start + 10 + 2 * ring));
  const points = (ends.at(-1) ?? -1) + 1;
  let at = start + 10 + 2 * count;
  at += 2 + view.getUint16(at);
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = view.getUint8(at++);
    flags.push(flag);
    if (flag & 8) for (let more = view.getUint8(at++); more > 0; more--) flags.push(flag);
  }
  const coordinates = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? view.getUint8(at++) : -view.getUint8(at++);
      else if (!(flag & same)) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = coordinates(2, 16);
  const ys = coordinates(4, 32);
  return ends.map((end, ring) => {
    const first = ring === 0 ? 0 : (ends[ring - 1] ?? 0) + 1;
    const list = Array.from({ length: end - first + 1 }, (_, index) => first + index);
    return flattened(list.map((point) => ({ x: xs[point]!, y: ys[point]!, isOn: (flags[point]! & 1) === 1 })));
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
  /** Whether the outline goes through it; else it bends towards it. */
  readonly isOn: boolean;
}

/** A ring of points without curves: each quadratic curve becomes four straight lines. */
function flattened(ring: readonly Point[]): (readonly [number, number])[] {
  const full = ring.flatMap((point, index): Point[] => {
    const next = ring[(index + 1) % ring.length]!;
    const middle = { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, isOn: true };
    return point.isOn || next.isOn ? [point] : [point, middle];
  });
  return full.flatMap((point, index): (readonly [number, number])[] => {
    if (point.isOn) return [[point.x, point.y]];
    const from = full.at(index - 1)!;
    const to = full[(index + 1) % full.length]!;
    return [0.25, 0.5, 0.75].map((share) => {
      const bend = (one: number, two: number, three: number): number =>
        (1 - share) ** 2 * one + 2 * share * (1 - share) * two + share ** 2 * three;
      return [bend(from.x, point.x, to.x), bend(from.y, point.y, to.y)];
    });
  });
}

/** Parts of other glyphs, moved; parts that are scaled are taken unscaled, which Chinese fonts hardly have. */
function compositeRings(view: DataView, start: number, rings: (glyph: number) => Outline): Outline {
  const all: Outline[number][] = [];
  for (let at = start; ;) {
    const flags = view.getUint16(at);
    const isWide = (flags & 1) !== 0;
    const x = isWide ? view.getInt16(at + 4) : view.getInt8(at + 4);
    const y = isWide ? view.getInt16(at + 6) : view.getInt8(at + 5);
    for (const ring of rings(view.getUint16(at + 2))) all.push(ring.map(([left, up]) => [left + x, up + y] as const));
    at += (isWide ? 8 : 6) + (flags & 8 ? 2 : flags & 64 ? 4 : flags & 128 ? 8 : 0);
    if (!(flags & 32)) return all;
  }
}
