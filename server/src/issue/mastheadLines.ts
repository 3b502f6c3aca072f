import type { Block } from './model';
import { isDateLine } from './notices';
import { VOCABULARY } from './vocabulary';

/** So many blocks from the top, the name of the paper and the date may stand. */
const TOP = 4;

/** Marks the date that stands alone right below the name of the paper, at the top of a text, as furniture. */
export function withMasthead(blocks: readonly Block[]): readonly Block[] {
  const name = blocks
    .slice(0, TOP)
    .findIndex(({ line }) => VOCABULARY.paperName.test(line.text.replace(/[\s　]/g, '')));
  const date = blocks[name + 1];
  if (name < 0 || date?.kind !== 'body' || !isDateLine(date.line)) return blocks;
  return blocks.map((block) => (block === date ? { ...date, kind: 'furniture' } : block));
}
