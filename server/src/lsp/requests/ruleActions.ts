import { t } from '@vscode/l10n';
import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import { SEVERITIES, type Diagnostic, type Severity } from '../../core/diagnostic';
import { RULES } from '../../lint/rules/index';
import type { OpenIssue } from '../session/openIssues';
import { SET_RULE_SEVERITY_COMMAND } from '../protocol';
import { published, type RuleDocument } from '../session/publishDiagnostics';

/** For each rule with a finding among those given: lower its severity, and turn it off. The client changes its settings. */
export function ruleActions(
  { uri, analysis }: OpenIssue,
  diagnostics: readonly Diagnostic[],
  ruleDocument: RuleDocument,
): CodeAction[] {
  return RULES.flatMap(({ meta }) => {
    const found = diagnostics.filter(({ rule }) => rule === meta.id);
    if (found.length === 0) return [];
    const action = (title: string, severity: Severity | 'off'): CodeAction => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: found.map((one) => published(one, analysis.document, ruleDocument)),
      command: { title, command: SET_RULE_SEVERITY_COMMAND, arguments: [uri, meta.id, severity] },
    });
    const name = t(meta.title);
    const configured = analysis.settings.rules[meta.id]?.severity ?? meta.severity;
    const lower = configured === 'off' ? undefined : SEVERITIES[SEVERITIES.indexOf(configured) + 1];
    // A finding with a severity of its own keeps it, whatever the rule's is.
    const isLowered = found.some(({ severity }) => severity === configured);
    return [
      ...(lower && isLowered ? [action(t('Lower “{0}” to {1}', name, inWords(lower)), lower)] : []),
      action(t('Turn off the rule “{0}”', name), 'off'),
    ];
  });
}

function inWords(severity: Severity): string {
  switch (severity) {
    case 'error':
      return t('error');
    case 'warning':
      return t('warning');
    case 'info':
      return t('information');
    case 'hint':
      return t('hint');
  }
}
