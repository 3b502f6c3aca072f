import { t } from '@vscode/l10n';
import type { ChangeAnnotation, TextDocumentEdit } from 'vscode-languageserver';
import { mergedEdit } from '../../core/edit';
import { suggestedFixes as suggestionsOf } from '../../features/suggestedFixes';
import { RULES } from '../../lint/rules/index';
import type { OpenIssue } from '../session/openIssues';
import type { SuggestionsResult } from '../protocol';
import { textEditsOf } from '../ranges';

/** All suggested fixes of an issue as one edit that the user confirms piece by piece, grouped by rule. */
export async function suggestedFixes(issue: OpenIssue): Promise<SuggestionsResult> {
  const offered = suggestionsOf(await issue.allDiagnostics());
  if (offered.length === 0) return null;
  const titles = new Map(RULES.map(({ meta }) => [meta.id, t(meta.title)]));
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const edits: TextDocumentEdit['edits'] = [];
  for (const suggestion of offered) {
    changeAnnotations[suggestion.rule] ??= {
      label: titles.get(suggestion.rule) ?? suggestion.rule,
      needsConfirmation: true,
    };
    const { text, lines } = issue.analysis.document;
    // An editor lets the user refuse each edit separately, and half a move loses or doubles a line.
    for (const edit of textEditsOf(lines, [mergedEdit(text, suggestion.edits)]))
      edits.push({ ...edit, annotationId: suggestion.rule });
  }
  return { documentChanges: [{ textDocument: { uri: issue.uri, version: issue.version }, edits }], changeAnnotations };
}
