import { packageOfTraining } from '../recogniser/packages';
import type { Image } from './image';

/** The part of `@napi-rs/canvas` that is used. */
interface CanvasPackage {
  readonly createCanvas: (width: number, height: number) => Canvas;
  readonly loadImage: (bytes: Uint8Array) => Promise<unknown>;
  readonly GlobalFonts: { registerFromPath(path: string, name: string): unknown };
}

interface Canvas {
  getContext(kind: '2d'): {
    font: string;
    fillStyle: string;
    strokeStyle: string;
    lineWidth: number;
    strokeText(text: string, x: number, y: number): void;
    fillRect(x: number, y: number, width: number, height: number): void;
    fillText(text: string, x: number, y: number): void;
    measureText(text: string): { readonly width: number };
    drawImage(image: unknown, x: number, y: number): void;
    getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
  };
  toBuffer(kind: 'image/jpeg', quality: number): Uint8Array;
}

const { createCanvas, loadImage, GlobalFonts } = packageOfTraining('@napi-rs/canvas') as CanvasPackage;

/** A line of print with where each character's middle is, as a share of the image's width. */
export interface DrawnLine {
  readonly image: Image;
  readonly middles: readonly number[];
}

/** Makes a font file known under a name. Throws an `Error` where it cannot be read. */
export function registerFont(path: string, name: string): void {
  if (!GlobalFonts.registerFromPath(path, name)) throw new Error(`${path}: not a font`);
}

/** Above and below the characters and beside them, as a share of their size. */
const MARGIN = 0.12;

/** Draws a line of print with characters of `size` pixels. */
export function drawLine(text: string, font: string, size: number, weight = 0): DrawnLine {
  const measure = createCanvas(8, 8).getContext('2d');
  measure.font = `${size}px "${font}"`;
  const advances = Array.from(text, (character) => measure.measureText(character).width);
  const margin = Math.round(size * MARGIN);
  const width = Math.ceil(advances.reduce((sum, advance) => sum + advance, 0)) + 2 * margin;
  const height = size + 2 * margin;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#000';
  context.font = measure.font;
  context.strokeStyle = '#000';
  context.lineWidth = weight * size;
  const middles: number[] = [];
  let at = margin;
  Array.from(text).forEach((character, index) => {
    context.fillText(character, at, margin + size * 0.86);
    if (weight > 0) context.strokeText(character, at, margin + size * 0.86);
    middles.push((at + advances[index]! / 2) / width);
    at += advances[index]!;
  });
  return { image: inkOf(context.getImageData(0, 0, width, height).data, width, height), middles };
}

/** An image after it was stored as JPEG of a quality from 0 to 100. */
export async function throughJpeg({ width, height, ink }: Image, quality: number): Promise<Image> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const pixels = context.getImageData(0, 0, width, height);
  for (let at = 0; at < ink.length; at++) {
    pixels.data.fill(255 * (1 - Math.min(1, Math.max(0, ink[at]!))), at * 4, at * 4 + 3);
    pixels.data[at * 4 + 3] = 255;
  }
  (context as unknown as { putImageData(data: unknown, x: number, y: number): void }).putImageData(pixels, 0, 0);
  const stored = await loadImage(canvas.toBuffer('image/jpeg', quality));
  context.drawImage(stored, 0, 0);
  return inkOf(context.getImageData(0, 0, width, height).data, width, height);
}

function inkOf(pixels: Uint8ClampedArray, width: number, height: number): Image {
  return { width, height, ink: Float32Array.from({ length: width * height }, (_, at) => 1 - pixels[at * 4]! / 255) };
}
