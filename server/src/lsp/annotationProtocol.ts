import type { Position, Range } from 'vscode-languageserver';
import type { AnchorState } from '../annotations/model';
import type { Shape } from '../annotations/labels/schema';
import type { Comment } from '../source/sidecar/schema';
import type { SentReading } from './agreementProtocol';
import type { IssueParams } from './protocol';

/** What client and server say to one another about annotations. */
export const AnnotationMethod = {
  /** Server to client: where the annotations of an issue are: `AnnotationsParams`. Sent when an editor's own marks would be wrong. */
  annotations: 'galley/annotations',
  /** The same, asked for: `AnnotationsParams`, null where the issue is not open. */
  get: 'galley/annotations/get',
  /** The labels for an issue: `LabelsResult`. */
  labels: 'galley/annotations/labels',
  /** Server to client: the labels of the workspace have changed. */
  labelsChanged: 'galley/annotations/labelsChanged',
  /** Changes annotations: `ChangeParams` to `ChangeResult`. Also a command, for editors without a client of Galley. */
  change: 'galley/annotations/change',
  /** What is at a place: `AtParams` to `AtResult`. */
  at: 'galley/annotations/at',
  /** The next annotation or suggestion: `NextParams` to `NextResult`. */
  next: 'galley/annotations/next',
  /** What Galley would annotate in an issue: `SuggestionsParams` to `SuggestionItem[]`. */
  suggestions: 'galley/annotations/suggestions',
  /** The places of some words that can be annotated: `OccurrencesOfParams` to `OccurrencesOfResult`, null if stopped. */
  occurrences: 'galley/annotations/occurrences',
  /** Changes annotations of many issues, open or not: `ChangeIssuesParams` to `ChangeIssuesResult`. */
  changeIssues: 'galley/annotations/changeIssues',
  /** The annotations of an issue with what the view shows of them: `ListParams` to `AnnotationItem[]`. */
  list: 'galley/annotations/list',
  /** Client to server: the layers that the user works with have changed: `LayerChoice`. Also `layers` of `initializationOptions`. */
  chooseLayers: 'galley/annotations/chooseLayers',
  /** The layers of an issue or of the workspace: `LayersParams` to `LayerItem[]`. */
  layers: 'galley/annotations/layers',
  /** The places where an annotation without a certain place may belong: `CandidatesParams` to `CandidateItem[]`. */
  candidates: 'galley/annotations/candidates',
  /** What two people have changed differently, apart from annotations: `IssueParams` to `KeptConflictItem[]`. */
  conflicts: 'galley/annotations/conflicts',
  /** Resolves one of these: `ResolveConflictParams` to whether there was such a conflict. */
  resolveConflict: 'galley/annotations/resolveConflict',
  /** The original OCR text: a string. */
  original: 'galley/annotations/original',
} as const;

/** The command that is `AnnotationMethod.change` for any editor; its argument is `ChangeParams`. */
export const CHANGE_ANNOTATIONS_COMMAND = 'galley.changeAnnotations';

/** The command that is `AnnotationMethod.resolveConflict` for any editor; its argument is `ResolveConflictParams`. */
export const RESOLVE_CONFLICT_COMMAND = 'galley.resolveConflict';

/** The command of a client that lets the user choose a label for the selection. */
export const ANNOTATE_COMMAND = 'galley.annotation.annotate';

/** A label in the language of the interface. */
export interface LabelItem {
  readonly id: string;
  readonly title: string;
  readonly shape?: Shape;
  readonly key?: string;
  readonly colour?: {
    readonly light: string;
    readonly dark: string;
    readonly highContrast?: string;
    readonly highContrastLight?: string;
  };
  readonly attributes: readonly { readonly id: string; readonly title: string; readonly values: readonly string[] }[];
}

export interface RelationItem {
  readonly id: string;
  readonly title: string;
  readonly from?: readonly string[];
  readonly to?: readonly string[];
}

export interface LabelsResult {
  readonly labels: readonly LabelItem[];
  readonly relations: readonly RelationItem[];
  /** The layer that new annotations are in; absent for the one that every issue has. */
  readonly layer?: string;
}

