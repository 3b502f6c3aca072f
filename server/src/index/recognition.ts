import { mayLeaveFolder } from '../core/paths';
import { propertiesOf } from '../core/settings';

/** Which files of a workspace are issues, beside those named `*.issue.txt`. */
export interface Recognition {
  /** Patterns of file names, relative to each folder of the workspace. */
  readonly patterns: readonly string[];
  /** Whether `.txt` files whose text looks like an issue are issues too. */
  readonly byContent: boolean;
}

/**
 * Reads `issueFiles` and `recognition.byContent` of the settings; whatever is wrong is ignored. The settings may come with
 * a workspace from anywhere, so a pattern cannot make the index read files outside of it.
 */
export function readRecognition(settings: unknown): Recognition {
  const { issueFiles, recognition } = propertiesOf(settings);
  return {
    patterns: Array.isArray(issueFiles) ? issueFiles.filter(isUsable) : [],
    byContent: propertiesOf(recognition)['byContent'] !== false,
  };
}

function isUsable(pattern: unknown): pattern is string {
  return typeof pattern === 'string' && !mayLeaveFolder(pattern);
}
