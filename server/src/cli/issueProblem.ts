/** What is wrong with an issue or its sidecar. */
export interface IssueProblem {
  /** Names the file or issue for the user. */
  readonly path: string;
  /** The name of the issue below the folder that holds all inputs; absent where it has none or is not known. */
  readonly name?: string;
  /** A sentence for the user. */
  readonly problem: string;
}

/** The line on a problem. */
export function problemLine({ path, problem }: IssueProblem): string {
  return `${path}: ${problem}`;
}
