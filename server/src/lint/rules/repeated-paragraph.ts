import { t } from '@vscode/l10n';
import { isHan } from '../../core/characters';
import { quote } from '../../core/quote';
import type { Block, BlockKind } from '../../issue/model';
import { issueRule } from '../rule';

/** Han characters of a line that papers do not print twice in a row; shorter ones are names, refrains or table cells. */
const HAN_ENOUGH = 8;

/** Lines that may well repeat: they stand for no words of an article. */
const MAY_REPEAT: ReadonlySet<BlockKind> = new Set(['pageMark', 'furniture', 'image', 'table', 'residue', 'credit']);

export const repeatedParagraph = issueRule({
  id: 'repeated-paragraph',
  title: 'Repeated paragraph',
  description: 'A line or paragraph that appears twice in a row.',
  severity: 'warning',
  applicability: 'suggested',
  *check({ document }) {
    let above: Block | undefined;
    for (const block of document.blocks) {
      if (above && repeats(above, block)) {
        // Each repetition is removed by itself, so that the edits of many do not overlap.
        const removal = { start: above.span.end, end: block.span.end, newText: '' };
        yield {
          span: block.content,
          message: t('This paragraph appears twice in a row: {0}', quote(document.text, block.content)),
          fixes: [{ title: t('Remove the repetition'), applicability: 'suggested', edits: [removal] }],
        };
      }
      above = block;
    }
  },
});

function repeats(one: Block, other: Block): boolean {
  if (MAY_REPEAT.has(other.kind)) return false;
  return one.line.printed === other.line.printed && hasHan(one.line.text, HAN_ENOUGH);
}

function hasHan(text: string, enough: number): boolean {
  let count = 0;
  for (let at = 0; at < text.length && count < enough; at++) if (isHan(text.charCodeAt(at))) count++;
  return count >= enough;
}
