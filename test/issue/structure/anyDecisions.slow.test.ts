import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIssue } from '../../../server/src/issue/parse';
import { printedLinesOf, referenceTo } from '../../../server/src/issue/structure/printedLines';
import { BLOCK_ROLES, type StructureDecision } from '../../../server/src/source/sidecar/schema';

const TEXTS = ['ycrb-20240518-01.txt', 'ycrb-20240518-03.txt', 'ycrb-20240519.txt'].map((name) =>
  readFileSync(new URL(`../../corpus/${name}`, import.meta.url), 'utf8'),
);

/** What is decided, about which lines: their indexes are taken within the number of lines. */
const choices = fc.array(
  fc.record({
    kind: fc.constantFrom('role', 'join', 'split', 'continuation'),
    role: fc.constantFrom(...BLOCK_ROLES),
    line: fc.nat(10_000),
    to: fc.nat(10_000),
  }),
  { minLength: 1, maxLength: 30 },
);

test('with any decisions, articles are in order and do not overlap, and a block has the role that was set', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TEXTS), choices, (text, chosen) => {
      const lines = printedLinesOf(text);
      const reference = (line: number) => referenceTo(lines, line % lines.spans.length);
      const decisions = chosen.map(({ kind, role, line, to }, at): StructureDecision => {
        const base = { id: `s_${String(at)}`, line: reference(line) };
        if (kind === 'role') return { ...base, kind, role };
        return kind === 'continuation' ? { ...base, kind, to: reference(to) } : { ...base, kind };
      });
      const { articles, blocks, handMade } = parseIssue(text, undefined, decisions);
      expect(handMade.unplaced).toEqual([]);
      let end = 0;
      for (const [order, { span, ...article }] of articles.entries()) {
        expect(article.order).toBe(order);
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThan(span.start);
        end = span.end;
      }
      for (const { decision, span } of handMade.placed) {
        if (decision.kind !== 'role') continue;
        const kind = { headline: 'heading', kicker: 'heading', subhead: 'heading' }[decision.role as string];
        const block = blocks.find((one) => one.span.start === span.start);
        expect(block?.kind).toBe(kind ?? decision.role);
      }
    }),
    { numRuns: 300 },
  );
});
