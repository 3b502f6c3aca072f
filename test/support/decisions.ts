import { printedLinesOf, referenceTo } from '../../server/src/issue/structure/printedLines';
import type { BlockRole, LineReference, StructureDecision } from '../../server/src/source/sidecar/schema';
import { readMarks } from './marked';

/** Decisions about the lines of a text, each named by how it begins; `#2` behind the words names the second such line. */
export function deciderOf(text: string) {
  const lines = printedLinesOf(text);
  const line = (words: string): LineReference => {
    const [opening = '', rank = '1'] = words.split('#');
    const places = lines.spans.flatMap(({ start }, at) =>
      text
        .slice(start)
        .replace(/^[#* ]+/, '')
        .startsWith(opening)
        ? [at]
        : [],
    );
    const place = places[Number(rank) - 1];
    if (place === undefined) throw new Error(`No line begins with ${words}.`);
    return referenceTo(lines, place);
  };
  let count = 0;
  const id = (): string => `s_${String(++count)}`;
  return {
    role: (words: string, role: BlockRole): StructureDecision => ({ id: id(), kind: 'role', line: line(words), role }),
    join: (words: string): StructureDecision => ({ id: id(), kind: 'join', line: line(words) }),
    split: (words: string): StructureDecision => ({ id: id(), kind: 'split', line: line(words) }),
    continuation: (from: string, to: string): StructureDecision => ({
      id: id(),
      kind: 'continuation',
      line: line(from),
      to: line(to),
    }),
  };
}

/** A decision on the line that `⟦…⟧` marks in a text. */
export function decisionAt(marked: string): StructureDecision {
  const { text, spans } = readMarks(marked);
  const lines = printedLinesOf(text);
  const place = lines.spans.findIndex(({ start }) => start === spans[0]?.start);
  return { id: 's_1', kind: 'split', line: referenceTo(lines, place) };
}
