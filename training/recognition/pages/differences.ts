/** A stretch of one text and what another has in its place; one of the two may be empty. UTF-16 offsets. */
export interface Difference {
  readonly start: number;
  readonly end: number;
  readonly otherStart: number;
  readonly otherEnd: number;
}

interface Block {
  readonly at: number;
  readonly otherAt: number;
  readonly length: number;
}

/** Where two texts differ, in order, as Python’s `difflib` finds it: around the longest common stretches. */
export function differencesOf(text: string, other: string): Difference[] {
  const differences: Difference[] = [];
  let [start, otherStart] = [0, 0];
  for (const { at, otherAt, length } of [
    ...commonBlocks(text, other),
    { at: text.length, otherAt: other.length, length: 0 },
  ]) {
    if (at > start || otherAt > otherStart) differences.push({ start, end: at, otherStart, otherEnd: otherAt });
    [start, otherStart] = [at + length, otherAt + length];
  }
  return differences;
}

/** How alike two texts are, from 0 to 1. */
export function similarity(text: string, other: string): number {
  const common = commonBlocks(text, other).reduce((sum, { length }) => sum + length, 0);
  return (2 * common) / Math.max(1, text.length + other.length);
}

function commonBlocks(text: string, other: string): Block[] {
  const places = new Map<string, number[]>();
  for (let at = 0; at < other.length; at++) {
    const row = places.get(other[at] ?? '');
    if (row) row.push(at);
    else places.set(other[at] ?? '', [at]);
  }
  const blocksBetween = (start: number, end: number, otherStart: number, otherEnd: number): Block[] => {
    const longest = longestBlock(start, end, otherStart, otherEnd);
    if (longest.length === 0) return [];
    return [
      ...blocksBetween(start, longest.at, otherStart, longest.otherAt),
      longest,
      ...blocksBetween(longest.at + longest.length, end, longest.otherAt + longest.length, otherEnd),
    ];
  };
  const longestBlock = (start: number, end: number, otherStart: number, otherEnd: number): Block => {
    let longest: Block = { at: start, otherAt: otherStart, length: 0 };
    let lengths = new Map<number, number>();
    for (let at = start; at < end; at++) {
      const next = new Map<number, number>();
      for (const otherAt of places.get(text[at] ?? '') ?? []) {
        if (otherAt < otherStart || otherAt >= otherEnd) continue;
        const length = (lengths.get(otherAt - 1) ?? 0) + 1;
        next.set(otherAt, length);
        if (length > longest.length) longest = { at: at - length + 1, otherAt: otherAt - length + 1, length };
      }
      lengths = next;
    }
    return longest;
  };
  return blocksBetween(0, text.length, 0, other.length);
}
