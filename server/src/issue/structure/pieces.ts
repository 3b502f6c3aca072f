import type { BlockRole } from '../../source/sidecar/schema';
import type { Block, BlockKind, HeadlineRole } from '../model';
import type { Section } from '../sections';

/** A block of a section while decisions are applied. */
export interface Piece {
  block: Block;
  part: HeadlineRole | 'rubric' | 'rest' | 'furniture';
  /** Whether a section begins with it. */
  opens: boolean;
  /** Whether a person has said that an article begins with it. */
  isSplit: boolean;
  /** Whether a person has made running text a part of a head. */
  isNewHead: boolean;
  readonly page: number;
  /** The section in which it was read. */
  readonly section: Section;
}

/** The blocks of a section, in the order of the text. */
export function piecesOf(section: Section, page: number): Piece[] {
  const piece = (block: Block, part: Piece['part']): Piece => ({
    block,
    part,
    opens: false,
    isSplit: false,
    isNewHead: false,
    page,
    section,
  });
  const pieces = [
    ...section.heads.map(({ block, role }) => piece(block, role)),
    ...(section.rubric ? [piece(section.rubric, 'rubric')] : []),
    ...section.rest.map((block) => piece(block, 'rest')),
  ].sort((one, other) => one.block.span.start - other.block.span.start);
  if (pieces[0]) pieces[0].opens = true;
  return pieces;
}

/** How many pieces `piecesOf` makes of a section. */
export function pieceCount({ heads, rubric, rest }: Section): number {
  return heads.length + (rubric ? 1 : 0) + rest.length;
}

/** Whether a piece is a part of a head. */
export function isHead({ part }: Pick<Piece, 'part'>): boolean {
  return part !== 'rest' && part !== 'furniture';
}

/** Applies to a piece the role that a person has set. */
export function withRole(piece: Piece, role: BlockRole): void {
  const [part, kind] = ROLES[role];
  const { span, content, line, level } = piece.block;
  piece.isNewHead = !isHead(piece) && isHead({ part });
  piece.block = { kind, span, content, line, ...(level === undefined ? {} : { level }), byHand: true };
  piece.part = part;
}

const ROLES: Readonly<Record<BlockRole, readonly [Piece['part'], BlockKind]>> = {
  headline: ['main', 'heading'],
  kicker: ['kicker', 'heading'],
  subhead: ['sub', 'heading'],
  rubric: ['rubric', 'rubric'],
  byline: ['rest', 'byline'],
  body: ['rest', 'body'],
  crosshead: ['rest', 'crosshead'],
  caption: ['rest', 'caption'],
  furniture: ['furniture', 'furniture'],
};
