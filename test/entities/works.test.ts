import { expect, test } from 'vitest';
import { worksIn } from '../../server/src/entities/detect/works';
import { readMarks, writeMarks } from '../support/marked';

test.each([
  ['⟦《云川日报》⟧刊登⟦《读〈山河〉有感》⟧。', '云川日报', '读〈山河〉有感'],
  ['印发⟦《云川市河道 管理办法》⟧', '云川市河道管理办法'],
  ['⟦《The Story of the Stone》⟧', 'The Story of the Stone'],
  ['《残⟦《山河》⟧', '山河'],
  ['《》、》《山河'],
  [`《${'长'.repeat(100)}》`],
])('%s', (marked, ...names) => {
  const { text } = readMarks(marked);
  const found = worksIn(text);
  expect([writeMarks(text, found), ...found.map(({ name }) => name)]).toEqual([marked, ...names]);
});
