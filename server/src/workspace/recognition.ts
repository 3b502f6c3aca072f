import { propertiesOf } from '../core/settings';

/** Which files of a workspace are issues, beside those named `*.issue.txt`. */
export interface Recognition {
  /** Patterns of file names, relative to each folder of the workspace. */
  readonly patterns: readonly string[];
  /** Whether `.txt` files whose text looks like an issue are issues too. */
  readonly byContent: boolean;
}

/** Reads `issueFiles` and `recognition.byContent` of the user's settings; the default stands for whatever is wrong. */
export function readRecognition(settings: unknown): Recognition {
  const { issueFiles, recognition } = propertiesOf(settings);
  return {
    patterns: Array.isArray(issueFiles) ? issueFiles.filter((pattern) => typeof pattern === 'string') : [],
    byContent: propertiesOf(recognition)['byContent'] !== false,
  };
}
