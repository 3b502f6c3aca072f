import type { Block, Headline, HeadlineRole } from '../model';
import { LONGEST_CROSSHEAD, type SectionParts } from '../sections';
import { isHead, type Piece } from './pieces';

/** What a section consists of that is made of these pieces. */
export function partsOf(pieces: readonly Piece[]): SectionParts {
  const first = firstOfText(pieces);
  const firstSection = pieces[0]?.section;
  const heads: Piece[] = [];
  const rubrics: Piece[] = [];
  const rest: Block[] = [];
  pieces.forEach((piece, at) => {
    const { block, part, section } = piece;
    if (part === 'rubric') rubrics.push(piece);
    else if (opensAsHeadline(pieces, at)) heads.push({ ...piece, part: 'main', block: { ...block, kind: 'heading' } });
    else if (!isHead(piece)) rest.push(block);
    // The head of an article that goes on with the one above is within its text.
    else if (at > first && section !== firstSection && !block.byHand) rest.push(withinText(block));
    else heads.push(piece);
  });
  const rubric = rubrics.find(({ block }) => block.byHand) ?? rubrics[0];
  const others = rubrics
    .filter((piece) => piece !== rubric)
    .map(({ block }) => (block.byHand ? block : withinText(block)));
  const isDisplaced = rubric !== undefined && pieces.indexOf(rubric) > first;
  return {
    heads: withOneHeadline(heads),
    rubric: isDisplaced ? undefined : rubric?.block,
    displaced: isDisplaced ? rubric.block : undefined,
    rest: [...rest, ...others].sort((one, other) => one.span.start - other.span.start),
  };
}

/** The place of the first piece below the head. */
function firstOfText(pieces: readonly Piece[]): number {
  const at = pieces.findIndex(({ part, block: { kind } }) => part === 'rest' && kind !== 'jump' && kind !== 'metadata');
  return at < 0 ? pieces.length : at;
}

/** Whether an article that a person has split off begins with what was a crosshead. */
function opensAsHeadline(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (at > 0 || !piece?.isSplit || piece.block.kind !== 'crosshead' || piece.block.byHand) return false;
  return !pieces.some(isHead);
}

function withinText(block: Block): Block {
  const isShort = block.content.end - block.content.start < LONGEST_CROSSHEAD;
  return { ...block, kind: isShort ? 'crosshead' : 'body' };
}

/**
 * The lines of a head with their roles. Where a person has named the headline, the other lines are above or below it; where none
 * is left, one is chosen. What a person has said stays.
 */
function withOneHeadline(heads: readonly Piece[]): Headline[] {
  const [first] = heads;
  const isAsRead = heads.every(({ block, section }) => !block.byHand && section === first?.section);
  const main = mainOf(heads);
  if (isAsRead && heads[main]?.part === 'main')
    return heads.map(({ part, block }) => ({ role: part as HeadlineRole, block }));
  return heads.map((piece, at): Headline => ({ role: roleOf(piece, at, main), block: piece.block }));
}

/** The place of the headline, -1 if the head has none. */
function mainOf(heads: readonly Piece[]): number {
  const byHand = heads.findIndex(({ part, block }) => part === 'main' && block.byHand);
  const inferred = heads.findIndex(({ part }) => part === 'main');
  if (byHand >= 0 || inferred >= 0) return byHand >= 0 ? byHand : inferred;
  const sub = heads.findIndex(({ part, block }) => part === 'sub' && !block.byHand);
  return sub >= 0 ? sub : heads.findLastIndex(({ block }) => !block.byHand);
}

function roleOf({ part, block }: Piece, at: number, main: number): HeadlineRole {
  if (block.byHand) return part as HeadlineRole;
  if (at === main) return 'main';
  return at < main || main < 0 ? 'kicker' : 'sub';
}
