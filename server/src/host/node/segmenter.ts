import type { Segment } from '../../features/selectionRanges';

let loading: Promise<Segment | undefined> | undefined;

/** The jieba segmenter, loaded at the first call; undefined where its binary is missing on this machine. */
export function loadSegmenter(): Promise<Segment | undefined> {
  loading ??= load().catch(() => undefined);
  return loading;
}

async function load(): Promise<Segment> {
  const [{ Jieba }, { dict }] = await Promise.all([import('@node-rs/jieba'), import('@node-rs/jieba/dict.js')]);
  const jieba = Jieba.withDict(dict);
  return (text) => jieba.cut(text, true);
}
