import { createAnalyser, type AnalyserResources } from '../../server/src/analysis/analyser';
import type { Analysis } from '../../server/src/analysis/analysis';
import type { Settings } from '../../server/src/core/settings';
import { issueSource, type IssueSource } from '../../server/src/source/issueSource';

/** The analysis of a text by a separate analyser. */
export function analysed(
  text: string,
  {
    source = {},
    settings,
    ...resources
  }: { source?: Partial<Omit<IssueSource, 'text'>>; settings?: Settings } & AnalyserResources = {},
): Analysis {
  return createAnalyser(settings, resources).analyse(issueSource(text, source));
}
