import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLine } from '../../../server/src/issue/structure/findLine';
import { followStructure } from '../../../server/src/issue/structure/follow';
import { printedLinesOf } from '../../../server/src/issue/structure/printedLines';
import type { StructureDecision } from '../../../server/src/source/sidecar/schema';
import { decisionAt } from '../../support/decisions';

/** A line that a test knows whatever is edited around it. */
interface Line {
  readonly id: number;
  readonly words: string;
}

interface Edit {
  readonly kind: 'insert' | 'copy' | 'remove' | 'correct' | 'move' | 'mark';
  readonly at: number;
  readonly to: number;
  readonly words: string;
}

/** Few words, so that many lines are equal or alike. */
const words = fc
  .array(fc.constantFrom('会议', '通知', '云川', '公园', '群众', '启事', '河堤', '完工', '新桥', '一', '二'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''));
const lines = fc
  .array(words, { minLength: 12, maxLength: 60, size: 'max' })
  .map((all): Line[] => all.map((line, id) => ({ id, words: line })));
const edits = fc.array(
  fc.record<Edit>({
    kind: fc.constantFrom('insert', 'copy', 'remove', 'correct', 'move', 'mark'),
    at: fc.nat(10_000),
    to: fc.nat(10_000),
    words,
  }),
  { minLength: 200, maxLength: 200, size: 'max' },
);

/**
 * The lines after an edit that leaves the words of one line alone. It makes no copy of that line, and moves none of several
 * equal ones: nothing would show which of them is meant.
 */
function edited(
  before: readonly Line[],
  kept: Line,
  { kind, at, to, words: added }: Edit,
  id: number,
): readonly Line[] {
  const from = at % before.length;
  const place = to % before.length;
  const line = before[from] as Line;
  const isEqual = (other: string): boolean => other.replaceAll('。', '') === kept.words.replaceAll('。', '');
  const isOneOfSeveral = before.filter((other) => isEqual(other.words)).length > 1;
  const after = [...before];
  const replace = (corrected: string) => isEqual(corrected) || after.splice(from, 1, { id: line.id, words: corrected });
  if (kind === 'insert' && !isEqual(added)) after.splice(place, 0, { id, words: added });
  if (kind === 'copy' && !isEqual(line.words)) after.splice(place, 0, { id, words: line.words });
  if (kind === 'move' && !(isEqual(line.words) && isOneOfSeveral)) after.splice(place, 0, ...after.splice(from, 1));
  if (line.id === kept.id) return after;
  if (kind === 'remove' && before.length > 4) after.splice(from, 1);
  if (kind === 'mark') after.splice(from, 1, { id: line.id, words: `${line.words}。` });
  if (kind === 'correct') replace(line.words.slice(0, -1) + added.slice(0, 1));
  return after;
}

const textOf = (all: readonly Line[]): string => all.map((line) => line.words).join('\n\n');
const lineOf = (decision: StructureDecision | undefined, all: readonly Line[]): number | undefined =>
  decision && all[findLine(printedLinesOf(textOf(all)), decision.line) ?? -1]?.id;

test('after 200 edits elsewhere, a decision is on its line or on none', () => {
  let placed = 0;
  const runs = 100;
  fc.assert(
    fc.property(lines, fc.nat(10_000), edits, (first, at, all) => {
      const kept = first[at % first.length] as Line;
      const decision = decisionAt(first.map((line) => (line === kept ? `⟦${line.words}⟧` : line.words)).join('\n\n'));
      let now: readonly Line[] = first;
      let followed: readonly StructureDecision[] = [decision];
      for (const [count, edit] of all.entries()) {
        const next = edited(now, kept, edit, 1000 + count);
        followed = followStructure(followed, textOf(now), textOf(next));
        now = next;
      }
      expect([kept.id, undefined]).toContain(lineOf(decision, now));
      expect([kept.id, undefined]).toContain(lineOf(followed[0], now));
      if (lineOf(followed[0], now) === kept.id) placed++;
      const without = now.filter(({ id }) => id !== kept.id);
      expect(lineOf(followed[0], without)).toBeUndefined();
    }),
    { numRuns: runs },
  );
  expect(placed).toBeGreaterThan(0.95 * runs);
});