/** Where the annotations of one version are, as numbers in a row, because one issue may have ten thousand. */
export interface AnnotationsParams extends IssueParams {
  readonly version: number;
  /** The labels that occur. */
  readonly labels: readonly string[];
  readonly ids: readonly string[];
  /** Those of them that have conflicts. */
  readonly inConflict: readonly string[];
  /** For each annotation: its label, its state (see `STATES`), line and column of its start, and of its end. */
  readonly places: readonly number[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The states of annotations by their number in `AnnotationsParams`. */
export const STATES: readonly AnchorState[] = ['anchored', 'moved', 'changed', 'ambiguous', 'orphaned', 'deleted'];

/** A change as a client orders it. */
export type ClientChange =
  | { readonly kind: 'add'; readonly label: string; readonly ranges: readonly Range[]; readonly comment?: string }
  | { readonly kind: 'accept' | 'reject'; readonly items: readonly { readonly label: string; readonly range: Range }[] }
  | { readonly kind: 'relabel'; readonly ids: readonly string[]; readonly label: string }
  | { readonly kind: 'setAttribute'; readonly ids: readonly string[]; readonly name: string; readonly value: string }
  | { readonly kind: 'setLayer'; readonly ids: readonly string[]; readonly layer: string }
  | { readonly kind: 'move'; readonly id: string; readonly range: Range }
  | {
      readonly kind: 'resize';
      readonly id: string;
      readonly edge: 'start' | 'end';
      readonly unit: 'character' | 'word';
      readonly grow: boolean;
    }
  | { readonly kind: 'confirm' | 'remove'; readonly ids: readonly string[] }
  | { readonly kind: 'resolveConflict'; readonly id: string; readonly at: number; readonly take: 'kept' | 'other' }
  | { readonly kind: 'comment'; readonly id: string; readonly text: string }
  | { readonly kind: 'editComment'; readonly id: string; readonly at: number; readonly text: string }
  | { readonly kind: 'resolve'; readonly id: string; readonly resolved: boolean }
  | { readonly kind: 'relate'; readonly type: string; readonly from: string; readonly to: string }
  | { readonly kind: 'unrelate'; readonly id: string }
  | {
      /** Decides about readings of other layers: those that this layer has from now on, and those that it does not have. */
      readonly kind: 'adjudicate';
      readonly layer: string;
      readonly take: readonly SentReading[];
      readonly reject: readonly SentReading[];
    }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

export interface ChangeParams extends IssueParams {
  readonly change: ClientChange;
}

export interface ChangeResult {
  /** How many records were changed; none where there was nothing to do. */
  readonly changed: number;
  /** The annotations that were added or given another place. */
  readonly added: readonly { readonly id: string; readonly range: Range }[];
}

export interface AtParams extends IssueParams {
  readonly range: Range;
  /** Whether the word is wanted. The first time, the segmenter is loaded for it. */
  readonly withWord?: boolean;
}

export interface AtResult {
  /** The shortest first. */
  readonly annotations: readonly AnnotationItem[];
  readonly suggestions: readonly SuggestionItem[];
  /** The word at the cursor, or the selection; null where there is none or it was not asked for. */
  readonly word: Range | null;
}

/** An annotation with all that is known of it. Texts come from files: show them as plain text. */
export interface AnnotationItem {
  readonly id: string;
  readonly label: string;
  readonly range: Range;
  readonly state: AnchorState;
  /** Its words; those that it had, if they are gone. */
  readonly words: string;
  /** The words before other people's changes, until they are confirmed. */
  readonly formerWords?: string;
  readonly layer?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly entity?: string;
  readonly comments: readonly Comment[];
  readonly resolved: boolean;
  readonly by?: string;
  readonly created?: string;
  readonly modified?: string;
  /** Who changed it last, if that is another person. */
  readonly modifiedBy?: string;
  /** What two people have changed differently. */
  readonly conflicts: readonly ConflictItem[];
  /** The headline of its article; absent outside articles. */
  readonly article?: string;
  readonly relations: readonly AnnotationRelation[];
}

/** A field that two people have changed. */
export interface ConflictItem {
  /** Its place among the conflicts of the annotation. */
  readonly at: number;
  readonly field: string;
  /** The value that the annotation has, in words; empty where it has none. */
  readonly kept: string;
  /** The value that was not taken, in words; empty where the field was removed. */
  readonly other: string;
  /** Who wrote the other value, and when. */
  readonly by?: string;
  readonly time?: string;
}

/** What distinguishes a conflict that is not one of an annotation. */
export interface KeptConflict {
  /** `decisions`: two decisions about the same line, each a separate record. */
  readonly part: 'sidecar' | 'relations' | 'structure' | 'decisions';
  /** The record; empty for the sidecar itself. */
  readonly id: string;
  /** Its place among the conflicts of the record. */
  readonly at: number;
}

/** A conflict that is not one of an annotation, in words. Texts come from files: show them as plain text. */
export interface KeptConflictItem extends KeptConflict {
  /** What it is about: the words of a line or of a relation; absent for the issue. */
  readonly about?: string;
  /** What was changed, such as the date. */
  readonly field: string;
  /** The two values; empty where there is none. */
  readonly kept: string;
  readonly other: string;
  /** Who wrote the value that is kept, and when. */
  readonly keptBy?: string;
  readonly keptTime?: string;
  /** Who wrote the other value, and when. */
  readonly by?: string;
  readonly time?: string;
  /** Absent where it has no place in the text. */
  readonly range?: Range;
}

export interface ResolveConflictParams extends IssueParams {
  readonly conflict: KeptConflict;
  readonly take: 'kept' | 'other';
}

/** A relation as seen from one of its ends. */
export interface AnnotationRelation {
  readonly id: string;
  readonly type: string;
  /** Whether the annotation is the beginning of the relation. */
  readonly isFrom: boolean;
  readonly other: { readonly id: string; readonly words: string; readonly label: string };
}

export interface SuggestionItem {
  readonly label: string;
  readonly range: Range;
  readonly words: string;
  readonly name: string;
  readonly entity?: string;
  readonly confidence: 'high' | 'medium';
  /** Where it comes from, in words. */
  readonly source: string;
  /** The headline of its article; absent outside articles. */
  readonly article?: string;
}

export interface ListParams extends IssueParams {
  /** Only those that are notes or have comments; all where it is absent. */
  readonly only?: 'notes';
}

export interface CandidatesParams extends IssueParams {
  readonly id: string;
}

/** A place where an annotation may belong. The most likely comes first. */
export interface CandidateItem extends WordOccurrence {
  readonly words: string;
}

export interface LayersParams extends IssueParams {
  readonly scope: 'issue' | 'workspace';
}

/** A layer with how many annotations it has. The empty name is that of the layer that every issue has. */
export interface LayerItem {
  readonly layer: string;
  readonly count: number;
}

export interface SuggestionsParams extends IssueParams {
  /** Whether to give those of medium confidence too. */
  readonly alsoMedium?: boolean;
}

export interface NextParams extends IssueParams {
  readonly position: Position;
  /** `review`: annotations that a person has to look at. */
  readonly of: 'annotation' | 'suggestion' | 'review';
  readonly backwards: boolean;
}

export interface NextResult {
  readonly range: Range;
  readonly label: string;
  readonly id?: string;
}

export interface OccurrencesOfParams extends IssueParams {
  /** The words are those of this range. */
  readonly range: Range;
  readonly label: string;
  readonly scope: 'article' | 'issue' | 'workspace';
}

export interface OccurrencesOfResult {
  readonly words: string;
  /** The places that can be annotated: first those of the issue that was asked about, then those of the others by path. */
  readonly issues: readonly IssueWordOccurrences[];
  /** How many places were left out because they have an annotation with the label in the layer of new annotations. */
  readonly annotated: number;
  /** How many places were left out because the label was rejected there. */
  readonly rejected: number;
  /** Whether there are more places than are listed. */
  readonly isCut: boolean;
  /** Why issues could not be searched, a sentence each. */
  readonly problems: readonly string[];
}

export interface IssueWordOccurrences {
  readonly uri: string;
  /** The path for the user, from the folder of the workspace on. */
  readonly path: string;
  /** Identifies the text that the ranges are in. */
  readonly textHash: string;
  readonly places: readonly WordOccurrence[];
}

/** A place of some words, with what surrounds them in their line. */
export interface WordOccurrence {
  readonly range: Range;
  readonly before: string;
  readonly after: string;
}

export interface ChangeIssuesParams {
  readonly changes: readonly IssueChange[];
}

/** A change of annotations in an issue that may be open or not. */
export type IssueChange = IssueParams &
  (
    | { readonly kind: 'add'; readonly label: string; readonly ranges: readonly Range[]; readonly textHash: string }
    | { readonly kind: 'remove'; readonly ids: readonly string[] }
  );

export interface ChangeIssuesResult {
  /** The issues that were changed. */
  readonly issues: readonly ChangedIssue[];
  /** Why issues were not changed, a sentence each: the first ten, and a line that counts the others. */
  readonly problems: readonly string[];
  /** How many issues were not changed for such a reason. */
  readonly problemCount: number;
  /** Whether the user stopped the work before all issues had their turn. */
  readonly isStopped: boolean;
}

export interface ChangedIssue {
  readonly uri: string;
  /** The annotations that were added or removed. */
  readonly ids: readonly string[];
  /** Whether it is open, so that its undo takes the change back. */
  readonly isOpen: boolean;
}
