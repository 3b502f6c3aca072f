import type { Edit } from '../../core/edit';
import type { OpenIssue } from '../session/openIssues';
import { runInTurns } from '../session/yieldToEventLoop';

/**
 * The edits of all safe fixes, with other work done between the steps: a long text takes seconds. Rejects with the reason
 * of the signal, or of `superseded`, as soon as one of the two is aborted.
 */
export function safeRepairs({ analysis, superseded }: OpenIssue, signal: AbortSignal): Promise<readonly Edit[]> {
  const either = AbortSignal.any([signal, superseded]);
  return runInTurns(analysis.repairsInSteps({ signal: either }), { signal: either });
}
