import { expect, test } from 'vitest';
import { quote, quoteGap } from '../../server/src/core/quote';
import { readMarks } from '../support/marked';

test.each([
  ['推动全市实现跨越式高⟦\n\n⟧质量发展，再上台阶', '…实现跨越式高 | 质量发展，再…'],
  ['除险加⟦\n\n⟧固', '除险加 | 固'],
  ['标题\n除险加⟦\r\n\r\n⟧固\r\n后文', '除险加 | 固'],
  ['一二三四五六⟦\n⟧一二三四五六\n', '一二三四五六 | 一二三四五六'],
  ['A𠮷一二三四五⟦\n⟧一二三四五𠮷', '…𠮷一二三四五 | 一二三四五…'],
  ['险\u0007加⟦\n⟧\u202e固', '险␇加 | ␦固'],
])('the gap in %j is quoted as %s', (marked, expected) => {
  const { text, spans } = readMarks(marked);
  expect(spans.map((span) => quoteGap(text, span))).toEqual([expected]);
});

test.each([
  ['会议⟦强调⟧，', '强调'],
  ['⟦经济\n带⟧', '经济⏎带'],
  ['⟦一二三四五六七八九十一二三四五𠮷，这是后文⟧', '一二三四五六七八九十一二三四五…'],
])('%j is quoted as %s', (marked, expected) => {
  const { text, spans } = readMarks(marked);
  expect(spans.map((span) => quote(text, span))).toEqual([expected]);
});
