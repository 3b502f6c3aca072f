import { CELLS } from '../../../server/src/languageModel/model/confusables';
import type { Glyphs, Outline } from './font';
import { GRADES } from '../../../scripts/compile/picture-text';

/** Points a side of the square on which an outline is sampled; a cell of a picture is eight of them wide. */
const SAMPLES = 64;

/** How far around its middle a cell looks, in samples (the standard deviation of a normal distribution). */
const BLUR = 4;

/** Pictures of characters: of every cell, how much darker it is than in most characters, in `GRADES` grades. */
export function picturesOf(codes: readonly number[], font: Glyphs): Map<number, number[]> {
  const cells = new Map<number, Float64Array>();
  for (const code of codes) {
    const outline = font.outlineOf(code);
    if (outline) cells.set(code, blurred(sampled(outline, font.unitsPerEm)));
  }
  const all = [...cells.values()];
  const mean = new Float64Array(CELLS).map((_, cell) => all.reduce((sum, own) => sum + own[cell]!, 0) / all.length);
  const spread = mean.map((middle, cell) =>
    Math.sqrt(all.reduce((sum, own) => sum + (own[cell]! - middle) ** 2, 0) / all.length),
  );
  const grade = (value: number, cell: number): number =>
    Math.max(0, Math.min(GRADES - 1, Math.floor(((value - mean[cell]!) / spread[cell]!) * 2) + GRADES / 2));
  return new Map([...cells].map(([code, own]) => [code, Array.from(own, grade)]));
}

/** Where a square of one em is inside an outline, by the rule of winding numbers. */
function sampled(outline: Outline, unitsPerEm: number): Uint8Array {
  const inside = new Uint8Array(SAMPLES * SAMPLES);
  const descent = unitsPerEm * 0.15;
  for (let row = 0; row < SAMPLES; row++) {
    const y = unitsPerEm - descent - ((row + 0.5) * unitsPerEm) / SAMPLES;
    const crossings: { x: number; turn: number }[] = [];
    for (const ring of outline)
      ring.forEach(([x1, y1], index) => {
        const [x2, y2] = ring[(index + 1) % ring.length]!;
        if (y1 <= y === y2 <= y) return;
        crossings.push({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn: y2 > y1 ? 1 : -1 });
      });
    crossings.sort((one, other) => one.x - other.x);
    let winding = 0;
    crossings.forEach(({ x, turn }, index) => {
      winding += turn;
      const next = crossings[index + 1];
      if (winding === 0 || !next) return;
      const from = Math.max(0, Math.ceil((x / unitsPerEm) * SAMPLES - 0.5));
      const to = Math.min(SAMPLES, (next.x / unitsPerEm) * SAMPLES - 0.5);
      for (let column = from; column < to; column++) inside[row * SAMPLES + column] = 1;
    });
  }
  return inside;
}

/** How dark each cell is with what is around it. */
function blurred(inside: Uint8Array): Float64Array {
  const side = Math.sqrt(CELLS);
  const size = SAMPLES / side;
  const kernel = Array.from({ length: side }, (_, cell) =>
    Float64Array.from({ length: SAMPLES }, (__, sample) =>
      Math.exp(-(((sample + 0.5 - (cell + 0.5) * size) / BLUR) ** 2) / 2),
    ),
  );
  const across = new Float64Array(SAMPLES * side);
  for (let row = 0; row < SAMPLES; row++)
    for (let column = 0; column < SAMPLES; column++)
      if (inside[row * SAMPLES + column])
        for (let cell = 0; cell < side; cell++) across[row * side + cell]! += kernel[cell]![column]!;
  const cells = new Float64Array(CELLS);
  for (let down = 0; down < side; down++)
    for (let row = 0; row < SAMPLES; row++)
      for (let cell = 0; cell < side; cell++)
        cells[down * side + cell]! += kernel[down]![row]! * across[row * side + cell]!;
  return cells;
}
