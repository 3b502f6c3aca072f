import type { Diagnostic } from '../../core/diagnostic';
import type { OpenIssue } from './openIssues';
import type { StatusParams } from '../protocol';

/**
 * The status of an issue with what has been found so far. A group of findings counts once and hints do not count, as in
 * the list of problems beside it. The newspaper and the date are worked out only where `isChecking` is false: they may
 * need the names of the whole issue.
 */
export function statusOf(issue: OpenIssue, found: readonly Diagnostic[], isChecking: boolean): StatusParams {
  const { uri, version, analysis } = issue;
  const findings = found.filter(({ severity }) => severity !== 'hint').length;
  const status = { uri, version, articles: analysis.document.articles.length, findings, isChecking };
  if (isChecking) return status;
  const { newspaper, date } = analysis.metadata;
  return {
    ...status,
    ...(newspaper === undefined ? {} : { title: newspaper }),
    ...(date ? { date: { value: date.value, certainty: date.certainty } } : {}),
  };
}
