import { alignLines } from '../core/alignLines';
import type { DescribedText, JsonObject, Sidecar, Target } from '../source/sidecar/schema';
import { lineAt, lineStartsOf, readLayout, type Layout } from './anchor/layout';
import { isAnnotation, isCorrection } from './stored';

/**
 * A sidecar as if it described another text of its issue, by the lines that both texts have, so that its offsets can be
 * compared and merged with those of that text. Neither text is needed. What is in a line that the other text does not have
 * is orphaned: its words are looked for when the text is read.
 */
export function onLayout(sidecar: Sidecar, described: DescribedText | undefined): Sidecar {
  if (!described || !sidecar.text || sidecar.text.lines === described.lines) return sidecar;
  const [before, after] = [readLayout(sidecar.text.lines), readLayout(described.lines)];
  if (!before || !after) return sidecar;
  const moved = mover(before, after);
  const all = <Item extends JsonObject & { readonly target: Target; readonly orphaned?: boolean }>(
    item: Item,
  ): Item => {
    if (item.orphaned) return item;
    const target = moved(item.target);
    return target ? { ...item, target } : { ...item, orphaned: true };
  };
  return {
    ...sidecar,
    text: described,
    annotations: sidecar.annotations.map((item) => (isAnnotation(item) ? all(item) : item)),
    ...(sidecar.rejected ? { rejected: sidecar.rejected.map(all) } : {}),
    corrections: sidecar.corrections.map((item) => (isCorrection(item) ? all(item) : item)),
  };
}

/** Moves targets from one layout to another; gives undefined where their lines are not there. */
function mover(before: Layout, after: Layout): (target: Target) => Target | undefined {
  const aligned = alignLines(before.hashes, after.hashes);
  const [oldStarts, newStarts] = [lineStartsOf(before), lineStartsOf(after)];
  const moved = (offset: number): number | undefined => {
    const line = lineAt(oldStarts, offset);
    const newLine = aligned[line] ?? -1;
    return newLine < 0 ? undefined : (newStarts[newLine] ?? 0) + offset - (oldStarts[line] ?? 0);
  };
  return (target) => {
    const start = moved(target.start);
    // The end is that of the last character, because the place after it may be in the next line.
    const last = target.end > target.start ? moved(target.end - 1) : start;
    if (start === undefined || last === undefined || last < start) return undefined;
    return { ...target, start, end: target.end > target.start ? last + 1 : start };
  };
}
