import type { Random } from './random';

/** Ink from 0 (paper) to 1 (black), row by row. */
export interface Image {
  readonly width: number;
  readonly height: number;
  readonly ink: Float32Array;
}

/** The same image with each pixel changed. */
export function mapInk({ width, height, ink }: Image, change: (value: number) => number): Image {
  return { width, height, ink: ink.map(change) };
}

/** Blurs an image with a normal distribution of the given standard deviation, in pixels. */
export function blur(image: Image, deviation: number): Image {
  if (deviation <= 0) return image;
  const reach = Math.max(1, Math.ceil(deviation * 3));
  const kernel = Float32Array.from({ length: 2 * reach + 1 }, (_, tap) =>
    Math.exp(-(((tap - reach) / deviation) ** 2) / 2),
  );
  const sum = kernel.reduce((total, weight) => total + weight, 0);
  const weights = kernel.map((weight) => weight / sum);
  return blurColumns(blurRows(image, weights, reach), weights, reach);
}

function blurRows({ width, height, ink }: Image, weights: Float32Array, reach: number): Image {
  const blurred = new Float32Array(ink.length);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let tap = -reach; tap <= reach; tap++) {
        const other = column + tap;
        if (other >= 0 && other < width) sum += weights[tap + reach]! * ink[row * width + other]!;
      }
      blurred[row * width + column] = sum;
    }
  return { width, height, ink: blurred };
}

function blurColumns({ width, height, ink }: Image, weights: Float32Array, reach: number): Image {
  const blurred = new Float32Array(ink.length);
  for (let row = 0; row < height; row++)
    for (let tap = -reach; tap <= reach; tap++) {
      const other = row + tap;
      if (other < 0 || other >= height) continue;
      const weight = weights[tap + reach]!;
      for (let column = 0; column < width; column++)
        blurred[row * width + column]! += weight * ink[other * width + column]!;
    }
  return { width, height, ink: blurred };
}

/** Scales an image: each new pixel is the mean of those that it covers, or is between the four around it. */
export function resize(image: Image, width: number, height: number): Image {
  return width < image.width ? shrink(image, width, height) : stretch(image, width, height);
}

function shrink(image: Image, width: number, height: number): Image {
  const ink = new Float32Array(width * height);
  const [across, down] = [image.width / width, image.height / height];
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      let sum = 0;
      let area = 0;
      for (let y = Math.floor(row * down); y < Math.min(image.height, (row + 1) * down); y++) {
        const high = Math.min(y + 1, (row + 1) * down) - Math.max(y, row * down);
        for (let x = Math.floor(column * across); x < Math.min(image.width, (column + 1) * across); x++) {
          const part = high * (Math.min(x + 1, (column + 1) * across) - Math.max(x, column * across));
          sum += part * image.ink[y * image.width + x]!;
          area += part;
        }
      }
      ink[row * width + column] = area > 0 ? sum / area : 0;
    }
  return { width, height, ink };
}

function stretch(image: Image, width: number, height: number): Image {
  const ink = new Float32Array(width * height);
  const place = (index: number, size: number, of: number): readonly [number, number, number] => {
    const exact = Math.min(of - 1, Math.max(0, ((index + 0.5) * of) / size - 0.5));
    const low = Math.floor(exact);
    return [low, Math.min(of - 1, low + 1), exact - low];
  };
  for (let row = 0; row < height; row++) {
    const [top, bottom, below] = place(row, height, image.height);
    for (let column = 0; column < width; column++) {
      const [left, right, beside] = place(column, width, image.width);
      const at = (y: number, x: number): number => image.ink[y * image.width + x]!;
      const upper = at(top, left) * (1 - beside) + at(top, right) * beside;
      const lower = at(bottom, left) * (1 - beside) + at(bottom, right) * beside;
      ink[row * width + column] = upper * (1 - below) + lower * below;
    }
  }
  return { width, height, ink };
}

/** Adds noise of the given standard deviation to every pixel. */
export function addNoise(image: Image, deviation: number, random: Random): Image {
  return deviation <= 0 ? image : mapInk(image, (value) => value + deviation * random.normal());
}
