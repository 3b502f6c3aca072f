import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CancellationToken,
  type CodeAction,
  type CodeActionContext,
  type Range,
} from 'vscode-languageserver';
import { t } from '@vscode/l10n';
import type { Diagnostic } from '../../core/diagnostic';
import { followSpan } from '../../core/follow';
import { covers, textOf, type Span } from '../../core/span';
import { quickFixes, touches } from '../../features/quickFixes';
import { fingerprintOf } from '../../lint/suppress';
import type { OpenIssue, OpenIssues } from '../openIssues';
import { ADD_ENTRY_COMMAND, DISMISS_COMMAND } from '../protocol';
import { published } from '../publishing';
import { rangeOf, spanOf, textEditsOf } from '../ranges';
import { settledIssue, type SettledIssue } from '../settledIssue';

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

/** What a request for code actions needs beside the issue. */
export interface CodeActionService {
  readonly open: OpenIssues;
  /** Whether the client asks for the edits of a long action by `withEdits`. */
  readonly canResolve: boolean;
}

/**
 * The quick fixes for a range, and “fix all” where it is asked for. The range is one of the issue as it was passed; the
 * answer is for the version that is open once all findings are known, and the range follows the text there.
 */
export async function codeActions(
  asked: OpenIssue,
  range: Range,
  context: CodeActionContext,
  token: CancellationToken,
  { open, canResolve }: CodeActionService,
): Promise<CodeAction[]> {
  const before = asked.snapshot.document;
  const settled = await settledIssue(open, asked.uri, token);
  if (!settled) return [];
  const { issue } = settled;
  const here = followSpan(spanOf(before.lines, range), before.text, issue.snapshot.document.text);
  const actions: CodeAction[] = [];
  if (asksFor(context, CodeActionKind.QuickFix)) actions.push(...quickFixActions(settled, here, canResolve));
  if (asksFor(context, FIX_ALL) && !isAutomatic(context)) actions.push(...fixAllActions(issue));
  return actions;
}

/** The action with its edits; as it is where the text has changed since it was offered. */
export async function withEdits(action: CodeAction, open: OpenIssues, token: CancellationToken): Promise<CodeAction> {
  if (!isOrigin(action.data)) return action;
  const { uri, version, range, rank } = action.data;
  const settled = await settledIssue(open, uri, token);
  if (settled?.issue.version !== version) return action;
  const { lines } = settled.issue.snapshot.document;
  const fix = quickFixes(settled.diagnostics, spanOf(lines, range))[rank];
  // New settings or a new dictionary may have changed what is offered at the same version.
  if (fix?.title !== action.title) return action;
  return { ...action, edit: { changes: { [uri]: textEditsOf(lines, fix.edits) } } };
}

function quickFixActions({ issue, diagnostics: found }: SettledIssue, here: Span, canResolve: boolean): CodeAction[] {
  const { uri, version } = issue;
  const { document } = issue.snapshot;
  const { lines } = document;
  const range = rangeOf(lines, here);
  const fixes = quickFixes(found, here).map(({ title, diagnostics, edits, preferred }, rank): CodeAction => {
    const origin: Origin = { uri, version, range, rank };
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: diagnostics.map((one) => published(one, document)),
      ...(canResolve && edits.length > MANY_EDITS
        ? { data: origin }
        : { edit: { changes: { [uri]: textEditsOf(lines, edits) } } }),
      ...(preferred ? { isPreferred: true } : {}),
    };
  });
  const touched = found.filter((one) => touches(one, here));
  const acceptances = touched.flatMap((one) => acceptance(issue, one, here));
  return [...fixes, ...acceptances, ...touched.map((one) => dismissal(issue, one))];
}

function isOrigin(data: unknown): data is Origin {
  return typeof data === 'object' && data !== null && 'rank' in data && 'version' in data;
}

/** Characters of the longest selection that is taken for a word. */
const LONGEST_WORD = 20;

/** Adds the doubted word to the dictionary; where more around it is selected, that. */
function acceptance({ uri, snapshot: { document } }: OpenIssue, diagnostic: Diagnostic, selected: Span): CodeAction[] {
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
      diagnostics: [published(diagnostic, document)],
      command: { title, command: ADD_ENTRY_COMMAND, arguments: [uri, { type: 'word', name: word }] },
    },
  ];
}

function dismissal({ uri, snapshot: { document } }: OpenIssue, diagnostic: Diagnostic): CodeAction {
  const title = diagnostic.occurrences ? t('Dismiss all of this kind in this issue') : t('Dismiss: this is no error');
  const fingerprint = fingerprintOf(diagnostic, document.text);
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [published(diagnostic, document)],
    command: { title, command: DISMISS_COMMAND, arguments: [uri, fingerprint] },
  };
}

function fixAllActions(issue: OpenIssue): CodeAction[] {
  const { snapshot, service, uri } = issue;
  const edits = service.repairs(snapshot);
  if (edits.length === 0) return [];
  const changes = { [uri]: textEditsOf(snapshot.document.lines, edits) };
  return [{ title: t('Apply all safe fixes'), kind: FIX_ALL, edit: { changes } }];
}

/** Whether a client wants actions of a kind: kinds are hierarchical, and no filter asks for all. */
function asksFor({ only }: CodeActionContext, kind: string): boolean {
  return !only || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** An editor asks at every move of the cursor; only what a person or a save asked for may take its time. */
function isAutomatic({ triggerKind, only }: CodeActionContext): boolean {
  return !only && triggerKind !== CodeActionTriggerKind.Invoked;
}
