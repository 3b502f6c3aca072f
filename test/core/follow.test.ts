import { expect, test } from 'vitest';
import { followSpan } from '../../server/src/core/follow';
import { readMarks } from '../support/marked';

test.each([
  ['云川市⟦建没⟧工程', '云川市⟦建没⟧工程'],
  ['云川市⟦建没⟧工程', '\n\n云川市⟦建没⟧工程'],
  ['云川市⟦建没⟧工程', '云川市⟦建没⟧工程完成'],
  ['云川市⟦建没⟧工程', '云川⟦建没⟧工程'],
  ['云川市⟦建没⟧工程', '云川市⟦建设没⟧工程'],
  ['云川市⟦建没⟧工程', '云川市⟦⟧程'],
  ['云川市⟦⟧工程', '云川市⟦⟧程'],
  ['⟦工⟧程', '⟦⟧'],
])('%s becomes %s', (before, after) => {
  const [old, now] = [readMarks(before), readMarks(after)];
  expect(old.spans.map((span) => followSpan(span, old.text, now.text))).toEqual(now.spans);
});
