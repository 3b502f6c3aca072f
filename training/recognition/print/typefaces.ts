import { join } from 'node:path';
import { registerFont } from './draw';

/** A typeface of print. */
export interface Typeface {
  readonly name: string;
  readonly file: string;
  /** By how much its strokes are thickened to what newspapers print, as a share of a character's size. */
  readonly weight: number;
  /** How large it is printed beside the others: where it stays readable longer, smaller. */
  readonly scale: number;
}

/** Those of which the development set is made. */
export const PAGE_TYPEFACES: readonly Typeface[] = [
  { name: 'song', file: 'FandolSong-Regular.otf', weight: 0.03, scale: 0.94 },
  { name: 'fang', file: 'FandolFang-Regular.otf', weight: 0.035, scale: 0.97 },
  { name: 'kai', file: 'LXGWWenKai-Regular.ttf', weight: 0.01, scale: 0.88 },
];

/** Those by which the channel is measured: none of them prints the development set. */
export const CHANNEL_TYPEFACES: readonly (Typeface & { readonly onlyCommon: boolean })[] = [
  { name: 'sungti', file: 'gbsn00lp.ttf', weight: 0.035, scale: 1, onlyCommon: true },
  { name: 'kaiti', file: 'gkai00mp.ttf', weight: 0.03, scale: 1, onlyCommon: true },
  { name: 'ming', file: 'uming.ttc', weight: 0.035, scale: 1, onlyCommon: false },
  { name: 'ukai', file: 'ukai.ttc', weight: 0.03, scale: 1, onlyCommon: false },
  { name: 'hei', file: 'wqy-zenhei.ttc', weight: 0, scale: 0.95, onlyCommon: false },
];

/** The 6,763 characters of GB 2312, which every typeface has. */
export function commonCharacters(): Set<string> {
  const decoder = new TextDecoder('gbk');
  const found = new Set<string>();
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(character)) found.add(character);
    }
  return found;
}

/** Makes typefaces known by their names, from a folder of their files. */
export function registerTypefaces(typefaces: readonly Typeface[], folder: string): void {
  for (const { name, file } of typefaces) registerFont(join(folder, file), name);
}
