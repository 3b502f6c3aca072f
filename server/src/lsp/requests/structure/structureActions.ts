import { t } from '@vscode/l10n';
import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import type { Span } from '../../../core/span';
import { blockRole } from '../../../features/blockRole';
import { movedArticle, movedBlock, type Move } from '../../../features/structureMoves';
import { linesTouching } from '../../../issue/structure/printedLines';
import { BLOCK_ROLES } from '../../../source/sidecar/schema';
import { rangeOf, textEditsOf } from '../../ranges';
import type { OpenIssue } from '../../session/openIssues';
import { CHANGE_STRUCTURE_COMMAND, SET_BLOCK_ROLE_COMMAND, type ChangeStructureParams } from '../../structureProtocol';
import { articleFinderOf } from './articleFinderOf';
import { linesOfDocument } from './linesOfDocument';
import { roleTitle } from './words';

const MOVE = `${CodeActionKind.Refactor}.move`;

/**
 * The actions on the structure at a place. A client that can ask for a role gets one action for all roles, and has commands for
 * moves.
 */
export function structureActions(issue: OpenIssue, here: Span, clientCommands: ReadonlySet<string>): CodeAction[] {
  const { uri, analysis } = issue;
  const { document } = analysis;
  const lines = linesOfDocument(document);
  const [line] = linesTouching(lines, here);
  const span = lines.spans[line ?? -1];
  if (!span) return [];
  const range = rangeOf(document.lines, here);
  const article = articleFinderOf(document)(span.start);
  const hasDecision = document.handMade.placed.some((placed) => placed.span.start === span.start);
  const asksForRole = clientCommands.has(SET_BLOCK_ROLE_COMMAND);
  const actions: CodeAction[] = asksForRole ? [clientRoleAction(uri)] : roleActions(issue, span, { uri, range });
  if (article && article !== document.articles[0] && article.span.start === span.start)
    actions.push(commandAction(t('Join article with the one above'), { uri, kind: 'join', range }));
  if (article && article.span.start !== span.start)
    actions.push(commandAction(t('Split article here'), { uri, kind: 'split', range }));
  if (hasDecision) actions.push(commandAction(t('Revert manual structure'), { uri, kind: 'takeBack', range }));
  return asksForRole ? actions : [...actions, ...moveActions(issue, here.start)];
}

/** Reverts the decisions whose lines are gone. */
export function lostStructureAction(uri: string): CodeAction {
  const params: ChangeStructureParams = { uri, kind: 'takeBack', which: 'lost' };
  return {
    ...commandAction(t('Remove manual structure whose line is missing'), params),
    kind: CodeActionKind.QuickFix,
  };
}

function clientRoleAction(uri: string): CodeAction {
  const title = t('Set role of block…');
  const command = { title, command: SET_BLOCK_ROLE_COMMAND, arguments: [uri] };
  return { title, kind: CodeActionKind.RefactorRewrite, command };
}

function roleActions(
  { analysis }: OpenIssue,
  { start }: Span,
  place: Pick<Extract<ChangeStructureParams, { kind: 'role' }>, 'uri' | 'range'>,
): CodeAction[] {
  const current = blockRole(analysis, start);
  return BLOCK_ROLES.filter((role) => role !== current).map((role) =>
    commandAction(t('Set role: {0}', roleTitle(role)), { ...place, kind: 'role', role }),
  );
}

function moveActions({ uri, analysis }: OpenIssue, offset: number): CodeAction[] {
  const moves: readonly (readonly [string, Move | undefined])[] = [
    [t('Move block up'), movedBlock(analysis, offset, 'up')],
    [t('Move block down'), movedBlock(analysis, offset, 'down')],
    [t('Move article up'), movedArticle(analysis, offset, 'up')],
    [t('Move article down'), movedArticle(analysis, offset, 'down')],
  ];
  return moves.flatMap(([title, move]) =>
    move
      ? [{ title, kind: MOVE, edit: { changes: { [uri]: textEditsOf(analysis.document.lines, [move.edit]) } } }]
      : [],
  );
}

function commandAction(title: string, params: ChangeStructureParams): CodeAction {
  const command = { title, command: CHANGE_STRUCTURE_COMMAND, arguments: [params] };
  return { title, kind: CodeActionKind.RefactorRewrite, command };
}
