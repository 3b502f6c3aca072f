import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionContext,
  type Range,
} from 'vscode-languageserver';
import { t } from '@vscode/l10n';
import type { Diagnostic } from '../../core/diagnostic';
import { covers, textOf, type Span } from '../../core/span';
import { nameToAdd } from '../../features/nameToAdd';
import { quickFixes, touches } from '../../features/quickFixes';
import { lostStructure } from '../../lint/rules/lost-structure';
import { fingerprintOf } from '../../lint/suppress';
import type { OpenIssue } from '../session/openIssues';
import { ADD_ENTRY_COMMAND, ADD_TO_DICTIONARY_COMMAND, DISMISS_COMMAND, SET_RULE_SEVERITY_COMMAND } from '../protocol';
import { published, type RuleDocument } from '../session/publishDiagnostics';
import { rangeOf, spanOf, textEditsOf } from '../ranges';
import { ruleActions } from './ruleActions';
import { lostStructureAction, structureActions } from './structure/structureActions';
import { safeRepairs } from './safeRepairs';

/** The kind of “fix all safe findings”, for `editor.codeActionsOnSave`. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.galley`;

/** Edits above which an action is sent without them until it is chosen: an editor asks at every move of the cursor. */
const MANY_EDITS = 200;

/** Where an action came from, so that its edits can be made once it is chosen. */
interface Origin {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
  /** Its place among the repairs offered there. */
  readonly rank: number;
}

/** What is asked for. */
export interface CodeActionRequest {
  readonly here: Span;
  readonly context: CodeActionContext;
}

/** What quick fixes need beside the issue. */
export interface CodeActionService {
  /** Whether the client asks for the edits of a long action by `withEdits`. */
  readonly canResolve: boolean;
  /** Commands that the client has. */
  readonly commands: ReadonlySet<string>;
  readonly ruleDocument: RuleDocument;
}

/** The quick fixes for a span, the name there that can be added to a dictionary, what can be decided about the structure, and “fix all” where it is asked for. */
export async function codeActions(
  issue: OpenIssue,
  { here, context }: CodeActionRequest,
  service: CodeActionService,
  signal: AbortSignal,
): Promise<CodeAction[]> {
  const found = await issue.allDiagnostics();
  const actions: CodeAction[] = [];
  if (asksFor(context, CodeActionKind.QuickFix)) actions.push(...quickFixActions(issue, found, here, service));
  if (asksFor(context, CodeActionKind.Refactor) && service.commands.has(ADD_TO_DICTIONARY_COMMAND))
    actions.push(...addition(issue, found, here));
  if (asksFor(context, CodeActionKind.RefactorRewrite) && mayBeShown(issue, here, context))
    actions.push(...structureActions(issue, here, service.commands));
  if (asksFor(context, FIX_ALL) && !isAutomatic(context)) actions.push(...(await fixAllActions(issue, signal)));
  return actions;
}

/** The action with its edits; as it is where the text has changed since it was offered. */
export async function withEdits(issue: OpenIssue, action: CodeAction): Promise<CodeAction> {
  if (!isOrigin(action.data) || issue.version !== action.data.version) return action;
  const { uri, range, rank } = action.data;
  const { lines } = issue.analysis.document;
  const fix = quickFixes(await issue.allDiagnostics(), spanOf(lines, range))[rank];
  // New settings or a new dictionary may have changed what is offered at the same version.
  if (fix?.title !== action.title) return action;
  return { ...action, edit: { changes: { [uri]: textEditsOf(lines, fix.edits) } } };
}

function quickFixActions(
  issue: OpenIssue,
  found: readonly Diagnostic[],
  here: Span,
  { canResolve, commands, ruleDocument }: CodeActionService,
): CodeAction[] {
  const { uri, version } = issue;
  const { document } = issue.analysis;
  const { lines } = document;
  const range = rangeOf(lines, here);
  const fixes = quickFixes(found, here).map(({ title, diagnostics, edits, preferred }, rank): CodeAction => {
    const origin: Origin = { uri, version, range, rank };
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: diagnostics.map((one) => published(one, document, ruleDocument)),
      ...(canResolve && edits.length > MANY_EDITS
        ? { data: origin }
        : { edit: { changes: { [uri]: textEditsOf(lines, edits) } } }),
      ...(preferred ? { isPreferred: true } : {}),
    };
  });
  const touched = found.filter((one) => touches(one, here));
  return [
    ...fixes,
    ...touched.flatMap((one) => acceptance(issue, one, here, ruleDocument)),
    ...touched.map((one) => dismissal(issue, one, ruleDocument)),
    ...touched.flatMap((one) => (one.rule === lostStructure.meta.id ? [lostStructureAction(uri)] : [])),
    ...(commands.has(SET_RULE_SEVERITY_COMMAND) ? ruleActions(issue, touched, ruleDocument) : []),
  ];
}

