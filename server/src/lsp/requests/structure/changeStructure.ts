import { t } from '@vscode/l10n';
import type { Connection, Position, Range } from 'vscode-languageserver';
import { applyEdits } from '../../../core/edit';
import { linesOf } from '../../../core/lines';
import type { Span } from '../../../core/span';
import { movedArticle, movedBlock } from '../../../features/structureMoves';
import { withoutStructure, withStructure } from '../../../issue/structure/decisions';
import { withReferencesOf } from '../../../issue/structure/follow';
import type { PrintedLines } from '../../../issue/structure/printedLines';
import type { StructureDecision } from '../../../source/sidecar/schema';
import { rangeOf, textEditsOf } from '../../ranges';
import type { OpenIssue } from '../../session/openIssues';
import type { Sidecars } from '../../session/sidecars';
import type { ChangeStructureResult, StructureChange } from '../../structureProtocol';
import { decideContinuation, decideJoin, decideRole, decideSplit, type Signature } from './decide';
import { decisionsAt } from './decisionsAt';
import { linesOfDocument } from './linesOfDocument';

/** What a change of the structure needs beside the issue. */
export interface ChangeStructureContext {
  readonly connection: Connection;
  readonly sidecars: Sidecars;
  readonly signature: Signature;
  /** The span of a range that the client sent, in the text of the issue. */
  spanIn(range: Range): Span;
}

/**
 * Carries out a change: decides and reverts in the sidecar, moves with one edit of the text. Rejects with a sentence for the
 * user where that cannot be done.
 */
export async function changeStructure(
  issue: OpenIssue,
  change: StructureChange,
  context: ChangeStructureContext,
): Promise<ChangeStructureResult> {
  if (change.kind === 'move') return move(issue, change, context);
  const { analysis, uri } = issue;
  const lines = linesOfDocument(analysis.document);
  // What the sidecar says of other lines is brought up to date with it, because lines of this text are looked up below.
  const followed = analysis.source.sidecar;
  if (change.kind === 'takeBack') {
    const ids = idsToTakeBack(issue, change, lines, context);
    if (ids.size === 0) throw new Error(t('There is no manual structure here.'));
    await context.sidecars.change(uri, (sidecar) => withoutStructure(withReferencesOf(sidecar, followed), ids, lines));
    return { takenBack: ids.size };
  }
  const added = decisionsOf(issue, change, lines, context);
  await context.sidecars.change(uri, (sidecar) => withStructure(withReferencesOf(sidecar, followed), added, lines));
  return {};
}

type Decision = Exclude<StructureChange, { readonly kind: 'move' | 'takeBack' }>;

function decisionsOf(
  { analysis: { document } }: OpenIssue,
  change: Decision,
  lines: PrintedLines,
  { signature, spanIn }: ChangeStructureContext,
): readonly StructureDecision[] {
  const here = spanIn(change.range);
  switch (change.kind) {
    case 'role':
      return decideRole(lines, here, change.role, signature);
    case 'join':
      return decideJoin(document, lines, here, signature);
    case 'split':
      return decideSplit(document, lines, here, signature);
    case 'continuation':
      return decideContinuation(document, lines, [here, spanIn(emptyRange(change.to))], signature);
  }
}

function idsToTakeBack(
  { analysis: { document } }: OpenIssue,
  change: Extract<StructureChange, { readonly kind: 'takeBack' }>,
  lines: PrintedLines,
  { spanIn }: ChangeStructureContext,
): ReadonlySet<string> {
  const { placed, unplaced } = document.handMade;
  const all = [...placed.map(({ decision }) => decision), ...unplaced];
  if ('range' in change)
    return new Set(decisionsAt(document, lines, spanIn(change.range)).map(({ decision }) => decision.id));
  if (change.which === 'all') return new Set(all.map(({ id }) => id));
  if (change.which === 'lost') return new Set(unplaced.map(({ id }) => id));
  const wanted = new Set(change.which);
  return new Set(all.flatMap(({ id }) => (wanted.has(id) ? [id] : [])));
}

async function move(
  { uri, version, analysis }: OpenIssue,
  { range, what, direction }: Extract<StructureChange, { readonly kind: 'move' }>,
  { connection, spanIn }: ChangeStructureContext,
): Promise<ChangeStructureResult> {
  const { text, lines } = analysis.document;
  const { start } = spanIn(range);
  const moved = what === 'block' ? movedBlock(analysis, start, direction) : movedArticle(analysis, start, direction);
  if (!moved) throw new Error(t('There is nothing to move here, or it cannot move any further.'));
  const edits = textEditsOf(lines, [moved.edit]);
  const { applied } = await connection.workspace.applyEdit({
    documentChanges: [{ textDocument: { uri, version }, edits }],
  });
  if (!applied) throw new Error(t('The editor did not apply the change. Try again.'));
  const at = linesOf(applyEdits(text, [moved.edit]));
  return { position: rangeOf(at, { start: moved.start, end: moved.start }).start };
}

function emptyRange(position: Position): Range {
  return { start: position, end: position };
}
