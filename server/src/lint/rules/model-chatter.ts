import { t } from '@vscode/l10n';
import chatter from '../../../../dictionaries/lexicons/model-chatter.json';
import type { Finding } from '../../core/diagnostic';
import { memoize } from '../../core/cache';
import type { BlockKind, IssueDocument, Line } from '../../issue/model';
import { issueRule, replacement } from '../rule';
import { removalOf } from '../wholeLines';

const OPENINGS: readonly string[] = chatter.openings.map((opening) => opening.toLowerCase());

/** Kinds of blocks that a sentence of the model can be taken for. */
const KINDS: ReadonlySet<BlockKind> = new Set(['heading', 'body', 'crosshead', 'caption', 'residue']);

/** <|im_end|> and the like: marks that steer a model and belong to no text. */
const CONTROL_MARK = /<[|｜][^<>|｜\n]{1,40}[|｜]>/y;

export const modelChatter = issueRule({
  id: 'model-chatter',
  title: 'Remarks by the OCR model',
  description: 'Remarks that an OCR model added around the text, or a control token that it left behind.',
  severity: 'warning',
  applicability: 'suggested',
  *check({ document }) {
    yield* sentences(document);
    yield* marksOfPrograms(document);
    yield* controlMarks(document.text);
  },
});

function* sentences(document: IssueDocument): Iterable<Finding> {
  for (const block of document.blocks) {
    if (block.line.text.length > chatter.longestLine || !KINDS.has(block.kind) || !isChatter(block.line)) continue;
    yield {
      span: block.content,
      message: t('This looks like a remark by the OCR model, not text from the page'),
      fixes: [{ title: t('Delete this line'), applicability: 'suggested', edits: [removalOf(document, block.span)] }],
    };
  }
}

/** Front matter, comments and page marks that a program wrote between the lines of the page. */
function* marksOfPrograms(document: IssueDocument): Iterable<Finding> {
  const { blocks } = document;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (block?.kind !== 'residue') continue;
    let end = at;
    if (block.line.text === '---')
      while (blocks[end + 1]?.kind === 'residue' && isEntryOrFence(blocks[end + 1]?.line.text)) end++;
    else if (!/^<[!-]/.test(block.line.text)) continue;
    if (block.line.text === '---' && end < at + 2) continue;
    const span = { start: block.span.start, end: blocks[end]?.span.end ?? block.span.end };
    at = end;
    yield {
      span,
      message: t('A program inserted this between the lines of the page'),
      fixes: [{ title: t('Delete these lines'), applicability: 'suggested', edits: [removalOf(document, span)] }],
    };
  }
}

function isEntryOrFence(words = ''): boolean {
  return words === '---' || /^[A-Za-z][\w-]*:/.test(words);
}

const isChatter = memoize(({ text }: Line) => {
  const words = text.toLowerCase();
  return OPENINGS.some((opening) => words.startsWith(opening));
});

function* controlMarks(text: string): Iterable<Finding> {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    CONTROL_MARK.lastIndex = at;
    const mark = CONTROL_MARK.exec(text)?.[0];
    if (mark === undefined) continue;
    const span = { start: at, end: at + mark.length };
    yield {
      span,
      message: t('A control token of the OCR model'),
      fixes: [replacement(span, '', 'suggested', t('Remove the token'))],
    };
  }
}
