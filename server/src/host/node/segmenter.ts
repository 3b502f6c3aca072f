import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Segment } from '../../features/selectionRanges';

let loading: Promise<Segment | undefined> | undefined;

/** The jieba segmenter, loaded at the first call; undefined where its binary is missing on this machine. */
export function loadSegmenter(): Promise<Segment | undefined> {
  loading ??= load().catch(() => undefined);
  return loading;
}

/** Reads the dictionary itself: the package's own reader also wants 6 MB of keyword statistics, which Galley does not ship. */
async function load(): Promise<Segment> {
  const dictionary = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
  const [{ Jieba }, words] = await Promise.all([import('@node-rs/jieba'), readFile(dictionary)]);
  const jieba = Jieba.withDict(words);
  return (text) => jieba.cut(text, true);
}