/** Opens the client's dialogue that adds a name to the dictionary. */
function addition({ uri, analysis }: OpenIssue, found: readonly Diagnostic[], here: Span): CodeAction[] {
  const touched = found.filter((one) => touches(one, here));
  const name = nameToAdd(analysis, here, touched);
  if (name === undefined) return [];
  const title = t('Add “{0}” to the dictionary…', name);
  const command = { title, command: ADD_TO_DICTIONARY_COMMAND, arguments: [uri, name] };
  return [{ title, kind: CodeActionKind.Refactor, command }];
}

/** Whether the data of an action say where its edits come from. */
export function isOrigin(data: unknown): data is Origin {
  return typeof data === 'object' && data !== null && 'rank' in data && 'version' in data;
}

/** Characters of the longest selection that is taken for a word. */
const LONGEST_WORD = 20;

/** Adds the reported word to the dictionary; where more around it is selected, that. */
function acceptance(
  { uri, analysis: { document } }: OpenIssue,
  diagnostic: Diagnostic,
  selected: Span,
  ruleDocument: RuleDocument,
): CodeAction[] {
  const { form, span } = diagnostic;
  if (!form) return [];
  const isSelected = covers(selected, span) && selected.end - selected.start > span.end - span.start;
  const chosen = isSelected ? textOf(document.text, selected).trim() : '';
  const isWord = chosen !== '' && chosen.length <= LONGEST_WORD && !/[\t\r\n|]/.test(chosen);
  const word = isWord ? chosen : textOf(document.text, form);
  const title = t('Add “{0}” as correct', word);
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [published(diagnostic, document, ruleDocument)],
      command: { title, command: ADD_ENTRY_COMMAND, arguments: [uri, { type: 'word', name: word }] },
    },
  ];
}

function dismissal(
  { uri, analysis: { document } }: OpenIssue,
  diagnostic: Diagnostic,
  ruleDocument: RuleDocument,
): CodeAction {
  const title = diagnostic.occurrences
    ? t('Dismiss all findings of this kind in this issue')
    : t('Dismiss: this is not an error');
  const fingerprint = fingerprintOf(diagnostic, document.text);
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [published(diagnostic, document, ruleDocument)],
    command: { title, command: DISMISS_COMMAND, arguments: [uri, fingerprint] },
  };
}

async function fixAllActions(issue: OpenIssue, signal: AbortSignal): Promise<CodeAction[]> {
  const { analysis, uri } = issue;
  const edits = await safeRepairs(issue, signal);
  if (edits.length === 0) return [];
  const changes = { [uri]: textEditsOf(analysis.document.lines, edits) };
  return [{ title: t('Apply all safe fixes'), kind: FIX_ALL, edit: { changes } }];
}

/** Whether a client wants actions of a kind: kinds are hierarchical, and no filter asks for all. */
export function asksFor({ only }: CodeActionContext, kind: string): boolean {
  return !only || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** Whether a client says that it asks by itself. One that says nothing may be asking because the user does. */
export function isToldAutomatic({ triggerKind, only }: CodeActionContext): boolean {
  return !only && triggerKind === CodeActionTriggerKind.Automatic;
}

/** Whether actions on the structure are offered: on running text only if somebody asks, or there would be a lamp at every line. */
function mayBeShown({ analysis: { document } }: OpenIssue, here: Span, context: CodeActionContext): boolean {
  if (!isAutomatic(context)) return true;
  const block = document.blocks.find(({ span }) => span.start <= here.start && here.start <= span.end);
  return block !== undefined && block.kind !== 'body';
}

/** An editor asks at every move of the cursor; only what a person or a save asked for may take its time. */
function isAutomatic({ triggerKind, only }: CodeActionContext): boolean {
  return !only && triggerKind !== CodeActionTriggerKind.Invoked;
}
