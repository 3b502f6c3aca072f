import { expect, test } from 'vitest';
import type { Applicability, Diagnostic } from '../../server/src/core/diagnostic';
import { applyEdits, type Edit } from '../../server/src/core/edit';
import { suggestions } from '../../server/src/features/suggestions';

function finding(rule: string, applicability: Applicability, ...edits: Edit[]): Diagnostic {
  const [span = { start: 0, end: 0 }] = edits;
  return { rule, severity: 'warning', span, message: rule, fixes: [{ title: rule, applicability, edits }] };
}

const replace = (start: number, end: number, newText: string): Edit => ({ start, end, newText });

test('only what a person has to agree to is suggested, in order', () => {
  const found = suggestions([
    finding('first', 'suggested', replace(0, 1, '甲')),
    finding('second', 'safe', replace(1, 2, '乙')),
    finding('third', 'manual', replace(2, 3, '丙')),
    finding('fourth', 'suggested', replace(3, 4, '丁')),
  ]);
  expect(found.map(({ rule }) => rule)).toEqual(['first', 'fourth']);
});

test('a suggestion is made whole or not at all', () => {
  const found = suggestions([
    finding('move', 'suggested', replace(0, 0, 'd'), replace(3, 4, '')),
    finding('rival', 'suggested', replace(3, 4, 'x')),
    finding('beside', 'suggested', replace(1, 2, 'y')),
  ]);
  expect(found.map(({ rule }) => rule)).toEqual(['move', 'beside']);
  expect(
    applyEdits(
      'abcd',
      found.flatMap(({ edits }) => edits),
    ),
  ).toBe('dayc');
});

test('each occurrence can be refused by itself', () => {
  const edits = [replace(0, 1, '，'), replace(2, 3, '，')];
  const grouped: Diagnostic = { ...finding('mark', 'suggested', ...edits), occurrences: edits };
  expect(suggestions([grouped]).map((suggestion) => suggestion.edits)).toEqual([[edits[0]], [edits[1]]]);
});
