import type { BlockKind, IssueDocument } from '../../issue/model';

/** What is counted of an issue. */
const COUNTED: ReadonlySet<BlockKind> = new Set<BlockKind>(['heading', 'rubric', 'body', 'crosshead', 'caption']);

/**
 * The prose of an issue, in simplified characters, a paragraph or printed line on each line, without spaces around marks, as
 * the language model reads it.
 */
export function proseOf({ blocks }: IssueDocument): string {
  return blocks
    .filter(({ kind }) => COUNTED.has(kind))
    .map(({ line }) => tight(line.text))
    .join('\n');
}

/** A text without white space around the marks of sentences. */
export function tight(text: string): string {
  return text.replace(/[ \u3000]+/g, (spaces, at: number) =>
    isMark(text[at - 1]) || isMark(text[at + spaces.length]) ? '' : spaces,
  );
}

function isMark(character: string | undefined): boolean {
  return character !== undefined && '，。、；：？！（）《》“”'.includes(character);
}
