import { textOf } from '../../core/span';
import { fingerprintOf } from '../../lint/suppress';
import { dismissedIn, withDismissal, withoutDismissals } from '../../source/sidecar/model';
import type { OpenIssue } from '../session/openIssues';
import type { Sidecars } from '../session/sidecars';

/** Puts the finding with this fingerprint aside for good. Does nothing where the issue no longer has it. */
export async function dismiss(issue: OpenIssue, fingerprint: string, sidecars: Sidecars): Promise<void> {
  const diagnostics = await issue.allDiagnostics();
  const { text } = issue.analysis.document;
  const finding = diagnostics.find((diagnostic) => fingerprintOf(diagnostic, text) === fingerprint);
  if (!finding) return;
  const dismissal = { fingerprint, rule: finding.rule, text: textOf(text, finding.span), at: new Date().toISOString() };
  await sidecars.change(issue.uri, (sidecar) => withDismissal(sidecar, dismissal));
}

/** Brings back all findings of an issue that were put aside; gives their number. */
export async function restoreDismissed({ uri }: OpenIssue, sidecars: Sidecars): Promise<number> {
  let count = 0;
  await sidecars.change(uri, (sidecar) => {
    count = dismissedIn(sidecar).size;
    return withoutDismissals(sidecar);
  });
  return count;
}
