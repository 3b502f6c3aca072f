import type { RuleEdit } from '../annotations/repairedSidecar';
import type { CancellationSignal } from '../core/cancellation';
import type { Diagnostic } from '../core/diagnostic';
import type { Edit } from '../core/edit';
import type { Step } from '../core/steps';
import type { Settings } from '../core/settings';
import type { Mention } from '../entities/model';
import type { IssueMetadata } from '../issue/metadata';
import type { IssueDocument } from '../issue/model';
import type { Gazetteer } from '../gazetteer/model';
import type { Sidecar } from '../source/sidecar/schema';
import type { IssueSource } from '../source/issueSource';

/**
 * An analysed issue: one text with one configuration, and everything that follows from the two. Immutable. Each part is
 * computed when it is first read, and kept. Every feature, export format, command and request takes an `Analysis`.
 */
export interface Analysis {
  readonly source: IssueSource;
  readonly settings: Settings;
  /** The dictionaries that the mentions refer to; absent until they are loaded. */
  readonly gazetteer: Gazetteer | undefined;
  readonly document: IssueDocument;
  /** Reads it in steps of a few milliseconds, so that other work can run in between. */
  documentInSteps(): Generator<undefined, IssueDocument>;
  /** What the user, the file name and the page say about the issue, and what its stories imply. */
  readonly printedMetadata: IssueMetadata;
  /** The same; where nothing else dates the issue, the terms of office of the people it names do. */
  readonly metadata: IssueMetadata;
  /** The same in steps: it may need the names of the whole issue. */
  metadataInSteps(): Generator<undefined, IssueMetadata>;
  /** What the issue names, in text order: people, places, organisations, offices, dates, quantities, works. */
  readonly mentions: readonly Mention[];
  /** Computes them in steps of a few milliseconds, so that other work can run in between. */
  mentionsInSteps(): Generator<undefined, readonly Mention[]>;
  /** As the sidecar has them. */
  readonly annotations: Sidecar['annotations'];
  /** Everything to report, sorted by position. Where a user's own model has to be asked, only once the steps are done. */
  diagnostics(): readonly Diagnostic[];
  /**
   * The same in steps of a few milliseconds, so that other work can run in between. One step may yield the findings so
   * far, before the language model reads much text. A step that is a promise waits for the user's own model (see
   * core/steps). Throws the signal's reason once it is aborted.
   */
  diagnosticsInSteps(signal?: CancellationSignal): Generator<readonly Diagnostic[] | Step, readonly Diagnostic[]>;
  /**
   * The edits of all safe fixes on the source's text, without overlaps. Applied within until nothing safe is left, so
   * that a second run finds nothing to do.
   */
  repairs(options?: RepairOptions): readonly Edit[];
  /** The same in steps, so that other work can run in between. */
  repairsInSteps(options?: RepairOptions): Generator<Step, readonly Edit[]>;
}

export interface RepairOptions {
  /** Whether to take the best suggested fix of every finding too. */
  readonly alsoSuggested?: boolean;
  /** Once it is aborted, its reason is thrown. */
  readonly signal?: CancellationSignal;
  /** Gets the edits of each round on the text that the round before has left. */
  readonly onRound?: (edits: readonly RuleEdit[]) => void;
}

/** Analyses issues with one set of settings and dictionaries. Make another when either changes. */
export interface Analyser {
  readonly settings: Settings;
  /**
   * Analyses a text. `previous` is an earlier analysis of the same file, by this or another analyser: what still holds
   * for unchanged lines is taken from it.
   */
  analyse(source: IssueSource, previous?: Analysis): Analysis;
}
