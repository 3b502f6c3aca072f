import type { CancellationToken } from 'vscode-languageserver';
import type { Diagnostic } from '../core/diagnostic';
import type { OpenIssue, OpenIssues } from './openIssues';

/** An issue at one version with all its findings. */
export interface SettledIssue {
  readonly issue: OpenIssue;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Waits for all findings of an issue. Where an edit, new settings or a dictionary overtake the analysis, the answer is
 * for the version that replaced it, so a request is never answered with nothing because of its timing. Undefined where
 * the issue was closed or the client no longer wants the answer.
 */
export async function settledIssue(
  open: OpenIssues,
  uri: string,
  token?: CancellationToken,
): Promise<SettledIssue | undefined> {
  while (!token?.isCancellationRequested) {
    const issue = open.get(uri);
    if (!issue) return undefined;
    const diagnostics = await issue.allDiagnostics();
    if (diagnostics && open.get(uri) === issue) return { issue, diagnostics };
  }
  return undefined;
}
