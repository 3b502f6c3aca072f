import { throughJpeg } from './draw';
import { addNoise, blur, mapInk, resize, type Image } from './image';
import type { Random } from './random';

/** How print becomes the picture that is read. Each range is drawn from once a line. */
export interface Damage {
  readonly name: string;
  /** Pixels a character. */
  readonly size: Range;
  /** How far ink runs, as a share of a character, and how much of it there must be to blacken: less than half thickens strokes. */
  readonly bleed: Range;
  readonly level: Range;
  /** Grain of paper and ink. */
  readonly grain: Range;
  /** Blur of the lens, in pixels of the picture. */
  readonly lens: Range;
  /** How black the ink is. */
  readonly black: Range;
  /** Noise of the picture. */
  readonly noise: Range;
  /** Whether the picture has only black and white, and where it separates them. */
  readonly binary?: Range;
  /** Quality of JPEG, 0 to 100. */
  readonly jpeg?: Range;
}

type Range = readonly [least: number, most: number];

/** Pixels a character as it is drawn before anything happens to it. */
export const DRAWN_SIZE = 48;

/** Prints and photographs a drawn line; `scale` is how large its typeface is printed beside others. */
export async function damaged(image: Image, damage: Damage, scale: number, random: Random): Promise<Image> {
  const draw = ([least, most]: Range): number => random.between(least, most);
  const level = draw(damage.level);
  const printed = mapInk(
    blur(image, draw(damage.bleed) * DRAWN_SIZE),
    (value) => 1 / (1 + Math.exp(-(value - level) / 0.06)),
  );
  const grain = draw(damage.grain);
  const coarse = addNoise(blank(Math.ceil(image.width / 3), Math.ceil(image.height / 3)), 1, random);
  const paper = grain > 0 ? resize(blur(coarse, 1), image.width, image.height) : undefined;
  const rough = paper
    ? { ...printed, ink: printed.ink.map((value, at) => value + grain * 3 * paper.ink[at]!) }
    : printed;
  const share = (scale * draw(damage.size)) / DRAWN_SIZE;
  const black = draw(damage.black);
  const small = resize(rough, Math.round(image.width * share), Math.round(image.height * share));
  const seen = addNoise(blur(small, draw(damage.lens)), draw(damage.noise), random);
  const bar = damage.binary && draw(damage.binary);
  const toned = mapInk(seen, bar === undefined ? (value) => black * value : (value) => (value > bar ? 1 : 0));
  return damage.jpeg ? throughJpeg(toned, Math.round(draw(damage.jpeg))) : toned;
}

function blank(width: number, height: number): Image {
  return { width, height, ink: new Float32Array(width * height) };
}
