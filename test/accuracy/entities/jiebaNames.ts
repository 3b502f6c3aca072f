import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import type { Sentence } from '../../../training/models/entity-tagger/sentences';
import type { FoundName, MeasuredType } from './measure';

/** jieba's tags for names. */
const TYPES: Readonly<Record<string, MeasuredType>> = {
  nr: 'person',
  nrt: 'person',
  nrfg: 'person',
  ns: 'place',
  nt: 'organisation',
};

/** What jieba's own tagger reads as names, for each sentence. */
export function jiebaNames(sentences: readonly Sentence[]): (readonly FoundName[])[] {
  const jieba = Jieba.withDict(dict);
  return sentences.map(({ text }) => {
    let start = 0;
    return jieba.tag(text, true).flatMap(({ word, tag }): FoundName[] => {
      const type = TYPES[tag];
      const end = start + word.length;
      const found = type === undefined ? [] : [{ type, start, end }];
      start = end;
      return found;
    });
  });
}
