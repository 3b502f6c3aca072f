import type { Range } from 'vscode-languageserver';
import type { IssueParams } from './protocol';

/** What client and server say to one another about how far people agree who have annotated one issue. */
export const AgreementMethod = {
  /** Compares layers of an open issue, or copies of it: `CompareParams` to `CompareResult`, null where the issue is not open. */
  compare: 'galley/annotations/compare',
} as const;

/** The command of a client that compares annotators and lets the user decide. */
export const COMPARE_COMMAND = 'galley.compareAnnotators';

/** One annotator's work: a layer of the issue, empty for the one that every issue has, or a copy of the issue. */
export type CompareSource =
  | { readonly layer: string }
  /** The URI of an issue file with its sidecar beside it, or of the sidecar. */
  | { readonly copy: string };

export interface CompareParams extends IssueParams {
  readonly sources: readonly CompareSource[];
  /** The layer that has what was decided. */
  readonly into: string;
}

export interface CompareResult {
  /** Figures and disagreements as `galley agree` prints them. */
  readonly report: string;
  /** The names of what is compared, in the order of the sources; fewer where a source has no annotations. */
  readonly names: readonly string[];
  /** In text order, for each two annotators. */
  readonly disagreements: readonly DisagreementItem[];
  /** What all agree on and the layer neither has nor has rejected. */
  readonly agreed: readonly ReadingItem[];
  /** Sentences on what could not be compared. */
  readonly problems: readonly string[];
}

export interface DisagreementItem {
  readonly firstName: string;
  readonly secondName: string;
  /** Absent where the annotator has marked nothing there. */
  readonly first?: ReadingItem;
  readonly second?: ReadingItem;
  readonly isSettled: boolean;
}

/** How one annotator reads some words. Texts come from files: show them as plain text. */
export interface ReadingItem {
  readonly label: string;
  readonly range: Range;
  readonly words: string;
  /** What surrounds the words in their lines. */
  readonly before: string;
  readonly after: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly entity?: string;
}

/** A reading as a client sends it back. */
export type SentReading = Pick<ReadingItem, 'label' | 'range' | 'attributes' | 'entity'>;
