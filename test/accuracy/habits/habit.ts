import type { Random } from './random';
import type { SourceIssue } from './source';
import type { TrueIssue } from './truth';

/** One way in which texts of newspapers are written. */
export interface Habit {
  /** The name of its file, and of its row in docs/figures. */
  readonly name: string;
  write(issue: SourceIssue, random: Random): TrueIssue;
}
