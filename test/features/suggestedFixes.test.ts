import { expect, test } from 'vitest';
import type { Applicability, Diagnostic } from '../../server/src/core/diagnostic';
import type { Edit } from '../../server/src/core/edit';
import { suggestedFixes } from '../../server/src/features/suggestedFixes';

function finding(rule: string, applicability: Applicability, ...edits: Edit[]): Diagnostic {
  const [span = { start: 0, end: 0 }] = edits;
  return { rule, severity: 'warning', span, message: rule, fixes: [{ title: rule, applicability, edits }] };
}

const replace = (start: number, end: number, newText: string): Edit => ({ start, end, newText });

test('only fixes that a person has to confirm are suggested, in order', () => {
  const found = suggestedFixes([
    finding('first', 'suggested', replace(0, 1, '甲')),
    finding('second', 'safe', replace(1, 2, '乙')),
    finding('third', 'manual', replace(2, 3, '丙')),
    finding('fourth', 'suggested', replace(3, 4, '丁')),
  ]);
  expect(found.map(({ rule }) => rule)).toEqual(['first', 'fourth']);
});

test('a move is suggested if nothing else is within it, and otherwise omitted', () => {
  const move = finding('move', 'suggested', replace(0, 0, 'd'), replace(3, 4, ''));
  const rulesBeside = (rival: Edit): string[] =>
    suggestedFixes([move, finding('rival', 'suggested', rival)]).map(({ rule }) => rule);
  expect(rulesBeside(replace(4, 5, 'y'))).toEqual(['move', 'rival']);
  for (const rival of [replace(1, 2, 'y'), replace(3, 4, 'x')]) expect(rulesBeside(rival)).toEqual(['rival']);
});

test('each occurrence can be refused by itself', () => {
  const edits = [replace(0, 1, '，'), replace(2, 3, '，')];
  const occurrences = edits.map((edit) => ({ span: edit, edits: [edit] }));
  const grouped: Diagnostic = { ...finding('mark', 'suggested', ...edits), occurrences };
  expect(suggestedFixes([grouped]).map((suggestion) => suggestion.edits)).toEqual([[edits[0]], [edits[1]]]);
});
