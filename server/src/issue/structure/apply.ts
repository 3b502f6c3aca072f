import { sectionFrom, type Section } from '../sections';
import type { Block } from '../model';
import { partsOf } from './parts';
import { isHead, pieceCount, piecesOf, withRole, type Piece } from './pieces';
import type { HandMadeStructure } from './model';

/** Sections as people have decided them. */
export interface DecidedSections {
  /** By page, as they are given; a section that is joined to one on an earlier page is on that page. */
  readonly sections: readonly (readonly Section[])[];
  /** Blocks that belong to no section any more. */
  readonly furniture: readonly Block[];
}

/**
 * Changes the sections of an issue as people have decided. A section about which nothing was decided stays the same object.
 *
 * A kicker, a headline or a rubric that was running text begins an article, unless it is beside the head of one. An article that
 * loses its whole head goes on with the article above it on its page.
 */
export function applyDecisions(
  inferred: readonly (readonly Section[])[],
  { placed }: HandMadeStructure,
): DecidedSections {
  if (placed.length === 0) return { sections: inferred, furniture: [] };
  const read = inferred.flatMap((sections, page) => sections.flatMap((section) => piecesOf(section, page)));
  const pieceAt = new Map(read.map((piece) => [piece.block.span.start, piece]));
  const decided = placed.flatMap(({ decision, span }) => {
    const piece = pieceAt.get(span.start);
    return piece ? [{ decision, piece }] : [];
  });
  for (const { decision, piece } of decided) if (decision.kind === 'role') withRole(piece, decision.role);
  const pieces = withoutFurniture(read);
  closeHeadless(pieces);
  releaseText(pieces);
  openNewHeads(pieces);
  for (const { decision, piece } of decided) if (decision.kind === 'split') piece.opens = piece.isSplit = true;
  for (const { decision, piece } of decided) if (decision.kind === 'join') joinAbove(pieces, piece);
  const sections = inferred.map((): Section[] => []);
  for (const group of groupsOf(pieces)) sections[group[0]?.page ?? 0]?.push(sectionOf(group));
  return { sections, furniture: read.flatMap(({ part, block }) => (part === 'furniture' ? [block] : [])) };
}

/** The pieces that are not furniture. If furniture began a section, what follows it there begins the section. */
function withoutFurniture(read: readonly Piece[]): Piece[] {
  read.forEach((piece, at) => {
    const next = read[at + 1];
    if (piece.part === 'furniture' && piece.opens && next?.section === piece.section) next.opens = true;
  });
  return read.filter(({ part }) => part !== 'furniture');
}

/** Sections whose heads are all said to be something else go on with the section above. */
function closeHeadless(pieces: readonly Piece[]): void {
  const headed = new Set(pieces.flatMap((piece) => (isHead(piece) ? [piece.section] : [])));
  pieces.forEach((piece, at) => {
    const { section } = piece;
    const hadHead = section.heads.length > 0 || (section.rubric !== undefined && !section.rubricDisplaced);
    const isFirstOfPage = pieces[at - 1]?.page !== piece.page;
    if (piece.opens && hadHead && !headed.has(section) && !isFirstOfPage) piece.opens = false;
  });
}

/** Running text above the rest of a head is the end of the article above it on its page. */
function releaseText(pieces: readonly Piece[]): void {
  pieces.forEach((piece, at) => {
    const next = pieces[at + 1];
    const isText = piece.block.byHand && (piece.block.kind === 'body' || piece.block.kind === 'crosshead');
    if (!piece.opens || !isText || next?.section !== piece.section || pieces[at - 1]?.page !== piece.page) return;
    if (!pieces.some((other) => other.section === piece.section && isHead(other))) return;
    piece.opens = false;
    next.opens = true;
  });
}

/** Running text that is said to be a head begins an article, or belongs to the head beside it. From the end to the start. */
function openNewHeads(pieces: readonly Piece[]): void {
  for (let at = pieces.length - 1; at >= 0; at--) {
    const piece = pieces[at] as Piece;
    if (!piece.isNewHead || piece.part === 'sub') continue;
    const [above, below] = [pieces[at - 1], pieces[at + 1]];
    const isAboveHead = below?.opens === true && isHead(below) && below.page === piece.page;
    const isBelowHead = !piece.opens && above !== undefined && isHead(above) && !above.isNewHead;
    if (isBelowHead || (piece.part === 'rubric' && !isAboveHead)) continue;
    piece.opens = true;
    if (isAboveHead) below.opens = false;
  }
}

/** Joins the section to which a piece of its head belongs to the section above. */
function joinAbove(pieces: readonly Piece[], piece: Piece): void {
  let first = pieces.indexOf(piece);
  if (!isHead(piece) && !piece.opens) return;
  while (first > 0 && !pieces[first]?.opens) first--;
  const opener = pieces[first];
  if (opener && first > 0) opener.opens = false;
}

function groupsOf(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    if (group && !piece.opens) group.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function sectionOf(group: readonly Piece[]): Section {
  const [{ section }] = group as [Piece];
  const isUntouched = group.every((piece) => piece.section === section && !piece.block.byHand);
  return isUntouched && group.length === pieceCount(section) ? section : sectionFrom(partsOf(group));
}
