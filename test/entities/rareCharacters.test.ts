import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createTagger } from '../../server/src/entities/detect/tagger/tagger';
import { analysed } from '../support/analysed';
import { readMarks } from '../support/marked';

const tagger = createTagger(readFileSync(new URL('../../dictionaries/models/entity-tagger.bin', import.meta.url)));

test.each([
  '# 会议召开\n\n代市长⟦欧阳𠮷⟧主持会议。市长⟦陈小𠮷⟧出席。\n',
  '# 会议召开\n\n市长⟦陈小明\u{e0100}⟧主持会议。\n',
])('names contain complete rare characters: %s', (marked) => {
  const { text, spans } = readMarks(marked);
  const people = analysed(text, { tagger }).mentions.filter(({ type }) => type === 'person');
  expect(people.map(({ span }) => span)).toEqual(spans);
  expect(people.map(({ name }) => name)).toEqual(spans.map(({ start, end }) => text.slice(start, end)));
});
